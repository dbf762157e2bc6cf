package dev.shirube.material.openpgp;

import dev.shirube.material.FramedLines;
import dev.shirube.material.TextLines;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Cuts OpenPGP armour (RFC 9580 section 6.2) out of any text. Its headers, its checksum line and the cleartext signature
 * framework (section 7) set it apart from PEM.
 */
final class ArmourText {

    /** What begins a block; the label follows. */
    static final String BEGIN = "-----BEGIN PGP ";

    private static final String DASHES = "-----";
    private static final String CLEARTEXT = "SIGNED MESSAGE";

    /** Longer than any label that the standard has. */
    private static final int MAX_LABEL = 40;

    /** As much Base64 as is no longer talk about a key. */
    private static final int PROMISING = 64;

    /**
     * One block.
     *
     * @param line line of the first marker, from 1
     * @param body the decoded packets
     */
    record Block(String label, int line, byte[] body) {}

    private final String text;
    private final List<Integer> broken = new ArrayList<>();

    ArmourText(String text) {
        this.text = text;
    }

    /** All blocks, in the order of the text; at most that many. */
    List<Block> blocks(int limit) {
        List<Block> blocks = new ArrayList<>();
        TextLines lines = new TextLines(text);
        int begin = text.indexOf(BEGIN);
        while (begin >= 0 && blocks.size() < limit) {
            int line = lines.at(begin);
            int from = begin + BEGIN.length();
            int labelEnd = text.indexOf(DASHES, from);
            if (labelEnd < 0) {
                break;
            }
            if (labelEnd - from <= MAX_LABEL) {
                String label = text.substring(from, labelEnd);
                from = label.equals(CLEARTEXT) ? labelEnd : block(label, line, labelEnd + DASHES.length(), blocks);
            }
            begin = text.indexOf(BEGIN, from);
        }
        return blocks;
    }

    /** Lines of first markers whose block has a body but no end, or a body that is no Base64. */
    List<Integer> broken() {
        return List.copyOf(broken);
    }

    /** Takes one block in; the next dashes decide where it ends, so that every character is read once. */
    private int block(String label, int line, int from, List<Block> blocks) {
        int next = text.indexOf(DASHES, from);
        int end = next < 0 ? text.length() : next;
        boolean closed = text.startsWith("-----END PGP " + label + DASHES, end);
        // Without an end, the first lines tell whether there was a body at all.
        String framed = text.substring(from, closed ? end : Math.min(end, from + 1000));
        StringBuilder body = new StringBuilder();
        boolean base64 = body(framed, body);
        Optional<byte[]> decoded = closed && base64 ? decode(body) : Optional.empty();
        if (decoded.isPresent() && decoded.get().length > 8) {
            blocks.add(new Block(label, line, decoded.get()));
        } else if (body.length() >= PROMISING) {
            broken.add(line);
        }
        return end;
    }

    /** Gathers the Base64; tells whether nothing else stood there. */
    private static boolean body(String framed, StringBuilder body) {
        for (String part : FramedLines.of(framed)) {
            boolean header = body.length() == 0 && FramedLines.header(part).matches();
            // A dot alone stands for an empty line where one would end the field (Debian's deb822).
            if (header || part.equals(".")) {
                continue;
            }
            if (part.startsWith("=") && part.length() == 5) {
                return true; // the checksum: nobody has to check it (section 6.1)
            }
            if (!FramedLines.isBase64(part)) {
                return false;
            }
            body.append(part);
        }
        return true;
    }

    private static Optional<byte[]> decode(StringBuilder body) {
        try {
            return Optional.of(Base64.getDecoder().decode(body.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
