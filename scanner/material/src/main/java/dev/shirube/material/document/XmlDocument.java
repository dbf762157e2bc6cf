package dev.shirube.material.document;

import dev.shirube.engine.LimitException;
import dev.shirube.material.XmlReaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into a tree; neither a DTD nor an entity is ever resolved, and what is nested too deep is passed over. */
public final class XmlDocument {

    private static final String FORMAT = "XML";
    /** Longer texts are no name and no version. */
    private static final int LONGEST_TEXT = 1000;

    private final Budget budget = new Budget();
    private final List<XmlElement> path = new ArrayList<>();
    private final List<StringBuilder> texts = new ArrayList<>();

    private XmlDocument() {}

    /** The outermost element. */
    public static XmlElement read(byte[] bytes) throws MalformedException, LimitException {
        try {
            XMLStreamReader reader = XmlReaders.open(bytes);
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
