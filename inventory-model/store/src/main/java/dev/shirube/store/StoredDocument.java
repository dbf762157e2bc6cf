package dev.shirube.store;

import java.util.Arrays;

/**
 * A version of a document that the store keeps unread: a roadmap, an edit of it, a certificate of its schedule.
 *
 * @param kind what it is, for example {@code roadmap}
 * @param id which one of that kind
 * @param version from 1, without gaps; a version never changes
 * @param bytes canonical encoding by whoever knows the kind
 * @param author who saved it
 */
public record StoredDocument(String kind, String id, int version, byte[] bytes, String author) {

    /** Keeps a copy of the bytes. */
    public StoredDocument {
        bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredDocument it
                && kind.equals(it.kind)
                && id.equals(it.id)
                && version == it.version
                && author.equals(it.author)
                && Arrays.equals(bytes, it.bytes);
    }

    @Override
    public int hashCode() {
        return kind.hashCode() + 31 * id.hashCode() + version;
    }
}
