package dev.shirube.shell.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.InputRecord;
import dev.shirube.engine.ScanCache;
import dev.shirube.engine.UnitRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    @TempDir
    Path root;

    private static final Diagnostic TOLD = Diagnostic.of(DiagnosticCode.UNREADABLE, "a\tb", "\u65e5\u672c\nx");

    private static final Finding FINDING = new Finding(
            new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("rsa").withParameterSet("2048")),
            new Occurrence(
                    "src/\u540d.py",
                    OptionalInt.of(3),
                    OptionalInt.empty(),
                    "m",
                    "s",
                    0,
                    EvidenceKind.SOURCE,
                    CodeContext.MAIN),
            CryptoFunction.OTHER,
            Category.PUBLIC_KEY,
            Confidence.CERTAIN,
            Evidence.direct("d", "1", "row", List.of("v")).withInputDigest("00ff"));

    private static final UnitRecord UNIT = new UnitRecord(
            1_700_000_000_123L,
            List.of(
                    new InputRecord(
                            "src/\u540d.py",
                            "12 34 (dev=1,ino=2)",
                            "00ff",
                            Set.of(InputRecord.Trait.INDEXED, InputRecord.Trait.UNSTABLE),
                            List.of(new InputRecord.Counted("d", Outcome.READ, 1L << 40)),
                            List.of("Go"),
                            List.of(TOLD),
                            List.of(new InputRecord.Said("d", "src/x", List.of(FINDING), List.of(TOLD))),
                            List.of("absent", "src/x"),
                            Map.of("d", List.of("word", "other"))),
                    new InputRecord(
                            "b",
                            "v",
                            "",
                            Set.of(),
                            List.of(new InputRecord.Counted("-", Outcome.NOT_READ, 0)),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Map.of())),
            List.of(new UnitRecord.WordRecord("d", "word", List.of("b", "c"), 77)));

    private static final List<ScanResult> ARCHIVE = List.of(
            new ScanResult(
                    "a.jar!/b.jar",
                    List.of(FINDING),
                    List.of(TOLD),
                    new Coverage(
                            Map.of(new Coverage.Key("a.jar!/b.jar", "d", Outcome.READ), new Coverage.Amount(3, 4)))),
            new ScanResult("a.jar", List.of(), List.of(), Coverage.NONE));

    private ScanCache cache(String program, String target) {
        return new CacheFolder(root.resolve("kept"), program, false).of(target);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("kept"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void everythingComesBackAsItWas() {
        ScanCache cache = cache("1", "t");
        cache.keep("key", UNIT);
        cache.keep("key", ARCHIVE);
        assertThat(cache("1", "t").unit("key")).contains(UNIT);
        assertThat(cache("1", "t").archive("key")).contains(ARCHIVE);
    }

    @Test
    void otherTargetsKeysAndBuildsFindNothing() {
        cache("1", "t").keep("key", UNIT);
        assertThat(cache("2", "t").unit("key")).isEmpty();
        assertThat(cache("1", "u").unit("key")).isEmpty();
        assertThat(cache("1", "t").unit("kez")).isEmpty();
        assertThat(cache("1", "t").archive("key")).isEmpty();
    }

    @Test
    void aFileThatIsNotWholeIsNone() throws IOException {
        cache("1", "t").keep("key", UNIT);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(cache("1", "t").unit("key")).as("cut to %d", length).isEmpty();
        }
        for (int at = 10; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertThat(cache("1", "t").unit("key")).as("changed at %d", at).isEmpty();
        }
        Files.write(file, whole);
        assertThat(cache("1", "t").unit("key")).contains(UNIT);
        cache("1", "t").keep("key", new UnitRecord(1, List.of(), List.of()));
        assertThat(files()).hasSize(1);
    }

    @Test
    void nothingIsKeptWhereNothingCanBeWritten() throws IOException {
        Files.writeString(root.resolve("kept"), "a file");
        cache("1", "t").keep("key", UNIT);
        assertThat(cache("1", "t").unit("key")).isEmpty();
        assertThat(cache("1", "t").moment()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void whatWasNotUsedForTheLongestTimeMakesRoom() throws IOException {
        Path folder = Files.createDirectory(root.resolve("kept"));
        for (int i = 0; i < 5; i++) {
            Path file = Files.write(folder.resolve(i + ".unit"), new byte[100]);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L - 1_000L * (i % 3)));
        }
        Path old = Files.write(folder.resolve("new-1"), new byte[1_000]);
        Files.setLastModifiedTime(old, FileTime.fromMillis(1_600_000_000_000L));
        Path young = Files.write(folder.resolve("new-2"), new byte[1_000]);
        Files.setLastModifiedTime(young, FileTime.fromMillis(1_699_999_999_000L));

        CacheFiles.prune(folder, 300);
        assertThat(files())
                .extracting(it -> it.getFileName().toString())
                .containsExactly("0.unit", "1.unit", "3.unit", "new-2");
    }

    @Test
    void whatIsOfUseIsKeptLonger() throws IOException {
        cache("1", "t").keep("key", UNIT);
        Path file = files().get(0);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        cache("1", "t").unit("key");
        assertThat(Files.getLastModifiedTime(file).toMillis()).isGreaterThan(1_600_000_000_000L);
        assertThat(files()).containsExactly(file);
    }
}
