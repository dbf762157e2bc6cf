package dev.shirube.standard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shirube.engine.testing.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Archives and class files as nobody decent makes them, each beside a class with a call that must be found all the same, and
 * each with the diagnostic that it must get: its code and the end of its location.
 */
final class HostileArchives {
    /** The class that is in every archive. */
    static final String GOOD = "com/acme/Good.class";

    private static final String NOTHING = "";
    private static final long GIGABYTE = 1L << 30;

    private final Path folder;
    private final byte[] good;
    private final Map<String, String> expected = new TreeMap<>();

    private HostileArchives(Path folder) throws IOException {
        this.folder = folder;
        try (InputStream stream = HostileArchives.class.getResourceAsStream("HostileCorpus.class")) {
            good = stream.readAllBytes();
        }
    }

    static HostileArchives in(Path folder) throws IOException {
        HostileArchives archives = new HostileArchives(folder);
        archives.headers();
        archives.names();
        archives.bombs();
        archives.layout();
        archives.truncations();
        archives.classes();
        return archives;
    }

    /** Names of the files with the diagnostic of each: its code and what its location ends with; empty where none is due. */
    Map<String, String> expected() {
        return expected;
    }

    private void write(String name, String diagnostic, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        expected.put(name, diagnostic);
    }

    private ZipWriter zip() {
        return new ZipWriter().deflated(GOOD, good);
    }

    private byte[] lying(String name, UnaryOperator<ZipWriter.Entry> lie) {
        return new ZipWriter().add(name, good, true, lie).deflated(GOOD, good).bytes();
    }

    private void headers() throws IOException {
        byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(UTF_8);
        write("script", NOTHING, concat(script, zip().bytes(), new byte[500]));
        write("names.jar", "not-what-it-says T.class", lying("T.class", it -> it.withLocalName("Z.class")));
        write(
                "duplicates.jar",
                "duplicate-entry Good.class",
                zip().stored(GOOD, good).bytes());
        write("flag-central.jar", "malformed A.class", lying("A.class", it -> it.withFlags(0, 1)));
        write("flag-local.jar", "malformed A.class", lying("A.class", it -> it.withFlags(1, 0)));
        write(
                "encrypted.jar",
                "encrypted A.class",
                lying("A.class", it -> it.withFlags(1, 1).withData(noise(it))));
        write("crc.jar", "malformed A.class", lying("A.class", it -> it.withCrc(1)));
        write("zip64.jar", NOTHING, zip().bytes64());
        write("method.jar", "unreadable A.class", lying("A.class", it -> it.withMethod(97)));
    }

    private static byte[] noise(ZipWriter.Entry entry) {
        byte[] noise = entry.data().clone();
        for (int i = 0; i < noise.length; i++) {
            noise[i] ^= (byte) (i * 31 + 7);
        }
        return noise;
    }

