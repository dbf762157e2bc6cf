package dev.shirube.exchange.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that want to break the reader: each ends in findings or diagnostics, none in an exception. */
class HostileDocumentTest {

    private static final List<String> DOCUMENTS =
            List.of("cbomkit-java", "cdxgen-js", "theia-image", "theia-openssl", "theia-enriched", "cryptoscanner");

    private static Inventory read(byte[] bytes) throws IOException {
        return CbomReader.read(new ByteArrayInputStream(bytes), "in.cdx.json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String foreign(String name) {
        return CbomSchema.resource("foreign/" + name + ".cdx.json");
    }

    private static List<DiagnosticCode> codes(Inventory inventory) {
        return inventory.diagnostics().stream()
                .map(AssignedDiagnostic::diagnostic)
                .map(it -> it.code())
                .toList();
    }

    @Test
    void aDocumentCutAtEvery97thByteSaysSo() throws IOException {
        for (String name : DOCUMENTS) {
            byte[] whole = bytes(foreign(name).strip());
            for (int cut = 0; cut < whole.length - 1; cut += 97) {
                assertThat(codes(read(Arrays.copyOf(whole, cut))))
                        .as(name + " at " + cut)
                        .contains(DiagnosticCode.MALFORMED);
            }
        }
        byte[] own = bytes(CbomWriterTest.write(CbomVersion.V1_7, SampleInventory.everything())
                .strip());
        for (int cut = 0; cut < own.length - 1; cut += 97) {
            assertThat(codes(read(Arrays.copyOf(own, cut)))).as("own at " + cut).contains(DiagnosticCode.MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "-1", "1e999", "\"x\"", "[]", "{}", "[{}]", "[[\"a\"]]", "{\"a\":[1]}"})
    void aValueOfAnotherTypeAnywhereBreaksNothing(String value) throws IOException {
        Pattern values = Pattern.compile("(?<=: )(\"(?:[^\"\\\\]|\\\\.)*\"|\\d+)");
        for (String name : DOCUMENTS) {
            String text = foreign(name);
            Matcher at = values.matcher(text);
            while (at.find()) {
                read(bytes(text.substring(0, at.start()) + value + text.substring(at.end())));
            }
        }
        String own = CbomWriterTest.write(
                CbomVersion.V1_7, SampleInventory.inventory(List.of()).merge(SampleInventory.endpoints()));
        Matcher at = Pattern.compile("(?<= : )(\"(?:[^\"\\\\]|\\\\.)*\"|\\d+)").matcher(own);
        while (at.find()) {
            read(bytes(own.substring(0, at.start()) + value + own.substring(at.end())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata", "components", "services", "dependencies", "serialNumber", "bomFormat", "other"})
    void aMillionNestedListsOrObjectsReachALimit(String member) throws IOException {
        for (String open : List.of("[", "{\"a\":", "[{\"components\":")) {
            String deep = "{\"bomFormat\":\"CycloneDX\",\"" + member + "\":" + open.repeat(1_000_000);
            assertThat(codes(read(bytes(deep)))).as(member + " " + open).contains(DiagnosticCode.LIMIT_REACHED);
        }
    }

    @Test
    void ofTwoMembersOfOneNameTheLastIsTaken() throws IOException {
        Inventory read = read(bytes("{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"library\","
                + "\"type\":\"cryptographic-asset\",\"name\":\"MD5\",\"name\":\"ECDSA\",\"cryptoProperties\":"
                + "{\"assetType\":\"protocol\",\"assetType\":\"algorithm\"}}],\"components\":[]}"));
        assertThat(read.findings()).hasSize(1);
        assertThat(read.findings().get(0).finding().asset().id()).isEqualTo("algorithm:ecdsa");
    }

    @Test
    void aStringOfAGigabyteReachesALimit() throws IOException {
        InputStream gigabyte = new InputStream() {
            private long left = 1L << 30;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int count = (int) Math.min(left, length);
                Arrays.fill(into, from, from + count, (byte) 'a');
                left -= count;
                return count == 0 && length > 0 ? -1 : count;
            }
        };
        InputStream start = new ByteArrayInputStream(
                bytes("{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"cryptographic-asset\",\"name\":\""));
        Inventory read = CbomReader.read(new SequenceInputStream(start, gigabyte), "in.cdx.json");
        assertThat(codes(read)).containsExactly(DiagnosticCode.LIMIT_REACHED);
    }

    @Test
    void moreComponentsThanAreReadReachALimitAndKeepThoseBefore() throws IOException {
        byte[] one = bytes("{\"type\":\"file\"},");
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return one[(int) (at++ % one.length)];
            }
        };
        InputStream start = new ByteArrayInputStream(
                bytes("{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"cryptographic-asset\",\"name\":\"DSA\","
                        + "\"cryptoProperties\":{\"assetType\":\"algorithm\"}},"));
        Inventory read = CbomReader.read(new SequenceInputStream(start, endless), "in.cdx.json");
        assertThat(codes(read)).contains(DiagnosticCode.LIMIT_REACHED);
        assertThat(read.findings()).hasSize(1);
    }

    @Test
    void aByteOrderMarkAndUtf16AreRead() throws IOException {
        CbomFormat format = new CbomFormat();
        String text = foreign("theia-openssl");
        for (String charset : List.of("UTF-8", "UTF-16BE", "UTF-16LE")) {
            for (String mark : List.of("", "\uFEFF")) {
                byte[] bytes = (mark + text).getBytes(Charset.forName(charset));
                assertThat(format.recognises(bytes)).as(charset + mark.length()).isTrue();
                assertThat(read(bytes).findings()).as(charset + mark.length()).hasSize(3);
            }
        }
        assertThat(format.recognises(new byte[] {(byte) 0xFE})).isFalse();
        assertThat(format.recognises(bytes("<html>\"bomFormat\""))).isFalse();
    }

    @Test
    void aCycleOfReferencesIsNotFollowedForEver() throws IOException {
        Inventory read = read(
                bytes(
                        "{\"bomFormat\":\"CycloneDX\",\"components\":["
                                + "{\"type\":\"cryptographic-asset\",\"bom-ref\":\"k\",\"name\":\"key\",\"cryptoProperties\":{\"assetType\":"
                                + "\"related-crypto-material\",\"relatedCryptoMaterialProperties\":{\"type\":\"public-key\",\"algorithmRef\":\"k\"}}},"
                                + "{\"type\":\"cryptographic-asset\",\"bom-ref\":\"c\",\"name\":\"cert\",\"cryptoProperties\":{\"assetType\":"
                                + "\"certificate\",\"certificateProperties\":{\"subjectPublicKeyRef\":\"c\",\"signatureAlgorithmRef\":\"k\"}}}],"
                                + "\"dependencies\":[{\"ref\":\"k\",\"dependsOn\":[\"k\",\"c\"]},{\"ref\":\"c\",\"dependsOn\":[\"c\"]}]}"));
        assertThat(read.findings()).hasSize(2);
    }
}
