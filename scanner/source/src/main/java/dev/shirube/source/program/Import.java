package dev.shirube.source.program;

/**
 * A name from another module.
 *
 * @param path what it stands for, whole: {@code crypto/rsa}, {@code cryptography.hazmat.primitives.asymmetric.rsa}, {@code
 *     rsa.RsaPrivateKey}; double colons and backslashes are written as dots. Of a wildcard the module; of a file its path
 * @param name what it is called in this file; empty for a wildcard
 * @param wildcard whether every name of the module is meant
 * @param shared whether it holds in the other files of the program, too
 */
public record Import(Place place, String path, String name, boolean wildcard, boolean shared) {

    /** One name. */
    public static Import of(Place place, String path, String name) {
        return new Import(place, path, name, false, false);
    }

    /** All names of a module. */
    public static Import all(Place place, String path) {
        return new Import(place, path, "", true, false);
    }

    /** The same, in every file of the program. */
    public Import everywhere() {
        return new Import(place, path, name, wildcard, true);
    }
}
