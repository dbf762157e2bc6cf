package dev.shirube.engine.jimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipLimitException;
import dev.shirube.engine.zip.ZipLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runtime images of the running JDK and of its linker: the JDK's own reader is the witness for every name and byte. */
class RuntimeImageTest {

    private static final ZipLimits LIMITS = new ZipLimits(64 << 20, 200, 64 << 20);
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    @Test
    void theImageOfTheRunningJdkHasTheNamesAndBytesThatItsOwnReaderSees() throws Exception {
        Path file = HOME.resolve("lib/modules");
        Assumptions.assumeTrue(Files.exists(file), "this JDK runs from folders, without a runtime image");
        try (FileSystem jrt = jrt(HOME);
                ByteSource source = ByteSource.of(file)) {
            RuntimeImage image = RuntimeImage.read(source, 1_000_000);

            assertThat(image.complete()).isTrue();
            assertThat(image.entries()).hasSizeGreaterThan(25_000);
            assertReadsAs(digests(jrt), image);
        }
    }

    /** Needs a JDK that can link, such as that of the package openjdk-17-jdk-headless. */
    @Test
    @Tag("slow")
    void whatTheLinkerCompressesIsReadInBothByteOrders() throws Exception {
        Path plain = link("little", 0);
        Map<String, Integer> expected;
        try (FileSystem jrt = jrt(plain)) {
            expected = digests(jrt);
        }
        assertThat(expected).containsKey("java.base/java/security/Signature.class");
        for (Path linked : List.of(plain, link("big", 1), link("little", 2), link("big", 2))) {
            try (ByteSource source = ByteSource.of(linked.resolve("lib/modules"))) {
                RuntimeImage image = RuntimeImage.read(source, 1_000_000);

                assertThat(image.entries().stream().anyMatch(it -> !it.stored()))
                        .as(linked.toString())
                        .isEqualTo(!linked.equals(plain));
                assertReadsAs(expected, image);
            }
        }
    }

    private Path link(String endian, int compression) throws IOException {
        Path linked = folder.resolve(endian + compression);
        if (!Files.exists(linked)) {
            ToolProvider jlink = ToolProvider.findFirst("jlink").orElse(null);
            Assumptions.assumeTrue(jlink != null, "this JDK has no jlink");
            PrintWriter said = new PrintWriter(new StringWriter());
            int code = jlink.run(
                    said,
                    said,
                    "--add-modules=java.base",
                    "--output=" + linked,
                    "--endian=" + endian,
                    "--compress=" + compression);
            Assumptions.assumeTrue(code == 0, "this JDK's jlink has no modules to link");
        }
        return linked;
    }

