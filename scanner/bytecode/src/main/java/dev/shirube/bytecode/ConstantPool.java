package dev.shirube.bytecode;

import dev.shirube.engine.InputView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The constant pool of a class file, and what follows it up to the interfaces, read where they stand (JVM Specification,
 * sections 4.1 and 4.4): nothing is decoded before it is asked for, so that every class of an archive can be looked at.
 *
 * <p>Entries are named by their index in the pool. An index that is none, or that is of an entry of another kind, is 0 in
 * every answer, whatever a hostile file refers to.
 */
final class ConstantPool {

    /** The pool of an input's bytes; nothing where they are no well-formed class file. */
    static final InputView<Optional<ConstantPool>> VIEW = input -> of(input.bytes());

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD_REFERENCE = 9;
    private static final int INTERFACE_METHOD_REFERENCE = 11;
    private static final int NAME_AND_TYPE = 12;

    /** Bytes of an entry by its tag, the tag counted, without a text's own; 0 for tags that are none. */
    private static final int[] SIZES = {0, 3, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3};

    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int COUNT_AT = 8;
    private static final int FIRST_AT = 10;

    private final byte[] bytes;
    /** Where each entry's tag stands; 0 where there is no entry. */
    private final int[] places;
    /** Hash of each text; 0 where it was not asked for. */
    private final int[] hashes;

    /** Indices of the members, in order, and from the end those of the classes. */
    private final int[] kinds;

    private int members;
    private int classes;
    private int end;

    private ConstantPool(byte[] bytes, int count) {
        this.bytes = bytes;
        this.places = new int[count];
        this.hashes = new int[count];
        this.kinds = new int[count];
    }

    /** The pool of that class file; nothing where it is not well-formed or breaks off. */
    static Optional<ConstantPool> of(byte[] bytes) {
        if (bytes.length < FIRST_AT || !ClassHeader.isClass(bytes)) {
            return Optional.empty();
        }
        int count = (bytes[COUNT_AT] & 0xFF) << 8 | bytes[COUNT_AT + 1] & 0xFF;
        ConstantPool pool = new ConstantPool(bytes, count);
        return pool.find() ? Optional.of(pool) : Optional.empty();
    }

    private boolean find() {
        int at = FIRST_AT;
        for (int i = 1; i < places.length; i++) {
            if (at + 3 > bytes.length) {
                return false;
            }
            int tag = bytes[at];
            int size = tag > 0 && tag < SIZES.length ? SIZES[tag] : 0;
            if (size == 0) {
                return false;
            }
            places[i] = at;
            if (tag >= FIELD_REFERENCE && tag <= INTERFACE_METHOD_REFERENCE) {
                kinds[members++] = i;
            } else if (tag == CLASS) {
                kinds[kinds.length - ++classes] = i;
            }
            at += tag == UTF8 ? size + u2(at + 1) : size;
            i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
        end = at;
        return end + 8 <= bytes.length && end + 8 + 2 * u2(end + 6) <= bytes.length;
    }

    private int u2(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** One more than the greatest index. */
    int size() {
        return places.length;
    }

    /** How many entries refer to a field or method. */
    int members() {
        return members;
    }

    /** The entry that is the so many-th reference to a field or method, from 0. */
    int member(int number) {
        return kinds[number];
    }

    /** How many entries name a class or an array type. */
    int classes() {
        return classes;
    }

    /** The entry that is the so many-th class, from 0. */
    int classEntry(int number) {
        return kinds[kinds.length - 1 - number];
    }

    /** Whether the entry names a class or an array type. */
    boolean isClass(int index) {
        return tag(index) == CLASS;
    }

    private int tag(int index) {
        return index > 0 && index < places.length && places[index] != 0 ? bytes[places[index]] : 0;
    }

    private int reference(int index, int distance, int wanted) {
        int to = places[index] == 0 ? 0 : u2(places[index] + distance);
        return tag(to) == wanted ? to : 0;
    }

    /** The text that names the class. */
    int className(int classIndex) {
        return isClass(classIndex) ? reference(classIndex, 1, UTF8) : 0;
    }

    /** The text that names the class of a member. */
    int owner(int member) {
        return className(reference(member, 1, CLASS));
    }

    /** The text that is a member's name. */
    int name(int member) {
        return reference(reference(member, 3, NAME_AND_TYPE), 1, UTF8);
    }

    /** The text that is a member's descriptor. */
    int descriptor(int member) {
        return reference(reference(member, 3, NAME_AND_TYPE), 3, UTF8);
    }

    /** Whether the entry is a text. */
    boolean isText(int index) {
        return tag(index) == UTF8;
    }

    /** The bytes in which the texts stand, from {@link #from} to {@link #to}: the class file itself. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the first byte of a text stands. */
    int from(int text) {
        return places[text] + 3;
    }

    /** Where the byte after a text stands. */
    int to(int text) {
        return places[text] + 3 + u2(places[text] + 1);
    }

    /** The text that is the class's own name, as an internal name. */
    int ownName() {
        return className(u2(end + 2));
    }

    /** A hash of a text's bytes, equal to {@link #hash(String)} of the text. */
    int hash(int text) {
        int hash = hashes[text];
        if (hash == 0 && text != 0) {
            int from = places[text] + 3;
            hash = (int) NameHash.of(bytes, from, from + u2(from - 2));
            hashes[text] = hash;
        }
        return hash;
    }

    /** The hash of that text. */
    static int hash(String text) {
        byte[] letters = ModifiedUtf8.bytes(text);
        return (int) NameHash.of(letters, 0, letters.length);
    }

    /** Whether a text begins with those bytes. */
    boolean startsWith(int text, byte[] beginning) {
        int from = places[text] + 3;
        if (text == 0 || u2(from - 2) < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (bytes[from + i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the texts are the same. */
    boolean is(int text, byte[] whole) {
        return text != 0 && u2(places[text] + 1) == whole.length && startsWith(text, whole);
    }

    /** The text itself; an empty one where there is none. Outside ASCII it may differ from what Java would read. */
    String text(int text) {
        return text == 0 ? "" : new String(bytes, places[text] + 3, u2(places[text] + 1), StandardCharsets.UTF_8);
    }

    /** The class's access flags. */
    int access() {
        return u2(end);
    }

    /** The class's own name, as an internal name. */
    String name() {
        return text(ownName());
    }

    /** Internal names of the interfaces and of the superclass, in this order; none for modules. */
    List<String> parents() {
        int count = u2(end + 6);
        List<String> parents = new ArrayList<>(count + 1);
        for (int i = 0; i < count; i++) {
            parents.add(text(className(u2(end + 8 + 2 * i))));
        }
        int superclass = className(u2(end + 4));
        if (superclass != 0) {
            parents.add(text(superclass));
        }
        return parents;
    }
}
