package dev.shirube.exchange.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.ObservedFact.State;
import dev.shirube.domain.Origin;
import dev.shirube.exchange.ForeignFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real results of other scanners come in with their limits, and hostile ones as diagnostics. */
@Timeout(60)
class ForeignFormatsTest {

    private static final List<ForeignFormat> FORMATS =
            List.of(new SslscanFormat(), new NmapFormat(), new TestsslFormat());

    private static final String PLACE = "tls://127.0.0.1:44301";
    private static final String RSA = "514dbbbed4b09018f07073c04b323a1c79ba3057301397ced7762234005ff2da";
    private static final String EC = "1f62fc6abce5397ea9ae85604774c367844d7fd7628bfa496411e2df92846d10";

    private static byte[] fixture(String name) {
        try (InputStream in = ForeignFormatsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Inventory read(byte[] bytes) throws IOException {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ForeignFormat.HEAD));
        List<ForeignFormat> fitting =
                FORMATS.stream().filter(it -> it.recognises(head)).toList();
        assertThat(fitting).hasSize(1);
        return fitting.get(0).read(new ByteArrayInputStream(bytes), "results");
    }

    private static Inventory text(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static EndpointProfile only(Inventory inventory) {
        assertThat(inventory.endpoints()).hasSize(1);
        return inventory.endpoints().get(0).profile();
    }

    private static List<String> names(Inventory inventory) {
        return inventory.findings().stream()
                .map(it -> it.finding().asset())
                .filter(CryptoAsset.AlgorithmAsset.class::isInstance)
                .map(it ->
                        AlgorithmRegistry.standard().displayName(it.algorithm().orElseThrow()))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> certificates(Inventory inventory) {
        return inventory.findings().stream()
                .map(it -> it.finding().asset())
                .filter(CryptoAsset.Certificate.class::isInstance)
                .map(it -> ((CryptoAsset.Certificate) it).sha256());
    }

    @ParameterizedTest
    @CsvSource({
        "sslscan-2.0.7.xml, import:sslscan 2.0.7, not-supported",
        "sslscan-2.0.7-show-certificate.xml, import:sslscan 2.0.7, not-supported",
        "nmap-7.93-tls.xml, import:nmap 7.93, unknown",
        "testssl-3.0.8.json, import:testssl.sh, not-supported",
        "testssl-3.0.8-pretty.json, import:testssl.sh 3.0.8, not-supported",
    })
    void oneServerInTheWordsOfThree(String name, String plan, String oldVersions) throws IOException {
        Inventory inventory = read(fixture(name));
        EndpointProfile profile = only(inventory);
        assertThat(profile.location()).isEqualTo(PLACE);
        assertThat(profile.plan()).isEqualTo(plan);
        assertThat(profile.imported()).isTrue();
        assertThat(profile.fact("version/TLS 1.3").state()).isEqualTo(State.SUPPORTED);
        assertThat(profile.fact("version/TLS 1.2").state()).isEqualTo(State.SUPPORTED);
        assertThat(profile.fact("version/TLS 1.1").state().id()).isEqualTo(oldVersions);
        assertThat(profile.fact("group/x25519").state()).isEqualTo(State.SUPPORTED);
        assertThat(profile.fact(EndpointProfile.PQC_SUPPORTED).state()).isEqualTo(State.UNKNOWN);
        assertThat(profile.fact(EndpointProfile.PQC_SUPPORTED).reason()).contains("does not ask");
        assertThat(profile.fact(EndpointProfile.PQC_ONLY).state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(profile.fact(EndpointProfile.PQC_PREFERRED).asked()).isFalse();
        assertThat(inventory.findings()).isNotEmpty().allMatch(it -> Origin.of(it.finding()) == Origin.IMPORTED);
        assertThat(inventory.diagnostics()).singleElement().satisfies(it -> {
            assertThat(it.diagnostic().code()).isEqualTo(DiagnosticCode.HOST_UNDECIDED);
            assertThat(it.diagnostic().message(Language.JA)).contains("PQC 鍵確立", "照会しない");
        });
        assertThat(inventory.coverage()).isEmpty();
    }

    @Test
    void certificatesAreThoseOfTheServerWhereTheirBytesAreThere() throws IOException {
        assertThat(certificates(read(fixture("testssl-3.0.8.json")))).containsExactlyInAnyOrder(RSA, EC);
        assertThat(certificates(read(fixture("testssl-3.0.8-pretty.json")))).containsExactlyInAnyOrder(RSA, EC);
        assertThat(certificates(read(fixture("nmap-7.93-tls.xml")))).containsExactly(EC);
        assertThat(certificates(read(fixture("sslscan-2.0.7-show-certificate.xml"))))
                .containsExactly(EC);
        Inventory brief = read(fixture("sslscan-2.0.7.xml"));
        assertThat(certificates(brief)).isEmpty();
        assertThat(names(brief)).contains("EC-P-256", "ECDSA-SHA-256");
    }

    @Test
    void suitesAndGroupsAreThoseOfTheRegistry() throws IOException {
        EndpointProfile sslscan = only(read(fixture("sslscan-2.0.7.xml")));
        EndpointProfile nmap = only(read(fixture("nmap-7.93-tls.xml")));
        for (EndpointProfile profile : List.of(sslscan, nmap)) {
            assertThat(profile.fact("suite/TLS 1.2/TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
                            .state())
                    .isEqualTo(State.SUPPORTED);
            assertThat(profile.fact("suite/TLS 1.3/TLS_AES_128_GCM_SHA256").state())
                    .isEqualTo(State.SUPPORTED);
        }
        assertThat(names(read(fixture("nmap-7.93-tls.xml")))).contains("RSA-PKCS1-1.5", "ECDH-P-256");
        assertThat(sslscan.facts())
                .filteredOn(it -> it.subject().startsWith("group/"))
                .hasSize(10);
    }

    @Test
    void anSshServerSaysAllThatItHas() throws IOException {
        Inventory inventory = read(fixture("nmap-7.93-ssh.xml"));
        EndpointProfile profile = only(inventory);
        assertThat(profile.location()).isEqualTo("ssh://127.0.0.1:44322");
        assertThat(profile.fact(EndpointProfile.PQC_SUPPORTED).state()).isEqualTo(State.SUPPORTED);
        assertThat(profile.fact(EndpointProfile.PQC_ONLY).state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(profile.fact(EndpointProfile.PQC_AUTHENTICATION).state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(profile.fact("kex/curve25519-sha256").state()).isEqualTo(State.SUPPORTED);
        assertThat(profile.facts()).noneMatch(it -> it.subject().contains("kex-strict"));
        assertThat(names(inventory)).contains("Ed25519");
    }

    private static String sslscan(String version, String lines) {
        return "<?xml version=\"1.0\"?><document title=\"SSLScan Results\" version=\"" + version
                + "\"><ssltest host=\"h.example\" port=\"443\">" + lines + "</ssltest></document>";
    }

    @Test
    void everyVersionDisabledIsUnknownAndNeverNotSupported() throws IOException {
        EndpointProfile profile = only(
                text(
                        sslscan(
                                "2.1.5",
                                "<protocol type=\"tls\" version=\"1.2\" enabled=\"0\"/><protocol type=\"tls\" version=\"1.3\" enabled=\"0\"/>")));
        assertThat(profile.facts())
                .filteredOn(it -> it.subject().startsWith("version/"))
                .hasSize(2)
                .allMatch(it -> it.state() == State.UNKNOWN && it.reason().contains("saw no version at all"));
        assertThat(profile.fact(EndpointProfile.PQC_ONLY).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void tls13DisabledBesideOthersIsUnknownToo() throws IOException {
        EndpointProfile profile = only(text(sslscan(
                "2.2.2",
                "<protocol type=\"tls\" version=\"1.1\" enabled=\"0\"/><protocol type=\"tls\" version=\"1.2\" enabled=\"1\"/>"
                        + "<protocol type=\"tls\" version=\"1.3\" enabled=\"0\"/>")));
        assertThat(profile.fact("version/TLS 1.1").state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(profile.fact("version/TLS 1.3").state()).isEqualTo(State.UNKNOWN);
        assertThat(profile.fact(EndpointProfile.PQC_SUPPORTED).state()).isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "2.2.2, 0x11ec, supported",
        "2.2.2, 0x001d, not-supported",
        "2.1.6, 0x001d, unknown",
        "evil, 0x001d, unknown",
        "2.2.2, 0x6399, not-supported",
    })
    void whatAVersionCanSeeDecides(String version, String group, String state) throws IOException {
        EndpointProfile profile = only(text(sslscan(
                version,
                "<protocol type=\"tls\" version=\"1.3\" enabled=\"1\"/><group sslversion=\"TLSv1.3\" name=\"?\" id=\""
                        + group + "\"/>")));
        assertThat(profile.fact(EndpointProfile.PQC_SUPPORTED).state().id()).isEqualTo(state);
    }

    @Test
    void newerTestsslTellsOfKems() throws IOException {
        String flat =
                "[{\"id\":\"TLS1_3\",\"ip\":\"h.example/192.0.2.1\",\"port\":\"443\",\"finding\":\"offered with final\"},"
                        + "{\"id\":\"FS_ECDHE_curves\",\"ip\":\"h.example/192.0.2.1\",\"port\":\"443\",\"finding\":\"X25519\"},"
                        + "{\"id\":\"FS_KEMs\",\"ip\":\"h.example/192.0.2.1\",\"port\":\"443\",\"finding\":\"%s\"}]";
        EndpointProfile with = only(text(flat.formatted("X25519MLKEM768 MLKEM1024")));
        assertThat(with.location()).isEqualTo("tls://h.example:443");
        assertThat(with.fact(EndpointProfile.PQC_SUPPORTED).state()).isEqualTo(State.SUPPORTED);
        assertThat(only(text(flat.formatted("No KEMs offered")))
                        .fact(EndpointProfile.PQC_SUPPORTED)
                        .state())
                .isEqualTo(State.NOT_SUPPORTED);
    }

    @Test
    void anOpenPortOfWhichNmapPrintedNothingIsUndecided() throws IOException {
        Inventory inventory = text(
                "<!DOCTYPE nmaprun SYSTEM \"http://127.0.0.1:1/x.dtd\"><nmaprun scanner=\"nmap\" version=\"7.95\""
                        + " args=\"nmap --script ssl-enum-ciphers\"><host><address addr=\"fe80::1\" addrtype=\"ipv6\"/><ports>"
                        + "<port protocol=\"tcp\" portid=\"443\"><state state=\"open\"/></port></ports></host></nmaprun>");
        assertThat(inventory.endpoints()).isEmpty();
        assertThat(inventory.diagnostics()).singleElement().satisfies(it -> {
            assertThat(it.diagnostic().location()).isEqualTo("tls://[fe80::1]:443");
            assertThat(it.diagnostic().code()).isEqualTo(DiagnosticCode.HOST_UNDECIDED);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><document title=\"SSLScan Results\" version=\"&x;\">"
                        + "<ssltest host=\"&x;\" port=\"443\"/></document>",
                "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><document title=\"SSLScan Results\" version=\"1\">"
                        + "<ssltest host=\"h\" port=\"443\"><certificate><certificate-blob>&b;</certificate-blob></certificate>"
                        + "</ssltest></document>",
                "<document title=\"SSLScan Results\" version=\"1\"><ssltest host=\"h\u202e<\" port=\"443\"/>",
                "<document title=\"SSLScan Results\" version=\"1\"><ssltest host=\"a b\" port=\"443\"></ssltest></document>",
                "<document title=\"SSLScan Results\" version=\"1\"><ssltest host=\"h\" port=\"99999\"></ssltest></document>",
                "<document title=\"SSLScan Results\" version=\"1\"><ssltest host=\"h\" port=\"443\"><protocol",
                "<nmaprun scanner=\"nmap\" version=\"7\"><host><port protocol=\"tcp\" portid=\"1\"><script id=\"ssl-enum-ciphers\">"
                        + "<elem key=\"x\">y</elem>",
                "[{\"id\":\"TLS1\",\"ip\":\"h/\",\"port\":\"443\",\"finding\":\"offered\"},{\"id\"",
                "[{\"id\":\"TLS1\",\"ip\":\"; rm/\",\"port\":\"443\",\"finding\":\"offered\"}]",
            })
    void hostileDocumentsEndInDiagnostics(String document) throws IOException {
        Inventory inventory = text(document);
        assertThat(inventory.diagnostics()).isNotEmpty();
        assertThat(inventory.toString()).doesNotContain("root:", "\u202e", "aaaaaaaa");
    }

    @Test
    void depthIsBounded() throws IOException {
        Inventory deep = text("<document title=\"SSLScan Results\" version=\"1\">" + "<a>".repeat(100_000));
        assertThat(deep.diagnostics())
                .extracting(it -> it.diagnostic().code())
                .containsExactly(DiagnosticCode.LIMIT_REACHED);
        Inventory json = text("[{\"id\":\"a\",\"ip\":\"h/\",\"port\":\"1\",\"x\":" + "[".repeat(100_000));
        assertThat(json.diagnostics()).isNotEmpty();
    }
}