    private static FileSystem jrt(Path home) throws IOException {
        return FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()));
    }

    private static Map<String, Integer> digests(FileSystem jrt) throws IOException {
        Path modules = jrt.getPath("/modules");
        Map<String, Integer> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(modules)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(modules.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    private static void assertReadsAs(Map<String, Integer> expected, RuntimeImage image) throws IOException {
        assertThat(image.faults()).isEmpty();
        Map<String, Integer> rest = new TreeMap<>(expected);
        List<String> others = new ArrayList<>();
        for (ImageEntry entry : image.entries()) {
            if (!entry.table()
                    && !Integer.valueOf(Arrays.hashCode(image.bytes(entry, LIMITS)))
                            .equals(rest.remove(entry.name()))) {
                others.add(entry.name());
            }
        }
        assertThat(others).isEmpty();
        assertThat(rest.keySet()).isEmpty();
    }

    /** An image of one resource: the smallest that can be broken in every field. */
    private static byte[] small(ByteOrder order) {
        byte[] strings = "\0java.base\0java/lang\0Object\0class\0".getBytes(StandardCharsets.US_ASCII);
        byte[] locations = {0, 1 << 3, 1, 2 << 3, 11, 3 << 3, 21, 4 << 3, 28, 7 << 3 | 1, 0, 5, 0};
        byte[] content = {1, 2, 3, 4, 5};
        ByteBuffer image = ByteBuffer.allocate(28 + 8 + locations.length + strings.length + content.length)
                .order(order);
        image.putInt(0xcafedada).putInt(1 << 16).putInt(0).putInt(1).putInt(1);
        image.putInt(locations.length).putInt(strings.length);
        image.putInt(-1).putInt(1).put(locations).put(strings).put(content);
        return image.array();
    }

    @Test
    void aSmallImageIsReadInBothByteOrders() throws Exception {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            assertThat(RuntimeImage.begins(small(order))).isTrue();
            RuntimeImage image = RuntimeImage.read(ByteSource.of(small(order)), 10);
            assertThat(image.entries())
                    .extracting(ImageEntry::name)
                    .containsExactly("java.base/java/lang/Object.class");
            assertThat(image.bytes(image.entries().get(0), LIMITS)).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void aResourceWithSharedStringsThatIsDeflatedIsMadeWholeAgain() throws Exception {
        String pool = "\0(L;L;)V\0java/lang\0Object\0Alone\0zip\0compact-cp\0class\0";
        byte[] strings = pool.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer shared = ByteBuffer.allocate(60);
        shared.put(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).putShort((short) 6);
        shared.put((byte) 1).putShort((short) 2).put(new byte[] {'h', 'i'});
        shared.put((byte) 23).put(oneByte(pool.indexOf("java/lang")));
        shared.put((byte) 5).putLong(42);
        // Two classes: one in a package, its name told in two bytes, and one in none, its name told in four.
        shared.put((byte) 25).put(oneByte(pool.indexOf("(L"))).put(oneByte(8));
        shared.put(oneByte(pool.indexOf("java/lang")))
                .put((byte) (0x80 | 2 << 5))
                .put((byte) pool.indexOf("Object"));
        shared.put(oneByte(0)).putInt(pool.indexOf("Alone"));
        shared.put((byte) 9);
        byte[] patched = Arrays.copyOf(shared.array(), shared.position());
        int size = 10 + 5 + 3 + "java/lang".length() + 9 + 3 + "(Ljava/lang/Object;LAlone;)V".length() + 1;
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            byte[] inner = wrapped(order, patched, size, pool.indexOf("compact-cp"));
            byte[] outer = wrapped(order, deflated(inner), inner.length, pool.indexOf("zip"));
            ResourceDecompressor decompressor = new ResourceDecompressor(order, new ImageStrings(strings));
            String plain = new String(decompressor.decompress(outer, size, LIMITS), StandardCharsets.ISO_8859_1);
            assertThat(plain)
                    .contains("\1\0\2hi", "\1\0\11java/lang", "(Ljava/lang/Object;LAlone;)V")
                    .endsWith("\11");
            assertThatThrownBy(() -> decompressor.decompress(outer, size + 1, LIMITS))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("are announced");
            byte[] unknown = wrapped(order, patched, size, pool.indexOf("class"));
            assertThatThrownBy(() -> decompressor.decompress(unknown, size, LIMITS))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessage("compressed by the plug-in class");
        }
    }

    private static byte oneByte(int value) {
        return (byte) (0x80 | 1 << 5 | value);
    }

    private static byte[] wrapped(ByteOrder order, byte[] content, int size, int name) {
        return ByteBuffer.allocate(29 + content.length)
                .order(order)
                .putInt(0xcafefafa)
                .putLong(content.length)
                .putLong(size)
                .putInt(name)
                .putInt(-1)
                .put((byte) 1)
                .put(content)
                .array();
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        byte[] bytes = new byte[1000];
        int length = deflater.deflate(bytes);
        deflater.end();
        return Arrays.copyOf(bytes, length);
    }

    @Test
    void everyTruncationIsToldOf() throws Exception {
        byte[] whole = small(ByteOrder.LITTLE_ENDIAN);
        for (int length = 4; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> readAll(part)).as("%d", length).isInstanceOf(ImageFormatException.class);
        }
    }

    @Test
    void noChangedByteIsAnythingButAnImageOrItsRefusal() {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            byte[] whole = small(order);
            for (int at = 0; at < whole.length; at++) {
                for (int value = 0; value < 256; value++) {
                    byte[] changed = whole.clone();
                    changed[at] = (byte) value;
                    try {
                        readAll(changed);
                    } catch (ImageFormatException | ZipLimitException refused) {
                        assertThat(refused).hasMessageNotContaining("null");
                    } catch (IOException | RuntimeException other) {
                        throw new AssertionError("byte " + at + " is " + value, other);
                    }
                }
            }
        }
    }

    @Test
    void moreResourcesThanAllowedAreTold() throws Exception {
        RuntimeImage image = RuntimeImage.read(ByteSource.of(small(ByteOrder.BIG_ENDIAN)), 0);
        assertThat(image.complete()).isFalse();
        assertThat(image.entries()).isEmpty();
    }

    @Test
    void manyResourcesWithOneLongNameStopAtABound() throws Exception {
        int slots = 40_000;
        byte[] strings = new byte[60_002];
        Arrays.fill(strings, 1, strings.length - 1, (byte) 'x');
        ByteBuffer image = ByteBuffer.allocate(28 + 8 * slots + 3 * slots + strings.length);
        image.putInt(0xcafedada).putInt(1 << 16).putInt(0).putInt(slots).putInt(slots);
        image.putInt(3 * slots).putInt(strings.length).position(28 + 4 * slots);
        for (int slot = 0; slot < slots; slot++) {
            image.putInt(3 * slot);
        }
        for (int slot = 0; slot < slots; slot++) {
            image.put((byte) (3 << 3)).put((byte) 1).put((byte) 0);
        }
        image.put(strings);

        RuntimeImage read = RuntimeImage.read(ByteSource.of(image.array()), 1_000_000);

        assertThat(read.entries()).hasSizeBetween(500, 1_000);
        assertThat(read.faults()).anyMatch(it -> it.startsWith("its index breaks off after resource "));
    }

    private static void readAll(byte[] bytes) throws IOException {
        RuntimeImage image = RuntimeImage.read(ByteSource.of(bytes), 10);
        for (ImageEntry entry : image.entries()) {
            image.bytes(entry, LIMITS);
        }
        if (!image.faults().isEmpty()) {
            throw new ImageFormatException(image.faults().get(0));
        }
    }
}
