package dev.shirube.bytecode;

/** Internal names ({@code com/acme/Signer$Inner}) as people and the catalogue write them. */
final class Names {
    private Names() {}

    /** {@code com.acme.Signer$Inner}. */
    static String dotted(String internal) {
        return internal.replace('/', '.');
    }

    /** {@code com.acme.Signer#sign}. */
    static String member(String internal, String name) {
        return dotted(internal) + "#" + name;
    }

    /** {@code Inner}. */
    static String simple(String internal) {
        return internal.substring(Math.max(internal.lastIndexOf('/'), internal.lastIndexOf('$')) + 1);
    }
}
