package dev.shirube.planner.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.planner.Findings;
import dev.shirube.planner.policy.PolicyFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseRulesTest {

    private static final Algorithm RSA = Algorithm.Known.of("rsa-key").withParameterSet("2048");

    @ParameterizedTest
    @CsvSource({
        "com.nimbusds.jose.crypto.RSASSASigner#sign, SIGNATURE, jose-jwt",
        "com.nimbusds.jose.crypto.RSAEncrypter#encrypt, ENCRYPTION, jwe",
        "org.bouncycastle.cms.CMSSignedDataGenerator#generate, SIGNATURE, cms-sig",
        "org.bouncycastle.cms.CMSEnvelopedDataGenerator#generate, ENCRYPTION, cms-enc",
        "javax.xml.crypto.dsig.XMLSignatureFactory#newXMLSignature, SIGNATURE, xmldsig-saml",
        "jdk.security.jarsigner.JarSigner#sign, SIGNATURE, code-signing",
        "java.security.Signature#getInstance, SIGNATURE, java-jca",
        "javax.crypto.KeyAgreement#getInstance, KEY_ESTABLISHMENT, java-jca",
        "ecdsa.Sign, SIGNATURE, generic-signature",
        "ecdh.GenerateKey, KEY_ESTABLISHMENT, generic-key-establishment",
        "rsa.EncryptOAEP, ENCRYPTION, data-at-rest-wrap",
        "aes.NewCipher, SYMMETRIC, ''"
    })
    void aCallBelongsToTheUseOfItsLibrary(String symbol, PolicyFunction function, String use) {
        Findings findings = Findings.of("s").code(RSA, CryptoFunction.SIGN, symbol, "a");
        assertThat(use(findings, function)).isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource({"1.3, tls13-kex", "1.2, tls12-rsa-kex", "1.0, tls12-rsa-kex"})
    void tlsBelongsToItsVersion(String version, String use) {
        assertThat(use(Findings.of("s").tls(version, "tls://h:443", "x25519"), PolicyFunction.KEY_ESTABLISHMENT))
                .isEqualTo(use);
    }

    @Test
    void sshIsKeyExchangeAndHostKeyApart() {
        Findings findings = Findings.of("s").ssh("sshd_config", List.of("curve25519-sha256"), List.of("ssh-ed25519"));
        assertThat(use(findings, PolicyFunction.KEY_ESTABLISHMENT)).isEqualTo("ssh-kex");
        assertThat(use(findings, PolicyFunction.SIGNATURE)).isEqualTo("ssh-hostkey");
    }

    @Test
    void aCertificateOnTheWireWaitsForTlsAndOneInAFileDoesNot() {
        assertThat(use(
                        Findings.of("s").certificate("CN=a", "CN=b", false, RSA, "tls://h:443!chain/0"),
                        PolicyFunction.CERTIFICATE))
                .isEqualTo("tls-auth");
        assertThat(use(Findings.of("s").certificate("CN=a", "CN=b", false, RSA, "a.p12"), PolicyFunction.CERTIFICATE))
                .isEqualTo("x509-sig");
    }

    @Test
    void aKeyBelongsToItsContainer() {
        assertThat(use(Findings.of("s").keyOf("CN=a", RSA, "OpenSSH", "id_rsa"), PolicyFunction.UNKNOWN))
                .isEqualTo("ssh-hostkey");
        assertThat(use(Findings.of("s").keyOf("CN=a", RSA, "JKS", "a.jks"), PolicyFunction.UNKNOWN))
                .isEqualTo("pkcs12-keystore");
        assertThat(use(Findings.of("s").keyOf("CN=a", RSA, "PKCS#8", "a.pem"), PolicyFunction.UNKNOWN))
                .isEqualTo("generic-key");
    }

    private static String use(Findings findings, PolicyFunction function) {
        Finding finding = findings.inventory().findings().get(0).finding();
        return UseRules.standard().use(finding, function);
    }
}
