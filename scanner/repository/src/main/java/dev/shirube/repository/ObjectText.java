package dev.shirube.repository;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A commit or tag as it is stored (gitformat-signature, "git cat-file"): header lines, each continued by lines that begin
 * with a space, then an empty line and the message.
 */
final class ObjectText {
    /** Where a tag's signature begins, which stands at the end of its message (gitformat-signature, "Tag signatures"). */
    private static final List<String> SIGNATURES = List.of(
            "-----BEGIN PGP SIGNATURE-----",
            "-----BEGIN PGP MESSAGE-----",
            "-----BEGIN SIGNED MESSAGE-----",
            "-----BEGIN SSH SIGNATURE-----");

    private final byte[] raw;
    private final List<Header> headers = new ArrayList<>();
    private final int message;

    private record Header(String name, int from, int to) {}

    ObjectText(byte[] raw) {
        this.raw = raw;
        int at = 0;
        while (at < raw.length && raw[at] != '\n') {
            int end = endOfHeader(at);
            int space = at;
            while (space < end && raw[space] != ' ') {
                space++;
            }
            headers.add(new Header(
                    new String(raw, at, space - at, StandardCharsets.ISO_8859_1), Math.min(space + 1, end), end));
            at = end + 1;
        }
        message = Math.min(at + 1, raw.length);
    }

    private int endOfHeader(int from) {
        int end = endOfLine(from);
        while (end + 1 < raw.length && raw[end + 1] == ' ') {
            end = endOfLine(end + 1);
        }
        return end;
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The object ids in the headers of that name, but for what is none. */
    List<ObjectId> ids(String name) {
        List<ObjectId> ids = new ArrayList<>(2);
        for (Header header : headers) {
            if (header.name.equals(name) && header.to - header.from == Constants.OBJECT_ID_STRING_LENGTH) {
                try {
                    ids.add(ObjectId.fromString(raw, header.from));
                } catch (IllegalArgumentException e) {
                    continue; // JGit's word for what is no id
                }
            }
        }
        return ids;
    }

    /** The first header of that name as text; empty if there is none. */
    String text(String name) {
        return headers.stream()
                .filter(it -> it.name.equals(name))
                .findFirst()
                .map(it -> new String(unfolded(it), StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The values of all headers of that name, without the spaces that continue them. */
    List<byte[]> values(String name) {
        return headers.stream()
                .filter(it -> it.name.equals(name))
                .map(this::unfolded)
                .toList();
    }

    /** The names of all headers. */
    List<String> names() {
        return headers.stream().map(Header::name).toList();
    }

    private byte[] unfolded(Header header) {
        byte[] value = new byte[header.to - header.from];
        int length = 0;
        for (int i = header.from; i < header.to; i++) {
            value[length++] = raw[i];
            if (raw[i] == '\n' && i + 1 < header.to) {
                i++; // the space
            }
        }
        return Arrays.copyOf(value, length);
    }

    /** The signature at the end of a tag's message. */
    Optional<byte[]> signatureOfMessage() {
        int found = -1;
        for (int at = message; at < raw.length; at = endOfLine(at) + 1) {
            if (beginsSignature(at)) {
                found = at; // the last one counts, as for Git itself
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(Arrays.copyOfRange(raw, found, raw.length));
    }

    private boolean beginsSignature(int at) {
        return raw[at] == '-'
                && SIGNATURES.stream()
                        .anyMatch(it -> raw.length - at >= it.length()
                                && new String(raw, at, it.length(), StandardCharsets.ISO_8859_1).equals(it));
    }
}
