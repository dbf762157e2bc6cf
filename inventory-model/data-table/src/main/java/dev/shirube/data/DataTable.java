package dev.shirube.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The binary form of a {@link DataNode}: a pool of texts, then the tree in one pass.
 *
 * <p>Written by the build, read at run time: no command parses YAML of ours. The same tree always gives the same bytes.
 */
public final class DataTable {

    static final int MAGIC = 0x53484442; // "SHDB"
    static final int VERSION = 1;

    static final int NOTHING = 0;
    static final int MAPPING = 1;
    static final int SEQUENCE = 2;
    static final int TEXT = 3;
    static final int WHOLE = 4;
    static final int TRUE = 5;
    static final int FALSE = 6;

    private DataTable() {}

    /**
     * Reads the table that the build put on the class path beside the given class.
     *
     * @throws IllegalStateException when it is missing or damaged: the program was not built whole
     */
    public static DataNode load(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The table " + resource + " is missing beside "
                        + beside.getPackageName() + ": build the module again.");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + resource + " cannot be read", e);
        }
    }

    /** Decodes a table. */
    public static DataNode read(byte[] bytes) {
        return new DataTableReader(bytes).read();
    }

    /** Encodes a table. */
    public static byte[] write(DataNode node) {
        Map<String, Integer> pool = new LinkedHashMap<>();
        collect(node, pool);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(VERSION);
            writeSize(out, pool.size());
            for (String text : pool.keySet()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                writeSize(out, utf8.length);
                out.write(utf8);
            }
            writeNode(out, node, pool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void collect(DataNode node, Map<String, Integer> pool) {
        if (node instanceof DataNode.Mapping mapping) {
            mapping.entries().forEach((name, value) -> {
                pool.putIfAbsent(name, pool.size());
                collect(value, pool);
            });
        } else if (node instanceof DataNode.Sequence sequence) {
            sequence.items().forEach(item -> collect(item, pool));
        } else if (node instanceof DataNode.Text text) {
            pool.putIfAbsent(text.value(), pool.size());
        }
    }

    private static void writeNode(DataOutputStream out, DataNode node, Map<String, Integer> pool) throws IOException {
        if (node instanceof DataNode.Mapping mapping) {
            out.writeByte(MAPPING);
            writeSize(out, mapping.entries().size());
            for (Map.Entry<String, DataNode> entry : mapping.entries().entrySet()) {
                writeSize(out, pool.get(entry.getKey()));
                writeNode(out, entry.getValue(), pool);
            }
        } else if (node instanceof DataNode.Sequence sequence) {
            out.writeByte(SEQUENCE);
            writeSize(out, sequence.items().size());
            for (DataNode item : sequence.items()) {
                writeNode(out, item, pool);
            }
        } else if (node instanceof DataNode.Text text) {
            out.writeByte(TEXT);
            writeSize(out, pool.get(text.value()));
        } else if (node instanceof DataNode.Whole whole) {
            out.writeByte(WHOLE);
            out.writeLong(whole.value());
        } else if (node instanceof DataNode.Truth truth) {
            out.writeByte(truth.value() ? TRUE : FALSE);
        } else {
            out.writeByte(NOTHING);
        }
    }

    private static void writeSize(DataOutputStream out, int size) throws IOException {
        int rest = size;
        while (rest >= 0x80) {
            out.writeByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
