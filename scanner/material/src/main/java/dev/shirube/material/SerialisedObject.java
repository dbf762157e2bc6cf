package dev.shirube.material;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one serialised Java object by the grammar of its stream (Java Object Serialization Specification, chapter 6), for the
 * texts and byte arrays among its fields. No class is looked up and no object made.
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
    private static final int ENUM = 0x7e;

    private static final int HAS_ANNOTATION = 1;
    private static final int SERIALIZABLE = 2;

    /** One field by type and name. */
    private record Field(char type, String name) {}

    /** What one class says of its objects: their fields in order. */
    private record Layer(int flags, List<Field> fields) {}

    /** A class with those above it, the highest first. */
    private record Type(String name, List<Layer> layers) {}

    /** What a handle stands for where that is no class. */
    private static final Type OTHER = new Type("", List.of());

    /** The fields of an object that are texts or byte arrays, by their names. */
    static final class Values {

        private final Map<String, Object> fields = new HashMap<>();

        /** The text of that name, if there is one. */
        Optional<String> text(String name) {
            return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
        }

        /** The bytes of that name, if there are some. */
        Optional<byte[]> bytes(String name) {
            return fields.get(name) instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty();
        }
    }

    private final DataInputStream in;
    private final List<Object> handles = new ArrayList<>();

    private SerialisedObject(DataInputStream in) {
        this.in = in;
    }

    /** The fields of the object that the stream, all of whose bytes are in memory, stands before; it then stands behind it. */
    static Values read(DataInputStream in) throws IOException, DerException {
        if (in.readInt() != MAGIC) {
            throw new DerException("a secret key that is no serialised object");
        }
        return new SerialisedObject(in).content(in.readUnsignedByte(), 0) instanceof Values values
                ? values
                : new Values();
    }

    /** A text, the bytes of an array, the values of an object, or what stands for anything else. */
    private Object content(int tag, int depth) throws IOException, DerException {
        if (depth > MAX_DEPTH) {
            throw new DerException("serialised objects nest deeper than " + MAX_DEPTH);
        }
        return switch (tag) {
            case NULL -> OTHER;
            case REFERENCE -> referred();
            case CLASS_DESCRIPTION -> description(depth);
            case OBJECT -> {
                Type type = type(depth);
                int handle = handle(OTHER);
                Values values = values(type, depth);
                handles.set(handle, values);
                yield values;
            }
            case STRING -> {
                String text = in.readUTF();
                handle(text);
                yield text;
            }
            case ENUM -> {
                type(depth);
                handle(OTHER);
                yield content(in.readUnsignedByte(), depth + 1);
            }
            case ARRAY -> array(depth);
            case BLOCK -> pass(in.readUnsignedByte());
            case LONG_BLOCK -> pass(in.readInt());
            default -> throw new DerException("a serialised object with tag " + tag);
        };
    }

    private Object array(int depth) throws IOException, DerException {
        Type type = type(depth);
        int handle = handle(OTHER);
        int count = in.readInt();
        if (type.name().length() < 2 || count < 0) {
            throw new DerException("a serialised array of " + count + " values");
        }
        char element = type.name().charAt(1);
        if (element == 'B' && count <= in.available()) {
            byte[] bytes = in.readNBytes(count);
            handles.set(handle, bytes);
            return bytes;
        }
        if (!isReference(element)) {
            return pass((long) count * width(element));
        }
        for (int i = 0; i < count; i++) {
            content(in.readUnsignedByte(), depth + 1);
        }
        return OTHER;
    }

    private Values values(Type type, int depth) throws IOException, DerException {
        Values values = new Values();
        for (Layer layer : type.layers()) {
            if ((layer.flags() & SERIALIZABLE) == 0) {
                throw new DerException("a serialised object with a form of its own");
            }
            for (Field field : layer.fields()) {
                if (isReference(field.type())) {
                    values.fields.put(field.name(), content(in.readUnsignedByte(), depth + 1));
                } else {
                    pass(width(field.type()));
                }
            }
            if ((layer.flags() & HAS_ANNOTATION) != 0) {
                annotation(depth);
            }
        }
        return values;
    }

    private void annotation(int depth) throws IOException, DerException {
        for (int tag = in.readUnsignedByte(); tag != END_OF_BLOCKS; tag = in.readUnsignedByte()) {
            content(tag, depth + 1);
        }
    }

    private Type type(int depth) throws IOException, DerException {
        return switch (in.readUnsignedByte()) {
            case CLASS_DESCRIPTION -> description(depth);
            case REFERENCE -> referredType();
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
        List<Field> fields = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            Field field = new Field((char) in.readUnsignedByte(), in.readUTF());
            if (isReference(field.type())) {
                content(in.readUnsignedByte(), depth + 1);
            }
            fields.add(field);
        }
        annotation(depth);
        int tag = in.readUnsignedByte();
        Type above = switch (tag) {
            case NULL -> OTHER;
            case REFERENCE -> referredType();
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

    private Type referredType() throws IOException, DerException {
        if (referred() instanceof Type type) {
            return type;
        }
        throw new DerException("a serialised object whose class is none");
    }

    private Object referred() throws IOException, DerException {
        int index = in.readInt() - FIRST_HANDLE;
        if (index < 0 || index >= handles.size()) {
            throw new DerException("a serialised object that refers to nothing");
        }
        return handles.get(index);
    }

    private int handle(Object value) throws DerException {
        if (handles.size() == MAX_HANDLES) {
            throw new DerException("a serialised object of more than " + MAX_HANDLES + " parts");
        }
        handles.add(value);
        return handles.size() - 1;
    }

    private Object pass(long bytes) throws IOException, DerException {
        if (bytes < 0 || bytes > in.available()) {
            throw new DerException("announces " + bytes + " bytes, but " + in.available() + " are left");
        }
        in.skipNBytes(bytes);
        return OTHER;
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
