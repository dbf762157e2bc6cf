package dev.shirube.bytecode;

/**
 * What of a value is asked for.
 *
 * @param kind the value itself, or something that it holds
 * @param owner of a field: the class that declares it, by its internal name; else empty
 * @param field of a field: its name; else empty
 * @param descriptor of a field: its descriptor; else empty
 */
record Aspect(Kind kind, String owner, String field, String descriptor) {

    /** What is asked for. */
    enum Kind {
        ITSELF,
        ELEMENT,
        KEY,
        VALUE,
        FIELD,
        NAME,
        BUNDLE
    }

    /** The value itself: its text or whole number. */
    static final Aspect ITSELF = new Aspect(Kind.ITSELF);

    /** Any element of an array, a collection, an iterator, a stream or an optional value. */
    static final Aspect ELEMENT = new Aspect(Kind.ELEMENT);

    /** Any key of a map, of an entry, or of a collection of entries. */
    static final Aspect KEY = new Aspect(Kind.KEY);

    /** Any value of a map, of an entry, or of a collection of entries. */
    static final Aspect VALUE = new Aspect(Kind.VALUE);

    /** The name of an enum constant. */
    static final Aspect NAME = new Aspect(Kind.NAME);

    /** The name of a resource bundle. */
    static final Aspect BUNDLE = new Aspect(Kind.BUNDLE);

    private Aspect(Kind kind) {
        this(kind, "", "", "");
    }

    /** What that final field of an object holds. */
    static Aspect field(String owner, String name, String descriptor) {
        return new Aspect(Kind.FIELD, owner, name, descriptor);
    }

    boolean itself() {
        return kind == Kind.ITSELF;
    }

    /** Whether it is held in an array or one of the platform's collections, which others may change. */
    boolean contained() {
        return kind == Kind.ELEMENT || kind == Kind.KEY || kind == Kind.VALUE;
    }
}
