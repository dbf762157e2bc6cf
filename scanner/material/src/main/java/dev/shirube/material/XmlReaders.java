package dev.shirube.material;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Readers of XML that may be hostile: neither a document type nor an entity is ever resolved. */
public final class XmlReaders {

    private static final Pattern DECLARATION =
            Pattern.compile("^[^<]{0,3}<\\?xml[^>]{0,100}encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int LONGEST_DECLARATION = 200;

    /**
     * The platform's own limits, which differ from version to version (JDK 24 lowered most): one text must mean the same on
     * all. Depth has none here, since readers bound it themselves and tell of it.
     */
    private static final Map<String, String> LIMITS = Map.of(
            "jdk.xml.maxElementDepth", "0",
            "jdk.xml.elementAttributeLimit", "10000",
            "jdk.xml.maxXMLNameLimit", "1000",
            "jdk.xml.totalEntitySizeLimit", "50000000",
            "jdk.xml.maxGeneralEntitySizeLimit", "0",
            "jdk.xml.entityExpansionLimit", "2500");

    private XmlReaders() {}

    /** A reader of those bytes; the caller closes it, and bounds the depth to which it follows elements. */
    public static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
        return open(text(bytes));
    }

    /** The same for a text whose encoding is known. */
    public static XMLStreamReader open(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        LIMITS.forEach(factory::setProperty);
        return factory.createXMLStreamReader(new StringReader(text));
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
}
