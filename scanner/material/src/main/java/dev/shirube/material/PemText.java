package dev.shirube.material;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts PEM blocks out of any text: plain files, YAML scalars, properties, string literals of source code, JSON with escaped
 * line ends, comments.
 *
 * <p>What frames a line of Base64 there (indentation, quotes, a plus sign or comma after the quote, a comment mark, an
 * escaped line end) is taken off; what remains must be Base64. Markers without such a body are talk about PEM, not PEM.
 */
final class PemText {

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9][A-Z0-9 .#]{0,60}[A-Z0-9])-----");
    private static final String DASHES = "-----";

    /** Letters of the shortest body: of a key, and of the name of a curve. */
    private static final int FEWEST = 20;

    private static final int FEWEST_OF_PARAMETERS = 8;

    private static final String OPENPGP = "PGP ";

    /** Longer than any key or bundle between one pair of markers. */
    static final int MAX_BLOCK_CHARS = 4 << 20;

    /** So many rows about one text say enough. */
    static final int MOST_BROKEN = 1000;

    private final String text;
    private final List<TextSpan> broken = new ArrayList<>();
    private final List<TextSpan> spans = new ArrayList<>();

    PemText(String text) {
        this.text = text;
    }

    /** All blocks, in the order of the text; at most that many. */
    List<PemBlock> blocks(int limit) {
        List<PemBlock> blocks = new ArrayList<>();
        TextLines lines = new TextLines(text);
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (blocks.size() < limit && begin.find(from)) {
            // The next dashes decide, so that a text of many first markers is still read once.
            int next = text.indexOf(DASHES, begin.end());
            int end = next < 0 ? text.length() : next;
            String endMarker = "-----END " + begin.group(1) + DASHES;
            int line = lines.at(begin.start());
            if (begin.group(1).startsWith(OPENPGP)) {
                // Its armour has rules of its own (RFC 9580 section 6.2), and a reader of its own.
                from = text.startsWith(endMarker, end) ? end + endMarker.length() : end;
                spans.add(new TextSpan(line, begin.start(), from));
            } else if (text.startsWith(endMarker, end) && end - begin.end() <= MAX_BLOCK_CHARS) {
                from = end + endMarker.length();
                TextSpan span = new TextSpan(line, begin.start(), from);
                Optional<PemBlock> block = decode(begin.group(1), span, text.substring(begin.end(), end));
                if (block.isPresent()) {
                    blocks.add(block.get());
                    spans.add(span);
                }
            } else {
                noteIfCutOff(begin.end(), new TextSpan(line, begin.start(), end));
                from = end;
            }
        }
        return blocks;
    }

    /** First markers with a body but no end, or with a body that is no Base64. */
    List<TextSpan> broken() {
        return List.copyOf(broken);
    }

    /** Where the blocks stand, in the order of the text. */
    List<TextSpan> spans() {
        return List.copyOf(spans);
    }

    private Optional<PemBlock> decode(String label, TextSpan span, String framed) {
        Map<String, String> headers = new TreeMap<>();
        StringBuilder body = new StringBuilder();
        for (String part : FramedLines.of(framed)) {
            Matcher header = FramedLines.header(part);
            if (body.length() == 0 && header.matches()) {
                headers.put(header.group(1), header.group(2).strip());
            } else if (FramedLines.isBase64(part)) {
                body.append(part);
            } else if (body.length() < 64) {
                return Optional.empty();
            } else {
                note(span);
                return Optional.empty();
            }
        }
        return body.length() < (label.equals("EC PARAMETERS") ? FEWEST_OF_PARAMETERS : FEWEST)
                ? Optional.empty()
                : base64(body, span).map(it -> new PemBlock(label, span.line(), headers, it));
    }

    private Optional<byte[]> base64(StringBuilder body, TextSpan span) {
        try {
            return Optional.of(Base64.getDecoder().decode(body.toString()));
        } catch (IllegalArgumentException e) {
            note(span);
            return Optional.empty();
        }
    }

    /** A marker with a line of Base64 right after it and no end is key material that was cut off. */
    private void noteIfCutOff(int from, TextSpan span) {
        List<String> parts = FramedLines.of(text.substring(from, Math.min(span.to(), from + 400)));
        if (parts.stream().limit(4).anyMatch(it -> it.length() >= 48 && FramedLines.isBase64(it))) {
            note(span);
        }
    }

    private void note(TextSpan span) {
        if (broken.size() < MOST_BROKEN) {
            broken.add(span);
        }
    }
}
