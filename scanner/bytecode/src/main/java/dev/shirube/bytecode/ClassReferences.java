package dev.shirube.bytecode;

/**
 * Which classes a class refers to, as hashes of their names: those its constant pool names as classes, and those in
 * descriptors and signatures of fields (JVM Specification, sections 4.3.2 and 4.7.9.1), which also annotations and their
 * values are written as. Types that stand in descriptors of methods alone are left out, which saves half of the time:
 * whoever uses such an object names its class.
 *
 * <p>The platform's own classes are left out, since no archive can define them. Nothing is decoded.
 */
final class ClassReferences {

    private static final int PLATFORM = "java/".length();

    private final LongTable names = new LongTable();
    private final EntryPoints entries;
    private boolean started;

    private ClassReferences(EntryPoints entries) {
        this.entries = entries;
    }

    /** Reads the constant pool. */
    static ClassReferences of(ConstantPool pool, EntryPoints entries) {
        ClassReferences references = new ClassReferences(entries);
        byte[] bytes = pool.bytes();
        for (int i = 1; i < pool.size(); i++) {
            if (pool.isClass(i)) {
                references.type(bytes, pool.from(pool.className(i)), pool.to(pool.className(i)), pool.className(i));
            } else if (pool.isText(i)) {
                references.text(bytes, pool.from(i), pool.to(i));
            }
        }
        return references;
    }

    /** Hashes of the names, each once. */
    long[] names() {
        return names.inOrder();
    }

    /** Whether a framework or container starts the class by itself, as far as it says so. */
    boolean started() {
        return started;
    }

    private void type(byte[] bytes, int from, int to, int text) {
        if (text == 0 || to <= from) {
            return;
        }
        if (bytes[from] == '[') {
            types(bytes, from, to);
        } else {
            long hash = add(bytes, from, to);
            started |= entries.isType(hash);
        }
    }

    private void text(byte[] bytes, int from, int to) {
        if (to - from < 3) {
            return;
        }
        byte first = bytes[from];
        if (first == 'L' && bytes[to - 1] == ';') {
            started |= entries.isAnnotation(types(bytes, from, to));
        } else if (first == '[' && bytes[to - 1] == ';') {
            types(bytes, from, to);
        }
    }

    /** The classes of a descriptor or signature; the hash of the last one. Any other text yields names that nobody has. */
    private long types(byte[] bytes, int from, int to) {
        long last = 0;
        int at = from;
        while (at < to) {
            byte letter = bytes[at++];
            if (letter == 'L') {
                int end = endOfName(bytes, at, to);
                last = add(bytes, at, end);
                at = end;
            } else if (letter == 'T' || letter == '.') {
                at = endOfName(bytes, at, to); // a type variable, or an inner class of what was named
            }
        }
        return last;
    }

    private static int endOfName(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != ';' && bytes[at] != '<') {
            at++;
        }
        return at;
    }

    private long add(byte[] bytes, int from, int to) {
        if (platform(bytes, from, to)) {
            return 0;
        }
        long hash = NameHash.of(bytes, from, to);
        names.add(hash);
        return hash;
    }

    private static boolean platform(byte[] bytes, int from, int to) {
        return to - from > PLATFORM
                && bytes[from] == 'j'
                && bytes[from + 1] == 'a'
                && bytes[from + 2] == 'v'
                && bytes[from + 3] == 'a'
                && bytes[from + 4] == '/';
    }
}
