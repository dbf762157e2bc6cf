package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.ScanResult;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandLine;
import dev.shirube.shell.cli.Console;
import dev.shirube.shell.cli.Exit;
import dev.shirube.store.ScanSession;
import dev.shirube.store.Store;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code inventory list}, {@code show}, {@code summary} and {@code coverage}: one set of filters, and never none for unknown. */
class InventoryViewsTest {

    private static final String HASH = "ab12".repeat(16);
    private static final String OTHER = "ab34".repeat(16);

    @TempDir
    Path folder;

    private String store;

    @BeforeEach
    void fill() {
        store = folder.resolve("s.db").toString();
        try (Store opened = Store.open(store)) {
            opened.saveSystems(List.of(InformationSystem.undeclared("unseen")));
            scan(
                    opened,
                    "hp",
                    1,
                    List.of(
                            algorithm(
                                    "rsassa-pkcs1v15;parameter=2048;digest=SHA-256",
                                    CryptoFunction.SIGN,
                                    "src/A.java",
                                    Category.SIGNATURE),
                            algorithm(
                                    "ecdsa;curve=nist/P-256", CryptoFunction.VERIFY, "src/A.java", Category.SIGNATURE),
                            algorithm(
                                    "ml-dsa;parameter=65",
                                    CryptoFunction.SIGN,
                                    "lib/b.jar!/B.class",
                                    Category.SIGNATURE),
                            algorithm("aes;parameter=128", CryptoFunction.ENCRYPT, "src/A.java", Category.SYMMETRIC),
                            algorithm(
                                    "rsa-key;parameter=4096",
                                    CryptoFunction.KEYGEN,
                                    "src/test/T.java",
                                    Category.PUBLIC_KEY),
                            finding(
                                    new CryptoAsset.AlgorithmAsset(new Algorithm.Unresolved("Signature#getInstance")),
                                    CryptoFunction.SIGN,
                                    "src/C.java",
                                    Category.SIGNATURE),
                            certificate(HASH, "CN=hp"),
                            certificate(OTHER, "CN=\u001b[31mevil\u202e")));
            scan(opened, "juki", 2, List.of(protocol()));
        }
    }

    private static void scan(Store store, String system, int day, List<Finding> findings) {
        ScanSession session = store.begin(system, List.of("t"), LocalDate.of(2026, 11, day), "test");
        session.accept(new ScanResult(
                ".",
                findings,
                List.of(),
                new Coverage(Map.of(new Coverage.Key(".", "x", Coverage.Outcome.READ), new Coverage.Amount(1, 1)))));
        session.complete();
    }

    private static Finding algorithm(String identity, CryptoFunction function, String place, Category category) {
        return finding(new CryptoAsset.AlgorithmAsset(Algorithm.Known.parse(identity)), function, place, category);
    }

    private static Finding certificate(String sha256, String subject) {
        CryptoAsset asset = new CryptoAsset.Certificate(
                sha256,
                subject,
                "CN=Issuer",
                "01",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-03-31T00:00:00Z"),
                Algorithm.Known.parse("rsa-key;parameter=3072"),
                Algorithm.Known.parse("ecdsa;digest=SHA-384"),
                "cc" + sha256.substring(2),
                List.of(),
                false);
        return finding(
                asset, CryptoFunction.CERTIFICATE, "pki/" + sha256.substring(0, 4) + ".pem", Category.PUBLIC_KEY);
    }

    /** Told by another tool. */
    private static Finding protocol() {
        CryptoAsset asset =
                new CryptoAsset.Protocol("tls", Optional.of("1.3"), List.of(), List.of("X25519MLKEM768"), List.of());
        Finding finding = finding(asset, CryptoFunction.TLS, "tls://h:443", Category.TLS);
        return finding.withEvidence(Evidence.direct("import:sslscan", "2.2.2", "r.xml", List.of()));
    }

    private static Finding finding(CryptoAsset asset, CryptoFunction function, String place, Category category) {
        return new Finding(
                asset,
                new Occurrence(
                        place,
                        OptionalInt.of(1),
                        OptionalInt.empty(),
                        "",
                        "s",
                        0,
                        EvidenceKind.SOURCE,
                        CodeContext.of(place)),
                function,
                category,
                Confidence.CERTAIN,
                Evidence.direct("x", "1", "row", List.of()));
    }

    private record Said(Exit exit, String out, String err) {}

