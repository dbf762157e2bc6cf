package dev.shirube.material;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes over one serialised Java object by the grammar of its stream (Java Object Serialization Specification, chapter 6).
 * No class is looked up and no object made.
 */
final class SerialisedObject {

    private static final int MAGIC = 0xaced0005;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_HANDLES = 10_000;
    private static final int FIRST_HANDLE = 0x7e0000;

    private static final int NULL = 0x70;
    private static final int REFERENCE = 0x71;
    private static final int CLASS_DESCRIPTION = 0x72;
    private static final int OBJECT = 0x73;
    private static final int STRING = 0x74;
    private static final int ARRAY = 0x75;
    private static final int BLOCK = 0x77;
    private static final int END_OF_BLOCKS = 0x78;
    private static final int LONG_BLOCK = 0x7a;

    private static final int HAS_ANNOTATION = 1;
    private static final int SERIALIZABLE = 2;

    /** What one class says of its objects: the types of its fields in order. */
    private record Layer(int flags, List<Character> fields) {}

    /** A class with those above it, the highest first. */
    private record Type(String name, List<Layer> layers) {}

    /** What a handle stands for where that is no class. */
    private static final Type OTHER = new Type("", List.of());

    private final DataInputStream in;
    private final List<Type> handles = new ArrayList<>();

    private SerialisedObject(DataInputStream in) {
        this.in = in;
    }

    /** Leaves the stream, all of whose bytes are in memory, behind the object that it stands before. */
    static void skip(DataInputStream in) throws IOException, DerException {
        if (in.readInt() != MAGIC) {
            throw new DerException("a secret key that is no serialised object");
        }
        new SerialisedObject(in).content(in.readUnsignedByte(), 0);
    }

    private void content(int tag, int depth) throws IOException, DerException {
        if (depth > MAX_DEPTH) {
            throw new DerException("serialised objects nest deeper than " + MAX_DEPTH);
        }
        switch (tag) {
            case NULL -> {}
            case REFERENCE -> referred();
            case CLASS_DESCRIPTION -> description(depth);
            case OBJECT -> {
                Type type = type(depth);
                handle(OTHER);
                values(type, depth);
            }
            case STRING -> {
                in.readUTF();
                handle(OTHER);
            }
            case ARRAY -> array(depth);
            case BLOCK -> pass(in.readUnsignedByte());
            case LONG_BLOCK -> pass(in.readInt());
            default -> throw new DerException("a serialised object with tag " + tag);
        }
    }

    private void array(int depth) throws IOException, DerException {
        Type type = type(depth);
        handle(OTHER);
        int count = in.readInt();
        if (type.name().length() < 2 || count < 0) {
            throw new DerException("a serialised array of " + count + " values");
        }
        char element = type.name().charAt(1);
        if (isReference(element)) {
            for (int i = 0; i < count; i++) {
                content(in.readUnsignedByte(), depth + 1);
            }
        } else {
            pass((long) count * width(element));
        }
    }

    private void values(Type type, int depth) throws IOException, DerException {
        for (Layer layer : type.layers()) {
            if ((layer.flags() & SERIALIZABLE) == 0) {
                throw new DerException("a serialised object with a form of its own");
            }
            for (char field : layer.fields()) {
                if (isReference(field)) {
                    content(in.readUnsignedByte(), depth + 1);
                } else {
                    pass(width(field));
                }
            }
            if ((layer.flags() & HAS_ANNOTATION) != 0) {
                annotation(depth);
            }
        }
    }

    private void annotation(int depth) throws IOException, DerException {
        for (int tag = in.readUnsignedByte(); tag != END_OF_BLOCKS; tag = in.readUnsignedByte()) {
            content(tag, depth + 1);
        }
    }

    private Type type(int depth) throws IOException, DerException {
        return switch (in.readUnsignedByte()) {
            case CLASS_DESCRIPTION -> description(depth);
            case REFERENCE -> referred();
            default -> throw new DerException("a serialised object without class");
        };
    }

    private Type description(int depth) throws IOException, DerException {
        if (depth > MAX_DEPTH) {
            throw new DerException("serialised classes nest deeper than " + MAX_DEPTH);
        }
        String name = in.readUTF();
        in.readLong();
        int handle = handle(OTHER);
        int flags = in.readUnsignedByte();
        List<Character> fields = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            char field = (char) in.readUnsignedByte();
            in.readUTF();
            if (isReference(field)) {
                content(in.readUnsignedByte(), depth + 1);
            }
            fields.add(field);
        }
        annotation(depth);
        int tag = in.readUnsignedByte();
        Type above = switch (tag) {
            case NULL -> OTHER;
            case REFERENCE -> referred();
            case CLASS_DESCRIPTION -> description(depth + 1);
            default -> throw new DerException("a serialised class above with tag " + tag);
        };
        if (above.layers().size() >= MAX_DEPTH) {
            throw new DerException("more than " + MAX_DEPTH + " serialised classes above each other");
        }
        List<Layer> layers = new ArrayList<>(above.layers());
        layers.add(new Layer(flags, List.copyOf(fields)));
        Type type = new Type(name, List.copyOf(layers));
        handles.set(handle, type);
        return type;
    }

    private Type referred() throws IOException, DerException {
        int index = in.readInt() - FIRST_HANDLE;
        if (index < 0 || index >= handles.size()) {
            throw new DerException("a serialised object that refers to nothing");
        }
        return handles.get(index);
    }

    private int handle(Type type) throws DerException {
        if (handles.size() == MAX_HANDLES) {
            throw new DerException("a serialised object of more than " + MAX_HANDLES + " parts");
        }
        handles.add(type);
        return handles.size() - 1;
    }

    private void pass(long bytes) throws IOException, DerException {
        if (bytes < 0 || bytes > in.available()) {
            throw new DerException("announces " + bytes + " bytes, but " + in.available() + " are left");
        }
        in.skipNBytes(bytes);
    }

    private static boolean isReference(char type) {
        return type == 'L' || type == '[';
    }

    private static int width(char type) throws DerException {
        return switch (type) {
            case 'B', 'Z' -> 1;
            case 'C', 'S' -> 2;
            case 'I', 'F' -> 4;
            case 'J', 'D' -> 8;
            default -> throw new DerException("a serialised field of no known type");
        };
    }
}
