package dev.shirube.data;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes one table from its bytes; on the way of every start, therefore without streams. */
final class DataTableReader {

    private final byte[] bytes;
    private int at;
    private String[] pool = {};

    DataTableReader(byte[] bytes) {
        this.bytes = bytes;
    }

    DataNode read() {
        try {
            if (ByteBuffer.wrap(bytes).getInt() != DataTable.MAGIC || bytes[Integer.BYTES] != DataTable.VERSION) {
                throw new IllegalStateException(
                        "Not a table of version " + DataTable.VERSION + ": build the module again.");
            }
            at = Integer.BYTES + 1;
            pool = new String[readSize()];
            for (int i = 0; i < pool.length; i++) {
                int length = readSize();
                pool[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
                at += length;
            }
            return readNode();
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IllegalStateException("The table ends too early: build the module again.", e);
        }
    }

    private DataNode readNode() {
        int kind = bytes[at++];
        switch (kind) {
            case DataTable.NOTHING:
                return DataNode.NOTHING;
            case DataTable.MAPPING:
                int entries = readSize();
                Map<String, DataNode> mapping = new LinkedHashMap<>();
                for (int i = 0; i < entries; i++) {
                    String name = pool[readSize()];
                    mapping.put(name, readNode());
                }
                return new DataNode.Mapping(mapping);
            case DataTable.SEQUENCE:
                int size = readSize();
                List<DataNode> items = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    items.add(readNode());
                }
                return new DataNode.Sequence(items);
            case DataTable.TEXT:
                return new DataNode.Text(pool[readSize()]);
            case DataTable.WHOLE:
                at += Long.BYTES;
                return new DataNode.Whole(ByteBuffer.wrap(bytes).getLong(at - Long.BYTES));
            case DataTable.TRUE:
            case DataTable.FALSE:
                return new DataNode.Truth(kind == DataTable.TRUE);
            default:
                throw new IllegalStateException("Unknown node kind " + kind + ": build the module again.");
        }
    }

    private int readSize() {
        int size = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = bytes[at++];
            size |= (octet & 0x7f) << shift;
            if (octet >= 0) {
                return size;
            }
        }
        throw new IllegalStateException("A size in the table is too long: build the module again.");
    }
}
