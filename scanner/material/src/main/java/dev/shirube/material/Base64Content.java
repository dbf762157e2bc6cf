package dev.shirube.material;

/** Decides whether decoded bytes are what they look like; apart, because it needs the parser, and few texts do. */
final class Base64Content {

    private Base64Content() {}

    /**
     * Whether the bytes are one object after the other of a kind that {@link DerDetector} or {@link KeystoreDetector} reads.
     *
     * @param open whether the end was not known, so that something else may follow
     */
    static boolean isMaterial(byte[] bytes, boolean open) {
        try {
            int at = 0;
            while (at < bytes.length && bytes[at] == DerObjects.SEQUENCE) {
                int end = DerBounds.end(bytes, at);
                boolean known = DerKind.isAny(Der.parse(bytes, at, end));
                if (!known && at == 0) {
                    return false;
                }
                at = end;
                if (open) {
                    return true;
                }
            }
            return at > 0 && bytes.length - at <= 2;
        } catch (DerException e) {
            return false;
        }
    }
}
