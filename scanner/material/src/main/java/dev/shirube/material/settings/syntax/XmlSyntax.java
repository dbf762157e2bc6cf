package dev.shirube.material.settings.syntax;

import dev.shirube.material.XmlReaders;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Elements as blocks, their attributes and their texts as entries; neither DTD nor entity is ever resolved. An element that
 * has a name ({@code <Set name="IncludeProtocols">}) is a block of that name within, to which its content belongs.
 */
final class XmlSyntax {

    private static final int LONGEST_TEXT = 4_000;

    private final Entries entries = new Entries();
    private final Deque<Block> open = new ArrayDeque<>();
    private final StringBuilder content = new StringBuilder();

    private XmlSyntax() {
        open.push(entries.root());
    }

    static SettingsText read(String text) {
        XmlSyntax syntax = new XmlSyntax();
        try {
            XMLStreamReader reader = XmlReaders.open(text);
            try {
                syntax.walk(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            syntax.entries.broken("line "
                    + Math.max(e.getLocation() == null ? 1 : e.getLocation().getLineNumber(), 1));
        }
        return syntax.entries.text();
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext() && !entries.full()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > Entries.DEEPEST) {
                        entries.tooDeep();
                        return;
                    }
                    begin(reader);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (content.length() < LONGEST_TEXT) {
                        content.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {
                    // Comments, instructions and declarations say nothing.
                }
            }
        }
    }

    private void begin(XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        content.setLength(0);
        Block block = entries.open(open.element(), reader.getLocalName(), List.of(), line, true);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            entries.add(block, reader.getAttributeLocalName(i), List.of(reader.getAttributeValue(i)), line);
        }
        String name = reader.getAttributeValue(null, "name");
        boolean named = name != null && !name.isBlank();
        open.push(named ? entries.open(block, name.strip(), List.of(), line, false) : block);
    }

    private void end() {
        Block block = open.pop();
        String text = content.toString().strip();
        if (!text.isEmpty()) {
            entries.add(block.parent().orElse(block), block.name(), List.of(text), block.line());
        }
        content.setLength(0);
    }
}
