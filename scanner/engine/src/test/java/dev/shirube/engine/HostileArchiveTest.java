package dev.shirube.engine;

import static dev.shirube.engine.Scans.CONTEXT;
import static dev.shirube.engine.Scans.RSA;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.ScanResult;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.engine.testing.ZipWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class HostileArchiveTest {

    private static final byte[] KEY = "RSA".getBytes(UTF_8);

    @Test
    void aScriptInFrontAndBytesBehindHideNothing() throws Exception {
        byte[] zip = new ZipWriter().deflated("A.class", KEY).bytes();
        byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(UTF_8);

        List<ScanResult> results = scan(InMemoryUnit.of()
                .with("app", concat(script, zip))
                .with("app.jar", concat(script, zip, new byte[300]))
                .with("run.sh", "#!/bin/sh\necho RSA\n"));

        assertThat(Scans.places(results)).containsExactly("run.sh:2#0", "app!/A.class:1#0", "app.jar!/A.class:1#0");
        assertThat(Scans.diagnostics(results)).containsExactly("language-not-read . [1, Shell]");
    }

    @Test
    void offsetsThatCountTheScriptAreReadAsWell() throws Exception {
        byte[] script = "#!/bin/sh\n".getBytes(UTF_8);
        byte[] zip = concat(script, new ZipWriter().deflated("A.class", KEY).bytes());
        ByteBuffer fields = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int directory = fields.getInt(end + 16) + script.length;
        fields.putInt(end + 16, directory);
        fields.putInt(directory + 42, script.length);

        assertThat(Scans.places(scan(InMemoryUnit.of().with("a.jar", zip)))).containsExactly("a.jar!/A.class:1#0");
    }

    @Test
    void allOfSeveralEqualNamesAreLookedAt() throws Exception {
        byte[] zip = new ZipWriter()
                .deflated("A.class", KEY)
                .deflated("A.class", "other".getBytes(UTF_8))
                .stored("A.class", KEY)
                .bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results)).containsExactly("a.jar!/A.class:1#0", "a.jar!/A.class:1#1");
        assertThat(Scans.diagnostics(results)).containsExactly("duplicate-entry a.jar!/A.class [3]");
        assertThat(Scans.coverage(results))
                .containsExactly("a.jar archive READ 1", "a.jar fake READ 2", "a.jar fake NO_ANCHOR 1");
    }

    @Test
    void equalNamesComeOutTheSameOnAnyNumberOfThreads() throws Exception {
        ZipWriter writer = new ZipWriter();
        for (int i = 0; i < 200; i++) {
            writer.deflated("A.class", "RSA " + i % 7);
            writer.stored("x.jar", new ZipWriter().deflated(i + ".class", "RSA").bytes());
        }
        byte[] zip = writer.bytes();

        List<ScanResult> reference = scan(InMemoryUnit.of().with("a.jar", zip));
        ScanContext parallel = CONTEXT.withThreads(5);

        assertThat(reference).hasSize(202);
        assertThat(Scans.units(
                                parallel,
                                List.of(RSA),
                                InMemoryUnit.of().with("a.jar", zip).under(parallel))
                        .equals(reference))
                .isTrue();
    }

    @Test
    void equalNamesOfNestedArchivesAreUnitsOfTheirOwn() throws Exception {
        byte[] one = new ZipWriter().deflated("A.class", KEY).bytes();
        byte[] two = new ZipWriter().deflated("B.class", KEY).bytes();
        byte[] zip =
                new ZipWriter().deflated("x.jar", one).deflated("x.jar", two).bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(results)
                .extracting(ScanResult::unit)
                .containsExactly(".", "a.jar", "a.jar!/x.jar", "a.jar!/x.jar#2");
        assertThat(Scans.places(results))
                .containsExactlyInAnyOrder("a.jar!/x.jar!/A.class:1#0", "a.jar!/x.jar#2!/B.class:1#0");
    }

    @Test
    void theCentralDirectoryWinsAndTheDifferenceIsTold() throws Exception {
        byte[] zip = new ZipWriter()
                .add("T.class", KEY, true, it -> it.withLocalName("Z.class"))
                .bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results)).containsExactly("a.jar!/T.class:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly("not-what-it-says a.jar!/T.class [T.class, local header: Z.class]");
    }

    @Test
    void encryptionCostsOnlyTheEntryAndAFlagAloneNothing() throws Exception {
        byte[] noise = new byte[15];
        new Random(1).nextBytes(noise);
        byte[] zip = new ZipWriter()
                .deflated("plain.txt", KEY)
                .add(
                        "stored.txt",
                        KEY,
                        false,
                        it -> it.withFlags(1, 1).withData(noise).withCompressedSize(15))
                .add(
                        "deflated.txt",
                        KEY,
                        true,
                        it -> it.withFlags(1, 1).withData(noise).withCompressedSize(15))
                .add("aes.txt", KEY, true, it -> it.withFlags(1, 1).withMethod(99))
                .add("central.txt", KEY, true, it -> it.withFlags(0, 1))
                .add("local.txt", KEY, true, it -> it.withFlags(1, 0))
                .bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.zip", zip));

        assertThat(Scans.places(results))
                .containsExactly("a.zip!/central.txt:1#0", "a.zip!/local.txt:1#0", "a.zip!/plain.txt:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "encrypted a.zip!/aes.txt [AES]",
                        "malformed a.zip!/central.txt [ZIP entry, its local header says otherwise: encryption; marked as"
                                + " encrypted, but is not]",
                        "encrypted a.zip!/deflated.txt [ZipCrypto]",
                        "malformed a.zip!/local.txt [ZIP entry, its local header says otherwise: encryption]",
                        "encrypted a.zip!/stored.txt [ZipCrypto]");
        assertThat(Scans.coverage(results))
                .containsExactly("a.zip archive READ 1", "a.zip fake READ 1", "a.zip fake FAILED 5");
    }

    @Test
    void aLocalHeaderThatSaysOtherwiseIsToldOf() throws Exception {
        byte[] zip =
                new ZipWriter().stored("A.class", KEY).stored("B.class", KEY).bytes();
        ByteBuffer fields = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(14, 7).putInt(22, 99);

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results)).containsExactly("a.jar!/A.class:1#0", "a.jar!/B.class:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly("malformed a.jar!/A.class [ZIP entry, its local header says otherwise: CRC-32, size]");
    }

    @Test
    void damagedEntriesAreReadAsFarAsTheyGo() throws Exception {
        byte[] text = ("RSA\n"
                        + new Random(2)
                                .ints(3_000, 'a', 'z')
                                .mapToObj(Character::toString)
                                .collect(joining()))
                .getBytes(UTF_8);
        byte[] zip = new ZipWriter()
                .add("crc.txt", KEY, true, it -> it.withCrc(7))
                .add(
                        "cut.txt",
                        text,
                        true,
                        it -> it.withData(Arrays.copyOf(it.data(), 999)).withCompressedSize(999))
                .add(
                        "noise.txt",
                        KEY,
                        true,
                        it -> it.withData(new byte[] {-1, -1, -1}).withCompressedSize(3))
                .add("longer.txt", text, true, it -> it.withSize(10))
                .add("method.txt", KEY, true, it -> it.withMethod(14))
                .deflated("whole.txt", KEY)
                .bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.zip", zip));

        assertThat(Scans.places(results))
                .containsExactly(
                        "a.zip!/crc.txt:1#0", "a.zip!/cut.txt:1#0", "a.zip!/longer.txt:1#0", "a.zip!/whole.txt:1#0");
        // How far inflating goes is zlib's affair; that it is told is ours.
        assertThat(Scans.diagnostics(results))
                .map(it -> it.replaceAll("\\d+ bytes where \\d+", "n bytes where n"))
                .containsExactlyInAnyOrder(
                        "malformed a.zip!/crc.txt [ZIP entry, CRC-32 differs]",
                        "malformed a.zip!/cut.txt [ZIP entry, deflated data ends too early; n bytes where n are announced;"
                                + " CRC-32 differs]",
                        "malformed a.zip!/longer.txt [ZIP entry, n bytes where n are announced]",
                        "unreadable a.zip!/method.txt [compression method 14]",
                        "malformed a.zip!/noise.txt [ZIP entry, not deflated data after 0 bytes; n bytes where n are"
                                + " announced; CRC-32 differs]");
        assertThat(Scans.coverage(results))
                .containsExactly("a.zip archive READ 1", "a.zip fake READ 1", "a.zip fake FAILED 5");
    }

    @Test
    void everyTruncationOfAnArchiveIsToldAndWhatIsWholeIsRead() throws Exception {
        byte[] zip =
                new ZipWriter().deflated("A.class", KEY).stored("B.class", KEY).bytes();
        int first = 30 + 7 + 5;
        int second = first + 30 + 7 + 3;
        for (int length = 4; length < zip.length; length++) {
            List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", Arrays.copyOf(zip, length)));

            assertThat(Scans.diagnostics(results))
                    .as("%d of %d", length, zip.length)
                    .anyMatch(it -> it.startsWith("malformed a.jar [ZIP, no central directory"));
            assertThat(Scans.places(results))
                    .as("%d of %d", length, zip.length)
                    .hasSizeBetween(length >= second ? 2 : length >= first ? 1 : 0, 2);
        }
    }

    @Test
    void aTruncatedArchiveIsReadAsFarAsItGoes() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream streamed = new ZipOutputStream(bytes)) {
            // Sizes stand behind the data, as every JAR tool writes them.
            for (int i = 0; i < 100; i++) {
                streamed.putNextEntry(new ZipEntry("k" + i + ".txt"));
                streamed.write(("RSA " + "x".repeat(i * 10)).getBytes(UTF_8));
                streamed.closeEntry();
            }
        }
        byte[] whole = bytes.toByteArray();
        int before = 0;
        for (int part = 1; part < 50; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 50);
            List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", cut));

            assertThat(Scans.diagnostics(results))
                    .anyMatch(it -> it.startsWith("malformed a.jar [ZIP, no central directory"));
            assertThat(Scans.places(results)).hasSizeGreaterThanOrEqualTo(before);
            before = Scans.places(results).size();
        }
        assertThat(before).isEqualTo(100);
    }

    @Test
    void entriesBehindABrokenPlaceInTheDirectoryAreFoundByTheirOwnHeaders() throws Exception {
        byte[] zip = new ZipWriter()
                .deflated("A.class", KEY)
                .stored("B.class", KEY)
                .deflated("C.class", KEY)
                .bytes();
        int second = new String(zip, ISO_8859_1).lastIndexOf("PK\1\2");
        zip[second] = 0;

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results))
                .containsExactly("a.jar!/A.class:1#0", "a.jar!/B.class:1#0", "a.jar!/C.class:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "malformed a.jar [ZIP, central directory breaks off after entry 2; places with an entry that the"
                                + " central directory does not list: 1; entries found by their local headers alone: 1]");
    }

    @Test
    void entriesThatTheDirectoryDoesNotListAreReadAndTold() throws Exception {
        byte[] hidden = new ZipWriter().deflated("Hidden.class", KEY).bytes();
        byte[] listed = new ZipWriter().deflated("A.class", KEY).bytes();
        int local = 30 + 12 + 5;

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", concat(Arrays.copyOf(hidden, local), listed)));

        assertThat(Scans.places(results)).containsExactly("a.jar!/A.class:1#0", "a.jar!/Hidden.class:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "malformed a.jar [ZIP, places with an entry that the central directory does not list: 1; entries"
                                + " found by their local headers alone: 1]");
    }

    @Test
    void aDirectoryThatPointsOutsideCostsOnlyItsEntries() throws Exception {
        byte[] zip =
                new ZipWriter().deflated("A.class", KEY).stored("B.class", KEY).bytes();
        ByteBuffer fields = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = fields.getInt(zip.length - 22 + 16);
        fields.putInt(directory + 42, 0x7fffff00);

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results)).contains("a.jar!/B.class:1#0");
        assertThat(Scans.diagnostics(results))
                .contains("unreadable a.jar!/A.class [local header at 2147483392 of " + zip.length + "]");
    }

    @Test
    void entriesThatOverlapAreToldAndDoNotMakeABomb() throws Exception {
        byte[] zeros = new byte[1 << 20];
        ZipWriter writer = new ZipWriter().deflated("kernel.bin", zeros);
        for (int i = 0; i < 300; i++) {
            writer.again(i + ".bin");
        }
        byte[] zip = writer.deflated("A.class", KEY).bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results)).containsExactly("a.jar!/A.class:1#0");
        assertThat(Scans.diagnostics(results))
                .contains("malformed a.jar [ZIP, entries that overlap others: 301]")
                .filteredOn(it -> it.startsWith("limit-reached"))
                .hasSizeBetween(200, 280)
                .allMatch(it -> it.contains("ratio=200"));
    }

    @Test
    void anArchiveThatHoldsItselfEndsAtTheDepth() throws Exception {
        // The entry's data are the archive's own bytes from the start: a quine by slices, with no end of its own.
        byte[] zip = new ZipWriter()
                .deflated("k.txt", KEY)
                .add("self.zip", new byte[0], false, it -> it)
                .bytes();
        ByteBuffer fields = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = fields.getInt(zip.length - 22 + 16);
        int second = directory + 46 + 5;
        int local = fields.getInt(second + 42);
        int rest = zip.length - (local + 30 + 8);
        fields.putInt(second + 20, rest).putInt(second + 24, rest);

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.zip", zip));

        assertThat(results.size()).isLessThan(12);
        assertThat(Scans.places(results)).contains("a.zip!/k.txt:1#0");
        assertThat(Scans.diagnostics(results)).contains("malformed a.zip [ZIP, entries that overlap others: 1]");
    }

    @Test
    void noSingleDamagedByteEndsTheScanOrLosesSilently() throws Exception {
        byte[] zip =
                new ZipWriter().deflated("A.class", KEY).stored("B.class", KEY).bytes();
        for (int at = 0; at < zip.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = zip.clone();
                damaged[at] ^= (byte) (1 << bit);
                List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", damaged));

                assertThat(Scans.places(results).size() == 2
                                || !Scans.diagnostics(results).isEmpty())
                        .as("bit %d of byte %d: %s", bit, at, Scans.coverage(results))
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsOnlyNamedLikeAnArchiveIsToldAndLookedAtAsAFile() throws Exception {
        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", "RSA").with("empty.war", ""));

        assertThat(Scans.places(results)).containsExactly("a.jar:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "not-what-it-says a.jar [.jar, no ZIP directory found]",
                        "not-what-it-says empty.war [.war, no ZIP directory found]");
    }

    @Test
    void namesAreLabelsWhateverTheySay() throws Exception {
        byte[] zip = new ZipWriter()
                .deflated("../../etc/cron.d/x", KEY)
                .deflated("/abs.txt", KEY)
                .deflated("C:\\x.txt", KEY)
                .deflated("a\u001b[31m\n\u202etxt", KEY)
                .deflated("A.class/", KEY)
                .deflated("folder/", new byte[0])
                .deflated("日本語.txt", KEY)
                .bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results))
                .containsExactly(
                        "a.jar!/../../etc/cron.d/x:1#0",
                        "a.jar!//abs.txt:1#0",
                        "a.jar!/A.class:1#0",
                        "a.jar!/C:\\x.txt:1#0",
                        "a.jar!/a\\u001b[31m\\u000a\\u202etxt:1#0",
                        "a.jar!/日本語.txt:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "suspicious-name a.jar!/../../etc/cron.d/x [../../etc/cron.d/x]",
                        "suspicious-name a.jar!//abs.txt [/abs.txt]",
                        "suspicious-name a.jar!/A.class [a folder with content]",
                        "suspicious-name a.jar!/C:\\x.txt [C:\\x.txt]",
                        "suspicious-name a.jar!/a\\u001b[31m\\u000a\\u202etxt [a\\u001b[31m\\u000a\\u202etxt]");
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws Exception {
        byte[] zip = new ZipWriter()
                .add("link.txt", "../../RSA".getBytes(UTF_8), true, it -> it.withAttributes(0xa1ff << 16))
                .deflated("A.class", KEY)
                .bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results)).contains("a.jar!/A.class:1#0");
        assertThat(Scans.diagnostics(results)).containsExactly("link-not-followed a.jar!/link.txt [../../RSA]");
    }

    @Test
    void namesInJapaneseWindowsCodePageAreRead() throws Exception {
        byte[] zip = new ZipWriter()
                .add(
                        "x",
                        KEY,
                        true,
                        it -> it.withNames("鍵.pem".getBytes(java.nio.charset.Charset.forName("windows-31j"))))
                .bytes();

        assertThat(Scans.places(scan(InMemoryUnit.of().with("a.zip", zip)))).containsExactly("a.zip!/鍵.pem:1#0");
    }

    @Test
    void bombsStopAtTheLimits() throws Exception {
        byte[] zeros = new byte[1 << 20];
        byte[] zip = new ZipWriter()
                .deflated("ratio.bin", zeros)
                .add("lie.bin", zeros, true, it -> it.withSize(100))
                .add("huge.bin", KEY, true, it -> it.withSize(0xfffffff0L))
                .deflated("small.txt", KEY)
                .bytes();
        Limits limits = new Limits(1 << 20, 8, 200, 1 << 16, 1 << 22, 100, 8);

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.zip", zip), limits);

        assertThat(Scans.places(results)).containsExactly("a.zip!/small.txt:1#0");
        assertThat(Scans.diagnostics(results))
                .map(it -> it.replaceAll("\\d+ bytes from \\d+", "n bytes from n"))
                .containsExactly(
                        "limit-reached a.zip!/huge.bin [input-bytes=1048576, 4294967280 bytes]",
                        "limit-reached a.zip!/lie.bin [unannounced-bytes=262144, 262144 bytes more]",
                        "limit-reached a.zip!/ratio.bin [ratio=200, n bytes from n]");
    }

    @Test
    void theBudgetOfAnArchiveIsSharedWithWhatIsNestedInIt() throws Exception {
        byte[] text = ("RSA" + "x".repeat(597)).getBytes(UTF_8);
        byte[] inner =
                new ZipWriter().stored("1.txt", text).stored("2.txt", text).bytes();
        byte[] zip =
                new ZipWriter().stored("0.txt", text).stored("x.jar", inner).bytes();
        Limits limits = new Limits(1 << 20, 8, 200, 1 << 16, 600 + inner.length + 600 + 10, 100, 8);

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.zip", zip), limits);

        assertThat(Scans.places(results)).containsExactly("a.zip!/0.txt:1#0", "a.zip!/x.jar!/1.txt:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "limit-reached a.zip!/x.jar!/2.txt [unit-bytes=" + limits.unitBytes() + ", 600 bytes more]");
    }

    @Test
    void nestingStopsAtTheDepthThatIsAllowed() throws Exception {
        byte[] zip = new ZipWriter().deflated("k.txt", KEY).bytes();
        for (int level = 0; level < 20; level++) {
            zip = new ZipWriter().deflated("n.zip", zip).bytes();
        }

        List<ScanResult> results = scan(InMemoryUnit.of().with("n.zip", zip));

        assertThat(results).hasSize(1 + 8 + 1);
        assertThat(Scans.diagnostics(results))
                .containsExactly("limit-reached n.zip" + "!/n.zip".repeat(8) + " [depth=8, depth 9]");
        assertThat(Scans.coverage(results)).contains("n.zip" + "!/n.zip".repeat(8) + " archive FAILED 1");
    }

    @Test
    void moreEntriesThanAllowedAreTold() throws Exception {
        ZipWriter writer = new ZipWriter();
        for (int i = 0; i < 11; i++) {
            writer.stored(i + ".txt", KEY);
        }
        List<ScanResult> results =
                scan(InMemoryUnit.of().with("a.zip", writer.bytes()), new Limits(1 << 20, 8, 200, 1, 1 << 20, 10, 8));

        assertThat(Scans.places(results)).hasSize(10);
        assertThat(Scans.diagnostics(results)).containsExactly("limit-reached a.zip [entries=10, entry 11]");
    }

    @Test
    void zip64IsRead() throws Exception {
        byte[] zip =
                new ZipWriter().deflated("A.class", KEY).stored("B.class", KEY).bytes64();

        List<ScanResult> results = scan(InMemoryUnit.of().with("a.jar", zip));

        assertThat(Scans.places(results)).containsExactly("a.jar!/A.class:1#0", "a.jar!/B.class:1#0");
        assertThat(Scans.diagnostics(results)).isEmpty();
    }

    @Test
    void anEmptyArchiveAndAJmodFileAreArchives() throws Exception {
        byte[] jmod = concat(
                new byte[] {'J', 'M', 1, 0},
                new ZipWriter().deflated("classes/A.class", KEY).bytes());

        List<ScanResult> results = scan(
                InMemoryUnit.of().with("empty.bin", new ZipWriter().bytes()).with("m", jmod));

        assertThat(results).extracting(ScanResult::unit).containsExactly(".", "empty.bin", "m");
        assertThat(Scans.places(results)).containsExactly("m!/classes/A.class:1#0");
        assertThat(Scans.diagnostics(results)).isEmpty();
    }

    private static List<ScanResult> scan(InMemoryUnit unit) throws Exception {
        return scan(unit, Limits.STANDARD);
    }

    private static List<ScanResult> scan(InMemoryUnit unit, Limits limits) throws Exception {
        ScanContext context = CONTEXT.withLimits(limits);
        return Scans.units(context, List.of(RSA), unit.under(context));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
