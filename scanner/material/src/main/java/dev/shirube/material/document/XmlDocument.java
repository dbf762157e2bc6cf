package dev.shirube.material.document;

import dev.shirube.engine.LimitException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into a tree; neither a DTD nor an entity is ever resolved, and what is nested too deep is passed over. */
public final class XmlDocument {

    private static final String FORMAT = "XML";
    private static final Pattern DECLARATION =
            Pattern.compile("^[^<]{0,3}<\\?xml[^>]{0,100}encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int LONGEST_DECLARATION = 200;

    /** Longer texts are no name and no version. */
    private static final int LONGEST_TEXT = 1000;

    private final Budget budget = new Budget();
    private final List<XmlElement> path = new ArrayList<>();
    private final List<StringBuilder> texts = new ArrayList<>();

    private XmlDocument() {}

    /** The outermost element. */
    public static XmlElement read(byte[] bytes) throws MalformedException, LimitException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(bytes)));
            try {
                return new XmlDocument().walk(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new MalformedException(
                    FORMAT, e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
        }
    }

    /**
     * The text in the encoding that its declaration names. The engine has made UTF-8 of UTF-16 already; bytes that are none
     * in that encoding must not keep the rest from being read, as the parser's own decoder would.
     */
    private static String text(byte[] bytes) {
        Matcher declared = DECLARATION.matcher(
                new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1));
        Charset charset = declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8;
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Charset charset(String name) {
        try {
            boolean decoded = name.regionMatches(true, 0, "UTF-", 0, 4) || !Charset.isSupported(name);
            return decoded ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private XmlElement walk(XMLStreamReader reader) throws XMLStreamException, MalformedException, LimitException {
        XmlElement root = null;
        int below = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && path.size() >= Budget.DEEPEST) {
                below++;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                XmlElement element = start(reader);
                root = root == null ? element : root;
            } else if (event == XMLStreamConstants.END_ELEMENT && below > 0) {
                below--;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                String text = texts.remove(texts.size() - 1).toString();
                path.remove(path.size() - 1).text(text.strip());
            } else if (below == 0
                    && !texts.isEmpty()
                    && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                append(texts.get(texts.size() - 1), reader);
            }
        }
        if (root == null) {
            throw new MalformedException(FORMAT, 1);
        }
        return root;
    }

    private XmlElement start(XMLStreamReader reader) throws LimitException {
        budget.spend();
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            budget.spend();
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        XmlElement element =
                new XmlElement(reader.getLocalName(), reader.getLocation().getLineNumber(), attributes);
        if (!path.isEmpty()) {
            path.get(path.size() - 1).add(element);
        }
        path.add(element);
        texts.add(new StringBuilder());
        return element;
    }

    private static void append(StringBuilder text, XMLStreamReader reader) {
        int room = LONGEST_TEXT - text.length();
        text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
    }
}
