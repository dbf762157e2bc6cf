package dev.shirube.material.openpgp;

import dev.shirube.material.DerException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An S-expression in canonical or advanced form (RFC 9804), as Libgcrypt keeps keys: an octet string, or a list.
 *
 * @param octets empty for a list
 */
record SExpression(byte[] octets, List<SExpression> items) {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_ITEMS = 1000;

    /** The octet string as text; only names are asked for. */
    String text() {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** The first list in this one that begins with that name. */
    Optional<SExpression> named(String name) {
        return items.stream()
                .filter(it -> !it.items.isEmpty() && it.items.get(0).text().equals(name))
                .findFirst();
    }

    /** The octets behind that name. */
    byte[] value(String name) throws DerException {
        return named(name)
                .filter(it -> it.items.size() == 2)
                .map(it -> it.items.get(1).octets)
                .filter(it -> it.length > 0)
                .orElseThrow(() -> new DerException("a key without " + name));
    }

    /** Reads the one that starts there; a message about a broken one says nothing of its content. */
    static SExpression read(byte[] bytes, int start) throws DerException {
        return new Reader(bytes, start).next(0);
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;
        private int items;

        Reader(byte[] bytes, int start) {
            this.bytes = bytes;
            this.at = start;
        }

        SExpression next(int depth) throws DerException {
            if (depth > MAX_DEPTH || ++items > MAX_ITEMS) {
                throw new DerException("an S-expression that is too deep or too long");
            }
            int first = skipSpace();
            if (first == '(') {
                at++;
                List<SExpression> list = new ArrayList<>();
                while (skipSpace() != ')') {
                    list.add(next(depth + 1));
                }
                at++;
                return new SExpression(new byte[0], List.copyOf(list));
            }
            return new SExpression(octets(first), List.of());
        }

        private byte[] octets(int first) throws DerException {
            return switch (first) {
                case '#' -> decoded(between('#'), false);
                case '|' -> decoded(between('|'), true);
                case '"' -> between('"').getBytes(StandardCharsets.ISO_8859_1);
                default -> token();
            };
        }

        private byte[] token() throws DerException {
            int start = at;
            while (at < bytes.length && isToken(bytes[at])) {
                at++;
            }
            String token = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
            if (token.isEmpty()) {
                throw new DerException("an S-expression with an unknown character");
            }
            if (at < bytes.length && bytes[at] == ':' && token.matches("[0-9]{1,6}")) {
                int length = Integer.parseInt(token);
                at++;
                if (length > bytes.length - at) {
                    throw new DerException("announces " + length + " bytes, but " + (bytes.length - at) + " are left");
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write(bytes, at, length);
                at += length;
                return out.toByteArray();
            }
            return token.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static boolean isToken(byte value) {
            return value >= '0' && value <= '9'
                    || value >= 'a' && value <= 'z'
                    || value >= 'A' && value <= 'Z'
                    || "-./_*+=".indexOf(value) >= 0;
        }

        private String between(char end) throws DerException {
            int start = ++at;
            while (at < bytes.length && bytes[at] != end) {
                at++;
            }
            if (at >= bytes.length) {
                throw new DerException("an S-expression without end");
            }
            return new String(bytes, start, at++ - start, StandardCharsets.ISO_8859_1);
        }

        private static byte[] decoded(String text, boolean base64) throws DerException {
            String dense = text.replaceAll("[ \\t\\r\\n]", "");
            try {
                return base64
                        ? Base64.getDecoder().decode(dense)
                        : HexFormat.of().parseHex(dense);
            } catch (IllegalArgumentException e) {
                throw new DerException("an S-expression with broken " + (base64 ? "Base64" : "hexadecimal digits"));
            }
        }

        private int skipSpace() throws DerException {
            while (at < bytes.length && " \t\r\n".indexOf(bytes[at]) >= 0) {
                at++;
            }
            if (at >= bytes.length) {
                throw new DerException("an S-expression without end");
            }
            return bytes[at];
        }
    }
}
