package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CertificateChains;
import dev.shirube.domain.CertificateChains.Standing;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.KeyIdentifiers;
import dev.shirube.domain.ScanResult;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** What certificates say of each other, from their bytes to the chains of the inventory. */
class CertificateLinksTest {

    private static KeyPair ec() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] certificate(String subject, KeyPair key, String issuer, KeyPair signer, boolean authority)
            throws Exception {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.TEN,
                new Date(0),
                new Date(4_000_000_000_000L),
                new X500Name(subject),
                key.getPublic());
        JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(key.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(signer.getPublic()));
        X509CertificateHolder made =
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()));
        return made.getEncoded();
    }

    private static CertificateChains chains(byte[]... files) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            findings.addAll(MaterialScan.of(i + ".crt", files[i]).findings);
        }
        return CertificateChains.of(
                Inventory.of("s", List.of(new ScanResult(".", findings, List.of(), Coverage.NONE))));
    }

    private static CryptoAsset.Certificate named(CertificateChains chains, String subject) {
        return chains.certificates().stream()
                .filter(it -> it.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_chain_of_three_levels_in_three_files() throws Exception {
        KeyPair root = ec();
        KeyPair middle = ec();
        KeyPair leaf = ec();

        CertificateChains chains = chains(
                certificate("CN=leaf", leaf, "CN=Middle", middle, false),
                certificate("CN=Root", root, "CN=Root", root, true),
                certificate("CN=Middle", middle, "CN=Root", root, true),
                leaf.getPrivate().getEncoded());

        assertThat(chains.path(named(chains, "CN=leaf")))
                .extracting(CryptoAsset.Certificate::subject)
                .containsExactly("CN=leaf", "CN=Middle", "CN=Root");
        assertThat(chains.standing(named(chains, "CN=Root"))).isEqualTo(Standing.ROOT);
        assertThat(chains.sharedKeys()).hasSize(1);
        assertThat(chains.sharedKeys().get(0).certificates()).containsExactly(named(chains, "CN=leaf"));
        assertThat(chains.sharedKeys().get(0).privateKeys()).hasSize(1);
    }

    @Test
    void a_certificate_that_only_says_it_is_its_own_issuer_is_no_root() throws Exception {
        CertificateChains chains = chains(certificate("CN=Root", ec(), "CN=Root", ec(), true));

        assertThat(chains.standing(named(chains, "CN=Root"))).isEqualTo(Standing.ISSUER_NOT_FOUND);
    }

    @Test
    void own_signatures_of_rsa_and_of_curves_are_verified() {
        for (String file : List.of("rsa2048.der", "p256.crt.pem", "ca.crt.pem")) {
            assertThat(KeyIdentifiers.of(MaterialScan.fixture(file)
                                    .finding()
                                    .evidence()
                                    .values())
                            .ownSignature())
                    .as(file)
                    .contains(true);
        }
        assertThat(KeyIdentifiers.of(MaterialScan.fixture("v1.crt.pem")
                                .finding()
                                .evidence()
                                .values())
                        .ownSignature())
                .isEmpty();
    }

    @Test
    void an_own_signature_that_was_changed_does_not_verify() {
        byte[] der = MaterialScan.bytes("rsa2048.der");
        der[der.length - 1] ^= 1;

        assertThat(KeyIdentifiers.of(MaterialScan.of("x.der", der)
                                .finding()
                                .evidence()
                                .values())
                        .ownSignature())
                .contains(false);
    }
}
