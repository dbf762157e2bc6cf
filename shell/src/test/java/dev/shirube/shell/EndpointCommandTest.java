package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ObservedFact.State;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.ScanResult;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandLine;
import dev.shirube.shell.cli.Console;
import dev.shirube.shell.cli.Exit;
import dev.shirube.store.ScanSession;
import dev.shirube.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code inventory endpoints}, over settings that were scanned and profiles that were made by hand. */
class EndpointCommandTest {

    private static final String PLACE = "tls://www.example.jp:443";

    @TempDir
    Path folder;

    private String store;

    @BeforeEach
    void aStore() {
        store = folder.resolve("s.db").toString();
    }

    private String run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--store", store, "--as-of", "2026-11-23"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, false, true);
        Exit exit = new CommandLine(Commands.all(), "test").run(line, console);
        console.flush();
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(Exit.DONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void nginx(String directive) throws IOException {
        Path conf = Files.createDirectories(folder.resolve("nginx"));
        Files.writeString(conf.resolve("nginx.conf"), "server {\n  listen 443 ssl;\n  " + directive + "\n}\n");
        run("scan", conf.toString(), "--system", "hp", "--cache", "none");
    }

    private void observe(State establishment) {
        EndpointProfile profile = new EndpointProfile(
                PLACE,
                "triage",
                List.of(
                        new ObservedFact(
                                EndpointProfile.PQC_SUPPORTED, establishment, "no answer within 3000 ms", "pqc-groups"),
                        new ObservedFact(EndpointProfile.PQC_AUTHENTICATION, State.NOT_SUPPORTED, "", "share"),
                        new ObservedFact("version/TLS 1.3", State.SUPPORTED, "", "wide"),
                        new ObservedFact("version/TLS 1.1", State.NOT_SUPPORTED, "alert 70", "old"),
                        ObservedFact.notAsked("group/x448"),
                        ObservedFact.notAsked("group/MLKEM512"),
                        new ObservedFact("group/x25519", State.SUPPORTED, "", "share"),
                        new ObservedFact("group/secp256r1", State.SUPPORTED, "", "share")));
        try (Store opened = Store.open(store)) {
            ScanSession session = opened.begin("hp", List.of(PLACE), LocalDate.of(2026, 11, 23), "test");
            session.accept(new ScanResult(PLACE, List.of(certificate()), List.of(), Coverage.NONE, List.of(profile)));
            session.complete();
        }
    }

    private static Finding certificate() {
        CryptoAsset.Certificate certificate = new CryptoAsset.Certificate(
                "00ff",
                "CN=www.example.jp",
                "CN=Issuer",
                "01",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-03-31T00:00:00Z"),
                Algorithm.Known.of("rsa-key").withParameterSet("2048"),
                Algorithm.Known.of("rsassa-pkcs1v15").withDigest("SHA-256"),
                "aa",
                List.of(),
                false);
        return new Finding(
                certificate,
                new Occurrence(
                        PLACE + "!chain/0",
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        "",
                        "X.509",
                        0,
                        EvidenceKind.MATERIAL,
                        CodeContext.MAIN),
                CryptoFunction.CERTIFICATE,
                Category.PUBLIC_KEY,
                Confidence.CERTAIN,
                Evidence.direct("der", "1", "x509", List.of()));
    }

    private List<String> cells(String language) {
        List<String> lines =
                run("inventory", "endpoints", "--lang", language).lines().toList();
        assertThat(lines).hasSize(2);
        return List.of(lines.get(1).split(" {2,}"));
    }

    @Test
    void oneRowSaysWhatWasSeenWhatWasNotAndWhatNobodyAsked() {
        observe(State.UNKNOWN);
        assertThat(cells("en"))
                .containsExactly(
                        "hp",
                        PLACE,
                        "unknown",
                        "unknown",
                        "unknown",
                        "unknown",
                        "not supported",
                        "TLS 1.3",
                        "secp256r1, x25519",
                        "RSA-2048",
                        "2027-03-31",
                        "triage",
                        "PQC preferred, PQC with a browser's hello, PQC only, group 2",
                        "unknown: key establishment was not decided");
        assertThat(cells("ja"))
                .contains("不明", "非対応", "PQC を優先, ブラウザー相当で PQC, PQC のみ, group 2", "不明（鍵確立が未判定）")
                .doesNotContain("無し", "なし");
    }

    @Test
    void aSettingThatPromisesMoreThanTheEndpointDoesIsTold() throws IOException {
        nginx("ssl_ecdh_curve X25519MLKEM768:X25519;");
        observe(State.NOT_SUPPORTED);
        assertThat(cells("en")).endsWith("PQC declared, not observed");
        assertThat(cells("ja")).endsWith("PQC の記載があるが観測されない");
        assertThat(run("inventory", "endpoints", "--format", "details", "--lang", "en"))
                .contains("ssl_ecdh_curve X25519MLKEM768,x25519", "(nginx.conf:3)")
                .contains("Only classical key establishment was");
        assertThat(run("inventory", "coverage", "--lang", "ja")).contains("declared-not-observed", "nginx.conf:3");
        run("inventory", "export", folder.resolve("all.jsonl").toString());
        assertThat(Files.readString(folder.resolve("all.jsonl")))
                .contains("\"kind\":\"endpoint\"", "\"code\":\"declared-not-observed\"");
    }

    @Test
    void anEndpointThatDoesMoreThanTheSettingsPromiseIsTold() throws IOException {
        nginx("ssl_ecdh_curve X25519:prime256v1;");
        observe(State.SUPPORTED);
        assertThat(cells("en")).contains("supported").endsWith("PQC observed, not declared");
        assertThat(run("inventory", "coverage", "--lang", "en")).contains("observed-not-declared");
    }

    @Test
    void whatAgreesIsNoRowOfDoubts() throws IOException {
        nginx("ssl_ecdh_curve X25519MLKEM768;");
        observe(State.SUPPORTED);
        assertThat(cells("en")).endsWith("agrees with what was observed");
        assertThat(run("inventory", "coverage", "--lang", "en")).doesNotContain("declared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void detailsFitANarrowTerminal(String language) throws IOException {
        nginx("ssl_ecdh_curve X25519MLKEM768:X25519;");
        observe(State.NOT_SUPPORTED);
        String details = run("inventory", "endpoints", "--format", "details", "--lang", language);
        assertThat(details.lines())
                .allSatisfy(it -> assertThat(Columns.width(it)).as(it).isLessThan(80));
        assertThat(details).contains(PLACE, "2027-03-31", "pqc-groups");
    }

    @Test
    void otherFormatsAndTheFilter() {
        observe(State.NOT_SUPPORTED);
        assertThat(run("inventory", "endpoints", "--format", "csv", "--lang", "en")
                        .lines())
                .hasSize(2);
        assertThat(run("inventory", "endpoints", "--format", "jsonl").lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"schema\":\"shirube-endpoint/1\"", "\"state\":\"not-supported\"");
        assertThat(run("inventory", "endpoints", "--system", "unassigned")).isEmpty();
        assertThat(run("inventory", "endpoints", "--format", "jsonl", "--system", "unassigned")
                        .lines())
                .hasSize(1);
        for (String name : List.of("a.cdx.json", "b.cdx.json", "a.jsonl", "b.jsonl")) {
            run("inventory", "export", folder.resolve(name).toString());
        }
        assertThat(folder.resolve("a.cdx.json")).hasSameBinaryContentAs(folder.resolve("b.cdx.json"));
        assertThat(folder.resolve("a.jsonl")).hasSameBinaryContentAs(folder.resolve("b.jsonl"));
        assertThat(folder.resolve("a.cdx.json")).content().contains("shirube:endpoint-fact");
    }

    @Test
    void linesBreakWhereTheyMay() {
        assertThat(Columns.wrap("aa bb cc", 5)).containsExactly("aa bb", "cc");
        assertThat(Columns.wrap("aaaaaaaaa b", 5)).containsExactly("aaaaaaaaa", "b");
        assertThat(Columns.wrap("観測された鍵確立", 8)).containsExactly("観測され", "た鍵確立");
        assertThat(Columns.wrap("", 5)).containsExactly("");
    }
}
