package dev.shirube.source.program;

/** How names are found in a language, where languages differ. */
public enum Trait {
    /** A method sees the members of its type by their mere names. */
    IMPLICIT_MEMBERS,
    /** Files of one package or folder see each other's declarations without an import. */
    SHARED_PACKAGES,
    /**
     * The package that a file declares is the beginning of every name in it, and what is in it hides what a wildcard
     * imports.
     */
    EXACT_PACKAGES,
    /** A module is called like its file or folder. */
    PATHS_TELL,
    /** What a file includes may give any name another meaning. */
    MACROS,
    /** The type that is written for a variable says which members can be called on it, and is found by its name. */
    TYPES_TELL,
    /** JARs of the unit are its class path. */
    CLASS_FILES
}
