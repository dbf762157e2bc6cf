package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.DirectoryReader;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.Scanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JARs signed by the JDK's own tool, and a real one: each signature block tells algorithm, digest, key and certificate. */
class JarSignatureTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "RSA, -keysize 2048, SHA-256, SHA256withRSA, rsassa-pkcs1v15;digest=SHA-256, rsa-key;parameter=2048, 2048, RSA",
        "RSA, -keysize 3072, SHA-512, SHA512withRSA, rsassa-pkcs1v15;digest=SHA-512, rsa-key;parameter=3072, 3072, RSA",
        "EC, -groupname secp384r1, SHA-384, SHA384withECDSA, ecdsa;digest=SHA-384, ec-key;curve=nist/P-384, 384, EC",
        "DSA, -keysize 2048, SHA-256, SHA256withDSA, dsa;digest=SHA-256, dsa;parameter=2048, 2048, DSA",
    })
    void theBlockOfASignedJarTellsAlgorithmDigestKeyAndCertificate(
            String key,
            String size,
            String digest,
            String signature,
            String signed,
            String signer,
            int bits,
            String type)
            throws Exception {
        Path jar = signed(key, size, digest, signature);

        List<ScanResult> results = scan(jar);

        List<Finding> block = findings(results).stream()
                .filter(it -> it.occurrence().location().equals("app.jar!/META-INF/ACME." + type))
                .toList();
        assertThat(block).extracting(it -> it.occurrence().symbol()).containsOnly("JAR signature");
        assertThat(block)
                .filteredOn(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .extracting(it -> it.function() + " "
                        + it.asset().algorithm().orElseThrow().identity())
                .containsExactlyInAnyOrder("SIGN " + signed, "DIGEST sha2;parameter=" + digest.substring(4));
        assertThat(block)
                .filteredOn(it -> it.asset() instanceof CryptoAsset.Key)
                .hasSize(1)
                .allSatisfy(it -> {
                    CryptoAsset.Key found = (CryptoAsset.Key) it.asset();
                    assertThat(it.function()).isEqualTo(CryptoFunction.SIGN);
                    assertThat(found.key().identity()).isEqualTo(signer);
                    assertThat(found.size()).hasValue(bits);
                });
        assertThat(findings(results))
                .filteredOn(it -> it.asset() instanceof CryptoAsset.Certificate)
                .extracting(it -> it.occurrence().location())
                .containsExactly("app.jar!/META-INF/ACME." + type + "!certificate/0");
        assertThat(results).flatMap(ScanResult::diagnostics).isEmpty();
    }

    @Test
    void aRealSignedLibraryIsRead() throws Exception {
        Path jar = Path.of(ASN1Primitive.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        List<Finding> signed = findings(scan(jar)).stream()
                .filter(it -> it.occurrence().symbol().equals("JAR signature"))
                .toList();

        assertThat(signed)
                .filteredOn(it -> it.function() == CryptoFunction.SIGN)
                .filteredOn(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .isNotEmpty()
                .allMatch(it -> it.asset().algorithm().orElseThrow().identity().startsWith("dsa;")
                        || it.asset().algorithm().orElseThrow().identity().startsWith("rsassa-pkcs1v15;"));
        assertThat(signed).anyMatch(it -> it.asset() instanceof CryptoAsset.Key);
    }

    @Test
    void aBlockThatIsCutOffIsToldOf() throws Exception {
        byte[] block = entries(signed("RSA", "-keysize 2048", "SHA-256", "SHA256withRSA"))
                .get("META-INF/ACME.RSA");
        assertThat(MaterialScan.of("META-INF/ACME.RSA", Arrays.copyOf(block, block.length / 2))
                        .codes())
                .containsExactly("malformed");
    }

    @Test
    void keysCertificatesAndKeystoresInsideNestedArchivesAreFound() throws Exception {
        byte[] inner = zip(new TreeMap<>(Map.of(
                "certs/ca.crt", MaterialScan.bytes("rsa2048.der"),
                "config/server.pem", MaterialScan.bytes("p256.pkcs8.der"),
                "config/tls.yaml", MaterialScan.bytes("rsa2048.pkcs8.pem"),
                "keys.p12", Files.readAllBytes(store("RSA", "-keysize 2048")))));
        Path outer = folder.resolve("outer.war");
        Files.write(outer, zip(new TreeMap<>(Map.of("WEB-INF/lib/inner.jar", inner))));

        List<String> places = findings(scan(outer)).stream()
                .map(it -> it.occurrence().location())
                .distinct()
                .toList();

        String at = "outer.war!/WEB-INF/lib/inner.jar!/";
        assertThat(places)
                .contains(at + "certs/ca.crt", at + "config/server.pem", at + "config/tls.yaml")
                .anyMatch(it -> it.startsWith(at + "keys.p12"));
    }

    private Path signed(String key, String size, String digest, String signature) throws Exception {
        Path jar = folder.resolve("app.jar");
        Files.write(jar, zip(new TreeMap<>(Map.of("a.txt", new byte[] {1}))));
        Path store = store(key, size);
        run(
                "jarsigner",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-digestalg",
                digest,
                "-sigalg",
                signature,
                "-sigfile",
                "ACME",
                jar.toString(),
                "acme");
        Files.delete(store);
        return jar;
    }

    private Path store(String key, String size) throws Exception {
        Path store = folder.resolve("store.p12");
        String[] sized = size.split(" ");
        run(
                "keytool",
                "-genkeypair",
                "-alias",
                "acme",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=Acme",
                "-keyalg",
                key,
                sized[0],
                sized[1]);
        return store;
    }

    /** A tool of the running JDK, as a process: neither is a ToolProvider. */
    private static void run(String tool, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", tool).toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (InputStream stream = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<ScanResult> scan(Path file) throws Exception {
        AlgorithmRegistry registry = AlgorithmRegistry.standard();
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(
                        List.of(new DirectoryReader()),
                        List.of(new PemDetector(registry), new DerDetector(registry), new KeystoreDetector(registry)))
                .scan(new ScanTarget.FileTarget(file), ScanContext.standard(LocalDate.EPOCH), sink);
        return sink.results();
    }

    private static List<Finding> findings(List<ScanResult> results) {
        return results.stream().flatMap(it -> it.findings().stream()).toList();
    }
}
