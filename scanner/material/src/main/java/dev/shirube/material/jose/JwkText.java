package dev.shirube.material.jose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the JSON objects with a member {@code kty} in any text: whole documents, objects within larger ones, literals in
 * source, JSON that stands escaped in a JSON text.
 */
final class JwkText {

    /** The member that every key has, in whatever quotes. */
    static final String ANCHOR = "kty";

    /** As far before the member as a key begins: an RSA key of 16384 bits with all its private members. */
    private static final int REACH = 32 << 10;

    /** Braces before the member that may belong to another object inside the key. */
    private static final int MAX_BRACES = 8;

    /** Characters that may be parsed for one text before it is given up: a hostile one has many members and no object. */
    private static final int MAX_WORK = 64 << 20;

    /**
     * One object.
     *
     * @param offset where its member {@code kty} stands in the text
     */
    record Found(int offset, JsonObject object) {}

    private final String text;
    private long work;

    JwkText(String text) {
        this.text = text;
    }

    /** The objects in the order of the text, at most that many. */
    List<Found> objects(int limit) {
        List<Found> found = new ArrayList<>();
        int at = text.indexOf(ANCHOR);
        while (at >= 0 && found.size() < limit && !exhausted()) {
            Optional<JsonObject> object = isMember(at) ? around(at) : Optional.empty();
            if (object.isPresent()) {
                found.add(new Found(at, object.get()));
            }
            at = text.indexOf(ANCHOR, at + ANCHOR.length());
        }
        return found;
    }

    /** Whether the text took more work than any text of practice. */
    boolean exhausted() {
        return work > MAX_WORK;
    }

    /** Whether a colon follows, and no other letter stands around: the three letters alone are in many a Base64. */
    private boolean isMember(int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return false;
        }
        int end = at + ANCHOR.length();
        while (end < text.length() && end < at + 40 && "\"'\\ \t\r\n".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ':';
    }

    private Optional<JsonObject> around(int member) {
        String before = text.substring(Math.max(0, member - REACH), member);
        String after = text.substring(member, Math.min(text.length(), member + REACH));
        if (before.endsWith("\\\"")) {
            before = unescaped(before.substring(0, before.length() - 2)) + "\"";
            after = unescaped(after);
        }
        int brace = before.lastIndexOf('{');
        for (int i = 0; i < MAX_BRACES && brace >= 0; i++) {
            int length = before.length() - brace + after.length();
            work += length;
            Optional<JsonObject> object = JsonObject.first(before.substring(brace) + after);
            if (object.isPresent() && holds(object.get(), before.length() - brace)) {
                return object;
            }
            brace = brace == 0 ? -1 : before.lastIndexOf('{', brace - 1);
        }
        return Optional.empty();
    }

    /** Whether the member stands in the object itself and not behind it or in one of its parts. */
    private static boolean holds(JsonObject object, int distance) {
        return object.length() > distance && object.texts().containsKey("kty");
    }

    /** One level of escapes taken off; line ends become blanks, which JSON does not tell apart. */
    private static String unescaped(String escaped) {
        StringBuilder plain = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                char next = escaped.charAt(++i);
                plain.append(next == 'n' || next == 'r' || next == 't' ? ' ' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
