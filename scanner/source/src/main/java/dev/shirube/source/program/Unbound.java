package dev.shirube.source.program;

/** What a name can stand for that nothing in the file declares or imports. */
public enum Unbound {
    /** Nothing of a library: those must be imported (Python, Go). */
    NOTHING,
    /** The beginning of a qualified name, written out in full (Java, Kotlin, C#, Rust). */
    QUALIFIED,
    /** Something global, alone or as the beginning of a qualified name (C, C++, PHP, Ruby). */
    GLOBAL
}