    private void names() throws IOException {
        write("folder.jar", "suspicious-name A.class", lying("A.class/", it -> it));
        write("traversal.jar", "suspicious-name ../../A.class", lying("../../A.class", it -> it));
        write("absolute.jar", "suspicious-name /etc/A.class", lying("/etc/A.class", it -> it));
        byte[] link = zip().add("link", "/etc/passwd".getBytes(UTF_8), false, it -> it.withAttributes(0xa1ff << 16))
                .bytes();
        write("link.jar", "link-not-followed link", link);
        byte[] agent = zip().deflated("inst/A.classdata", good)
                .deflated("inst/B.esclazz", good)
                .deflated("inst/C", good)
                .deflated("lib/fat.dylib", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 2})
                .bytes();
        write("agent.jar", NOTHING, agent);
    }

    private void bombs() throws IOException {
        byte[] zeros = zeros(GIGABYTE);
        write("zeros.jar", "limit-reached zeros", lying("zeros", it -> sized(it, zeros, GIGABYTE)));
        write("lie.jar", "limit-reached zeros", lying("zeros", it -> sized(it, zeros, 100)));
        byte[] nested = zip().bytes();
        for (int level = 0; level < 20; level++) {
            nested = zip().stored("n.jar", nested).bytes();
        }
        write("levels.jar", "limit-reached n.jar", nested);
        byte[] kernel = zeros(22 << 20);
        ZipWriter overlapping = zip().add("0", new byte[0], true, it -> sized(it, kernel, 22 << 20));
        for (int i = 1; i < 250; i++) {
            overlapping.again(Integer.toString(i));
        }
        write("overlap.jar", "limit-reached 249", overlapping.bytes());
        write(
                "million.jar",
                "limit-reached many.jar",
                zip().deflated("many.jar", many(1_200_000)).bytes());
    }

    private static ZipWriter.Entry sized(ZipWriter.Entry entry, byte[] data, long size) {
        return entry.withData(data).withCompressedSize(data.length).withSize(size);
    }

    private static byte[] zeros(long length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
            byte[] chunk = new byte[1 << 20];
            for (long done = 0; done < length; done += chunk.length) {
                deflated.write(chunk);
            }
        }
        return bytes.toByteArray();
    }

    /** One empty entry, listed again and again. */
    private static byte[] many(int entries) {
        byte[] one = new ZipWriter().stored("e", new byte[0]).bytes();
        int header = 46 + 1;
        byte[] listed = Arrays.copyOfRange(one, one.length - 22 - header, one.length - 22);
        ByteBuffer all =
                ByteBuffer.allocate(one.length - header + entries * header).order(ByteOrder.LITTLE_ENDIAN);
        all.put(one, 0, one.length - 22 - header);
        for (int i = 0; i < entries; i++) {
            all.put(listed);
        }
        int end = all.position();
        all.put(one, one.length - 22, 22);
        all.putShort(end + 8, (short) entries)
                .putShort(end + 10, (short) entries)
                .putInt(end + 12, entries * header);
        return all.array();
    }

    private void layout() throws IOException {
        byte[] outside = zip().deflated("A.class", good).bytes();
        int second = new String(outside, ISO_8859_1).lastIndexOf("PK\1\2");
        ByteBuffer.wrap(outside).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 42, 0x7fffff00);
        write("outside.jar", "unreadable A.class", outside);
        byte[] hidden = new ZipWriter().deflated("Hidden.class", good).bytes();
        int directory = new String(hidden, ISO_8859_1).lastIndexOf("PK\1\2");
        write("hidden.jar", "malformed hidden.jar", concat(Arrays.copyOf(hidden, directory), zip().bytes()));
        write("broken-image", "malformed broken-image", image(10, "\0a\0"));
        write("endless-image", "malformed endless-image", image(1 << 22, "\0x"));
    }

    /** A runtime image of so many resources that all have one location, and that one has no end. */
    private static byte[] image(int slots, String strings) {
        byte[] text = strings.getBytes(UTF_8);
        ByteBuffer image = ByteBuffer.allocate(28 + 8 * slots + slots + text.length);
        image.putInt(0xcafedada)
                .putInt(1 << 16)
                .putInt(0)
                .putInt(slots)
                .putInt(slots)
                .putInt(slots);
        image.putInt(text.length).position(28 + 4 * slots);
        for (int slot = 0; slot < slots; slot++) {
            image.putInt(slot);
        }
        byte[] locations = new byte[slots];
        Arrays.fill(locations, (byte) 0x1f);
        return image.put(locations).put(text).array();
    }

    private void truncations() throws IOException {
        byte[] whole = zip().deflated("A.class", good).stored("B.class", good).bytes();
        int least = new String(whole, ISO_8859_1).indexOf("PK\3\4", 4);
        for (int part = 1; part < 50; part++) {
            int length = whole.length * part / 50;
            if (length >= least) {
                write("cut-" + part + ".jar", "malformed cut-" + part + ".jar", Arrays.copyOf(whole, length));
            }
        }
    }

    private void classes() throws IOException {
        write("version-73.jar", "newer-format A.class", changed(7, 73));
        write("version-80.jar", "newer-format A.class", changed(7, 80));
        byte[] preview = good.clone();
        preview[4] = (byte) 0xff;
        preview[5] = (byte) 0xff;
        write("preview.jar", NOTHING, zip().deflated("A.class", preview).bytes());
        write("bad-tag.jar", "malformed A.class", changed(10, 99));
        write("pool.jar", "malformed A.class", changed(8, 0xff));
        byte[] half = Arrays.copyOf(good, good.length / 2);
        write("half.jar", "malformed A.class", zip().deflated("A.class", half).bytes());
        // Nothing but attributes ends a class file: the length of the last one is a lie now.
        byte[] attribute = good.clone();
        Arrays.fill(attribute, attribute.length - 40, attribute.length, (byte) 0x7f);
        write("attribute.jar", NOTHING, zip().deflated("A.class", attribute).bytes());
    }

    private byte[] changed(int at, int value) {
        byte[] bytes = good.clone();
        bytes[at] = (byte) value;
        return zip().deflated("A.class", bytes).bytes();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
