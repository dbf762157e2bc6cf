package dev.shirube.material.nss;

import dev.shirube.material.DerException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of a table in a file of SQLite (file format of version 3, sections 1.3 to 2.1), read without its library: a
 * hostile file is met by arithmetic on an array and by nothing else.
 *
 * <p>Every page is read at most once, so that no circle of pages ends in a circle here and no more is ever copied than the
 * file is long. Pages of a write-ahead log are not seen.
 */
final class SqliteFile {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int INTERIOR = 0x05;
    private static final int LEAF = 0x0d;

    /** Of NULL, the integers, the floating-point number, and the constants 0 and 1. */
    private static final int[] FIXED_LENGTHS = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};

    /** More rows than any database of certificates has. */
    private static final int MOST_ROWS = 100_000;

    private final byte[] bytes;
    private final int pageSize;
    private final int usable;

    /**
     * A table.
     *
     * @param root number of its first page
     * @param columns names, in lower case
     */
    record Table(int root, List<String> columns) {}

    /** What is done with a row: the bytes of each column, empty where it is NULL or a number. */
    @FunctionalInterface
    interface Row {
        void values(List<byte[]> values) throws DerException;
    }

    SqliteFile(byte[] bytes) throws DerException {
        this.bytes = bytes;
        if (bytes.length < HEADER || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
            throw new DerException("it does not begin like a database of SQLite");
        }
        int announced = number(16, 2);
        pageSize = announced == 1 ? 65_536 : announced;
        usable = pageSize - (bytes[20] & 0xff);
        if (pageSize < 512 || Integer.bitCount(pageSize) != 1 || usable < 480) {
            throw new DerException("pages of " + pageSize + " bytes");
        }
    }

    /** The table of that name, from the schema on the first page. */
    Optional<Table> table(String name) throws DerException {
        List<Table> found = new ArrayList<>();
        rows(1, 5, values -> {
            if (text(values.get(0)).equals("table") && text(values.get(1)).equalsIgnoreCase(name)) {
                found.add(new Table(Math.toIntExact(integer(values.get(3))), columns(text(values.get(4)))));
            }
        });
        return found.stream().findFirst();
    }

    /** The names in {@code CREATE TABLE t (id PRIMARY KEY, a0, a1)}. */
    private static List<String> columns(String sql) {
        List<String> names = new ArrayList<>();
        int open = sql.indexOf('(');
        for (String column : sql.substring(open + 1).split(",")) {
            names.add(column.strip().split("[\\s)]", 2)[0].toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Hands over all rows of that table. */
    void rows(Table table, Row row) throws DerException {
        rows(table.root(), table.columns().size(), row);
    }

    private void rows(int root, int columns, Row row) throws DerException {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(root));
        int rows = 0;
        while (!open.isEmpty()) {
            int page = open.pop();
            int at = enter(page, seen) + (page == 1 ? HEADER : 0);
            int type = number(at, 1);
            int cells = number(at + 3, 2);
            int pointers = at + (type == INTERIOR ? 12 : 8);
            if (type != INTERIOR && type != LEAF) {
                throw new DerException("page " + page + " is of type " + type);
            }
            for (int i = 0; i < cells; i++) {
                int cell = start(page) + number(pointers + 2 * i, 2);
                if (type == INTERIOR) {
                    open.push(number(cell, 4));
                } else if (++rows > MOST_ROWS) {
                    throw new DerException("more than " + MOST_ROWS + " rows");
                } else {
                    row.values(record(payload(cell, seen), columns));
                }
            }
            if (type == INTERIOR) {
                open.push(number(at + 8, 4));
            }
        }
    }

    private int enter(int page, BitSet seen) throws DerException {
        if (page < 1 || (long) page * pageSize > bytes.length) {
            throw new DerException("page " + page + " is not in the file");
        }
        if (seen.get(page)) {
            throw new DerException("page " + page + " stands in two places");
        }
        seen.set(page);
        return start(page);
    }

    private int start(int page) {
        return (page - 1) * pageSize;
    }

    /** The bytes of a leaf's cell, those on overflow pages included (section 1.6). */
    private byte[] payload(int cell, BitSet seen) throws DerException {
        Varint length = varint(bytes, cell);
        Varint rowId = varint(bytes, length.next());
        if (length.value() < 0 || length.value() > bytes.length) {
            throw new DerException("a row of " + length.value() + " bytes");
        }
        int whole = (int) length.value();
        int local = local(whole);
        ByteArrayOutputStream out = new ByteArrayOutputStream(whole);
        copy(rowId.next(), local, out);
        int page = local < whole ? number(rowId.next() + local, 4) : 0;
        while (out.size() < whole) {
            int at = enter(page, seen);
            copy(at + 4, Math.min(whole - out.size(), usable - 4), out);
            page = number(at, 4);
        }
        return out.toByteArray();
    }

    private int local(int whole) {
        int most = usable - 35;
        if (whole <= most) {
            return whole;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int fitting = least + (whole - least) % (usable - 4);
        return fitting <= most ? fitting : least;
    }

    private void copy(int from, int length, ByteArrayOutputStream out) throws DerException {
        if (from < 0 || length > bytes.length - from) {
            throw new DerException("a row reaches beyond the file");
        }
        out.write(bytes, from, length);
    }

    /** The values of a record (section 2.1): a header of types, then the bodies. */
    private static List<byte[]> record(byte[] record, int columns) throws DerException {
        Varint header = varint(record, 0);
        int type = header.next();
        long body = header.value();
        List<byte[]> values = new ArrayList<>();
        while (type < header.value() && values.size() < columns) {
            Varint serial = varint(record, type);
            type = serial.next();
            long length = length(serial.value());
            if (body < 0 || length < 0 || length > record.length - body) {
                throw new DerException("a value reaches beyond its row");
            }
            values.add(Arrays.copyOfRange(record, (int) body, (int) (body + length)));
            body += length;
        }
        while (values.size() < columns) {
            values.add(new byte[0]);
        }
        return values;
    }

    private static long length(long serial) {
        if (serial >= 12) {
            return (serial - 12) / 2;
        }
        return serial < 0 || serial >= FIXED_LENGTHS.length ? -1 : FIXED_LENGTHS[(int) serial];
    }

    private record Varint(long value, int next) {}

    private static Varint varint(byte[] in, int at) throws DerException {
        long value = 0;
        for (int i = 0; i < 9; i++) {
            if (at < 0 || at + i >= in.length) {
                throw new DerException("ends in the middle of a number");
            }
            int next = in[at + i];
            if (i == 8) {
                return new Varint(value << 8 | next & 0xff, at + 9);
            }
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return new Varint(value, at + i + 1);
            }
        }
        throw new IllegalStateException("A number ends after nine bytes");
    }

    private int number(int at, int width) throws DerException {
        if (at < 0 || width > bytes.length - at) {
            throw new DerException("ends in the middle of a page");
        }
        int value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    private static long integer(byte[] value) throws DerException {
        if (value.length > 4) {
            throw new DerException("a page number of " + value.length + " bytes");
        }
        long number = 0;
        for (byte one : value) {
            number = number << 8 | one & 0xff;
        }
        return number & 0x7fffffffL;
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