    private Said run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--store", store, "--as-of", "2026-11-23"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, false, false);
        Exit exit = new CommandLine(Commands.all(), "test").run(line, console);
        console.flush();
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--system hp|6",
                "--system hp,juki|7",
                "--system unseen|0",
                "--algorithm RSA|3",
                "--algorithm rsa-2048|1",
                "--algorithm rsa,ECDSA|4",
                "--algorithm P-256|1",
                "--algorithm ml-kem|1",
                "--algorithm x25519mlkem768|1",
                "--algorithm AES|1",
                "--algorithm unresolved|1",
                "--function sign|3",
                "--function sign,verify|4",
                "--function sign --algorithm RSA|1",
                "--quantum vulnerable|4",
                "--quantum safe|2",
                "--quantum unknown|1",
                "--quantum weakened|1",
                "--context test|1",
                "--context main,test|8",
                "--path src/**|3",
                "--path **/*.class|1",
                "--path tls://**|1",
                "--origin imported|1",
                "--origin observed|6",
                "--all|9",
            })
    void filtersNarrowTheList(String options, int count) {
        Said said = run(("inventory list " + options).split(" "));
        assertThat(said.exit()).as(said.err()).isEqualTo(Exit.DONE);
        assertThat(said.out().lines()).as(said.out()).hasSize(count);
        Said json = run(("inventory list --format json " + options).split(" "));
        assertThat(json.out()).contains("\"count\" : " + count).contains("\"schema\" : \"shirube-inventory-list/1\"");
        assertThat(run(("inventory list --format csv --lang en " + options).split(" "))
                        .out()
                        .lines())
                .hasSize(count + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list --system nope|hp, juki, unassigned, unseen",
                "list --algorithm foo|ML-KEM",
                "list --function signs|sign, verify",
                "list --quantum bad|vulnerable, weakened, safe, unknown",
                "list --quantum safe,bad|cannot be \"bad\"",
                "list --context prod|main, test",
                "list --origin seen|observed, imported",
                "list --path [|without ]",
                "list --function ,|without a value",
                "list --format xml|table, json, csv",
                "list --libraries --format json|--libraries",
                "coverage --system nope|hp, juki",
                "summary --system nope|hp, juki",
                "show zzz|There is no asset",
                "show ab|There is no asset",
                "show certificate|begins 2 assets",
            })
    void wrongValuesNameTheRightOnes(String words, String said) {
        Said run = run(("inventory " + words + " --lang en").split(" "));
        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(said);
        assertThat(run(("inventory " + words + " --lang ja").split(" ")).err()).isNotEqualTo(run.err());
    }

    @Test
    void whatNobodyLookedAtIsNeverNone() {
        Said summary = run("inventory", "summary", "--lang", "en");
        assertThat(summary.out().lines().filter(it -> it.startsWith("unseen")).toList())
                .singleElement()
                .asString()
                .contains("not scanned")
                .doesNotContain("0");
        assertThat(run("inventory", "summary", "--format", "json", "--system", "unseen")
                        .out()
                        .replaceAll("\\s", ""))
                .contains("\"id\":\"unseen\",\"name\":\"unseen\",\"standing\":\"not-scanned\",\"uses\":null");
        assertThat(run("inventory", "list", "--format", "json", "--system", "unseen")
                        .out()
                        .replaceAll("\\s", ""))
                .contains("{\"id\":\"unseen\",\"standing\":\"not-scanned\"}", "\"findings\":[]");
        assertThat(run("inventory", "list", "--lang", "en", "--system", "unseen")
                        .err())
                .contains("unknown, not none");
        assertThat(run("inventory", "coverage", "--lang", "en").out()).contains("unseen: not scanned");
        assertThat(run("inventory", "coverage", "--format", "json").out()).contains("not-scanned");
    }

    @Test
    void anAssetIsShownByTheBeginningOfItsFingerprint() {
        String shown = run("inventory", "show", "AB:12:AB", "--lang", "en").out();
        assertThat(shown)
                .contains("CN=hp", "RSA-3072", "its issuer is not in the inventory", "broken by Shor's algorithm")
                .contains("first 2026-11-01 (hp@2026-11-01#1)", "pki/ab12.pem:1", "evidence: x 1");
        assertThat(run("inventory", "show", "ab12ab", "--lang", "ja").out()).contains("発行元は台帳にない");
        assertThat(run("inventory", "show", "protocol:tls", "--lang", "en").out())
                .contains("imported", "import:sslscan 2.2.2", "built to withstand");
        assertThat(run("inventory", "show", "algorithm:unres", "--lang", "en").out())
                .contains("which is not safe");
        assertThat(run("inventory", "show", "ab12ab", "--format", "json").out())
                .contains("\"shirube-inventory-asset/1\"", "\"issuer-not-found\"", "\"present\" : true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show ab34", "certificates"})
    void namesOfOthersCannotLeadATerminalAstray(String words) {
        String out = run(("inventory " + words).split(" ")).out();
        assertThat(out).contains("evil").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void pagesFitATerminal() {
        String shown = run("inventory", "show", "ab12", "--lang", "en").out()
                + run("inventory", "show", "ab12", "--lang", "ja").out();
        assertThat(shown.lines().filter(it -> !it.contains("ab12ab12ab12")))
                .allMatch(it -> Columns.width(it) < 80 || !it.strip().contains(" "));
    }
}
