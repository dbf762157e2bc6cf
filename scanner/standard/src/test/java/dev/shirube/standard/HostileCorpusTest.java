package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.ScanTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a folder holds, its scan comes to an end, accounts for every file, and tells no secret. */
@Timeout(180)
class HostileCorpusTest {

    @TempDir
    static Path folder;

    private static HostileCorpus corpus;
    private static Scanned scanned;

    @BeforeAll
    static void scan() throws Exception {
        corpus = HostileCorpus.in(folder);
        scanned = Scanned.directory(folder);
    }

    @Test
    void everyBadFileHasItsDiagnostic() {
        Map<String, String> missing = new TreeMap<>();
        corpus.expected().forEach((name, code) -> {
            var codes = scanned.codes(name).stream().map(DiagnosticCode::id).toList();
            if (!code.isEmpty() && !codes.contains(code)) {
                missing.put(name, code + " is not in " + codes);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void noDetectorFails() throws Exception {
        Scanned unlocked = Scanned.of(
                new ScanTarget.DirectoryTarget(folder),
                Scanned.trying(HostileCorpus.PASSWORD).withThreads(4));
        for (Scanned each : new Scanned[] {scanned, unlocked}) {
            assertThat(each.diagnostics()).noneMatch(it -> it.code() == DiagnosticCode.DETECTOR_FAILED);
        }
    }

    /** Each file on its own: nothing else in the folder can account for it. */
    @Test
    void everyFileIsCountedOrDiagnosed(@TempDir Path alone) throws Exception {
        for (String name : corpus.expected().keySet()) {
            Path only = Files.createDirectory(alone.resolve(name + ".d"));
            Files.createLink(only.resolve(name), corpus.file(name));
            Scanned one = Scanned.directory(only);
            assertThat(one.counted()).as(name).isPositive();
            assertThat(one.codes(name)).as(name).containsExactlyElementsOf(scanned.codes(name));
        }
    }

    @Test
    void whatIsGoodInABrokenFileIsFoundNevertheless() {
        assertThat(scanned.findings())
                .extracting(it -> it.occurrence().location())
                .contains("Broken.java", "Wide.java", "holds-a-key.yml");
    }

    @Test
    void noSecretIsTold() throws Exception {
        Scanned unlocked = Scanned.of(
                new ScanTarget.DirectoryTarget(folder), Scanned.trying(HostileCorpus.PASSWORD, "wrong-guess"));
        byte[] key = corpus.key();
        byte[] secret = Arrays.copyOfRange(key, key.length / 2, key.length);
        String base64 = Base64.getEncoder().encodeToString(key);
        for (Scanned each : new Scanned[] {scanned, unlocked}) {
            String text = each.text();
            assertThat(text.contains("holds-a-key.yml")).isTrue();
            assertThat(List.of(HostileCorpus.PASSWORD, "wrong-guess")).noneMatch(text::contains);
            assertThat(windows(base64, base64.length() / 2, 16)).noneMatch(text::contains);
            String lower = text.toLowerCase(Locale.ROOT);
            assertThat(windows(HexFormat.of().formatHex(secret), 0, 20)).noneMatch(lower::contains);
        }
    }

    private static List<String> windows(String text, int from, int length) {
        return IntStream.rangeClosed(from, text.length() - length)
                .mapToObj(i -> text.substring(i, i + length))
                .toList();
    }
}
