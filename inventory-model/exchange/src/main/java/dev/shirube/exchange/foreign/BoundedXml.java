package dev.shirube.exchange.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML document of another tool: no entity is resolved, no DTD or style sheet fetched, and elements, depth and
 * texts are bounded. A document type declaration, which nmap writes, is passed over.
 */
final class BoundedXml {

    private static final int MOST_ELEMENTS = 20_000_000;
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 256 << 10;
    private static final int LONGEST_ATTRIBUTE = 1 << 20;

    /** What is done at the begin and the end of each element. */
    interface Handler {
        /** An element begins. */
        void start(String name, Map<String, String> attributes);

        /** An element ends; the text directly in it. */
        void end(String name, String text);

        /** Whether enough was read. */
        boolean enough();
    }

    private BoundedXml() {}

    /** Reads to the end, to a fault, or to a limit; both end up in what was gathered. */
    static void read(InputStream in, String format, Handler handler, Gathered gathered) throws IOException {
        Watched watched = new Watched(in);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(watched);
            walk(reader, handler, gathered);
            reader.close();
        } catch (XMLStreamException e) {
            if (watched.failure != null) {
                throw watched.failure;
            }
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            gathered.malformed(format, "line " + line);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static void walk(XMLStreamReader reader, Handler handler, Gathered gathered) throws XMLStreamException {
        Deque<StringBuilder> texts = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || texts.size() >= DEEPEST || handler.enough()) {
                        String limit = texts.size() >= DEEPEST ? "xml-depth=" + DEEPEST : "xml-elements";
                        gathered.limit(limit, "line " + reader.getLocation().getLineNumber());
                        return;
                    }
                    texts.push(new StringBuilder());
                    handler.start(reader.getLocalName(), attributes(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    StringBuilder text = texts.peek();
                    if (text != null && text.length() + reader.getTextLength() <= LONGEST_TEXT) {
                        text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT ->
                    handler.end(reader.getLocalName(), texts.pop().toString());
                default -> {}
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            if (value.length() <= LONGEST_ATTRIBUTE) {
                attributes.put(reader.getAttributeLocalName(i), value);
            }
        }
        return attributes;
    }

    /** Whether the first element of a document that begins so is that one; comments, style sheets and a DOCTYPE may stand before. */
    static boolean beginsWith(byte[] head, Pattern root) {
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        return text.startsWith("<") && root.matcher(text).find();
    }

    /** Keeps the stream's own failure apart from faults of the content; the stream below is not closed. */
    private static final class Watched extends InputStream {
        private final InputStream in;
        private IOException failure;

        Watched(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return in.read(bytes, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
