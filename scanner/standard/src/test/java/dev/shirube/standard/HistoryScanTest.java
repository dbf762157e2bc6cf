package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanTarget.GitTarget;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real keys, keystores and signatures in the history of a real, bare repository. */
class HistoryScanTest {

    @TempDir
    private Path folder;

    private final List<ObjectId> commits = new ArrayList<>();

    @Test
    void keysCertificatesAndKeystoresThatWereDeletedAreFoundAndOldCodeIsNot() throws Exception {
        KeyPair pair = ec();
        X509CertificateHolder certificate = certificate(pair);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", pair.getPrivate(), "changeit".toCharArray(), new java.security.cert.Certificate[] {
            new JcaX509CertificateConverter().getCertificate(certificate)
        });
        ByteArrayOutputStream p12 = new ByteArrayOutputStream();
        store.store(p12, "changeit".toCharArray());
        byte[] code =
                text("class A { void a() throws Exception { java.security.KeyPairGenerator.getInstance(\"DSA\"); } }");
        Map<String, byte[]> files = new TreeMap<>();
        files.put("A.java", code);
        try (Repository repository = repository()) {
            commit(repository, files, "");
            files.put("key.pem", pem("PRIVATE KEY", ec().getPrivate().getEncoded()));
            files.put("cert.der", certificate.getEncoded());
            files.put("server.p12", p12.toByteArray());
            files.put("sshd_config", text("HostKeyAlgorithms ssh-dss\n"));
            commit(repository, files, "");
            files.clear();
            files.put("README", text("none"));
            commit(repository, files, "");
        }

        Scanned scanned = scan();

        assertThat(scanned.findings()).allMatch(it -> it.occurrence().kind() == EvidenceKind.MATERIAL);
        assertThat(scanned.findings().stream()
                        .filter(it -> !(it.asset() instanceof CryptoAsset.AlgorithmAsset))
                        .map(it -> it.asset().getClass().getSimpleName() + " "
                                + it.occurrence().location().replaceFirst("!.*", ""))
                        .distinct())
                .contains("Certificate .@" + at(1) + ":cert.der", "Key .@" + at(1) + ":key.pem")
                .anyMatch(it -> it.equals("Key .@" + at(1) + ":server.p12"));
        assertThat(scanned.findings().stream().map(it -> CommitSpan.of(it).orElseThrow()))
                .allMatch(it -> it.first().equals(at(1)) && it.last().equals(at(1)));
        assertThat(scanned.diagnostics().stream()
                        .filter(it -> it.code() == DiagnosticCode.KEY_IN_HISTORY)
                        .map(Diagnostic::location))
                .contains(".@" + at(1) + ":key.pem:1")
                .hasSize(2);
    }

    @Test
    void signaturesAreOneFindingForEachSigner() throws Exception {
        KeyPair pair = ec();
        X509CertificateHolder certificate = certificate(pair);
        KeyPair other = ec();
        X509CertificateHolder otherCertificate = certificate(other);
        try (Repository repository = repository()) {
            for (int i = 0; i < 5; i++) {
                commit(repository, Map.of("a", text("x" + i)), signature(pair, certificate, "commit " + i));
            }
            for (int i = 5; i < 8; i++) {
                commit(repository, Map.of("a", text("x" + i)), signature(other, otherCertificate, "commit " + i));
            }
        }

        Scanned scanned = scan();

        List<Finding> signatures = scanned.findings().stream()
                .filter(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .filter(it -> it.asset().id().contains("ecdsa"))
                .filter(it -> it.occurrence().location().endsWith("!gpgsig"))
                .toList();
        assertThat(signatures.stream().map(it -> CommitSpan.of(it).orElseThrow()))
                .containsExactlyInAnyOrder(
                        new CommitSpan(at(0), at(4), "", 5, CommitSpan.InTree.NO_FILE),
                        new CommitSpan(at(5), at(7), "", 3, CommitSpan.InTree.NO_FILE));
        Scanned head = Scanned.of(new GitTarget(folder.toString(), Optional.empty(), false), Scanned.CONTEXT);
        assertThat(head.findings())
                .isNotEmpty()
                .allMatch(it -> it.occurrence().location().startsWith(".@" + at(7) + "!gpgsig"));
    }

    @Test
    void detectorsOfCodeAndSettingsDoNotLookAtHistory() {
        List<String> looking = StandardScanner.detectors().stream()
                .filter(Detector::looksAtHistory)
                .map(Detector::id)
                .toList();
        assertThat(looking).contains("pem", "der", "keystore", "ssh-key").doesNotContain("source", "bytecode", "nginx");
    }

    private Scanned scan() throws Exception {
        return Scanned.of(new GitTarget(folder.toString(), Optional.empty(), true), Scanned.CONTEXT);
    }

    private String at(int commit) {
        return commits.get(commit).name();
    }

    private Repository repository() throws Exception {
        Repository repository =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        repository.create(true);
        repository.updateRef(Constants.HEAD).link("refs/heads/main");
        return repository;
    }

    private void commit(Repository repository, Map<String, byte[]> files, String signature) throws Exception {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                tree.append(file.getKey(), FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, file.getValue()));
            }
            String parent = commits.isEmpty() ? "" : "parent " + at(commits.size() - 1) + "\n";
            String folded =
                    signature.isEmpty() ? "" : "gpgsig " + signature.strip().replace("\n", "\n ") + "\n";
            String text = "tree " + inserter.insert(tree).name() + "\n" + parent
                    + "author a <a@example.org> 1700000000 +0000\ncommitter a <a@example.org> 1700000000 +0000\n"
                    + folded
                    + "\ncommit " + commits.size();
            ObjectId id = inserter.insert(Constants.OBJ_COMMIT, text(text));
            inserter.flush();
            commits.add(id);
            RefUpdate update = repository.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.forceUpdate();
        }
    }

    private static KeyPair ec() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static ContentSigner signer(KeyPair pair) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
    }

    private static X509CertificateHolder certificate(KeyPair pair) throws Exception {
        X500Name name = new X500Name("CN=history.example.org");
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.TEN,
                        Date.from(start),
                        Date.from(start.plusSeconds(100_000_000)),
                        name,
                        pair.getPublic())
                .build(signer(pair));
    }

    private static String signature(KeyPair pair, X509CertificateHolder certificate, String text) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(signer(pair), certificate));
        generator.addCertificate(certificate);
        byte[] cms = generator
                .generate(new CMSProcessableByteArray(text(text)), false)
                .getEncoded();
        return new String(pem("SIGNED MESSAGE", cms), StandardCharsets.US_ASCII);
    }

    private static byte[] pem(String label, byte[] body) {
        return text("-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(body) + "\n-----END " + label
                + "-----\n");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
