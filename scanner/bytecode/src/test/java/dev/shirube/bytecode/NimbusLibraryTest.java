package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real library: nimbus-jose-jwt 10.10, as it is in the registry. */
class NimbusLibraryTest {

    private static final List<Finding> FINDINGS = new ArrayList<>();
    private static final List<Diagnostic> DIAGNOSTICS = new ArrayList<>();

    @BeforeAll
    static void scan() throws IOException {
        FINDINGS.addAll(Jars.findings(Jars.of(JWSObject.class), DIAGNOSTICS));
    }

    @Test
    void everyClassIsRead() {
        assertThat(DIAGNOSTICS).isEmpty();
    }

    /** Call sites, not findings: a site that can mean three algorithms is one. Counted in the output of javap -c -p. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             2 | java.security.AlgorithmParameters#getInstance
             7 | java.security.KeyFactory#getInstance
            10 | java.security.KeyPairGenerator#getInstance
             6 | java.security.KeyPairGenerator#initialize
             3 | java.security.KeyStore#getKey
             9 | java.security.MessageDigest#getInstance
             1 | java.security.Security#getProvider
             4 | java.security.Signature#getInstance
             2 | java.security.Signature#initSign
             2 | java.security.Signature#initVerify
             1 | java.security.Signature#setParameter
             2 | java.security.cert.CertificateFactory#getInstance
             4 | java.security.spec.ECParameterSpec#<init>
             3 | java.security.spec.PSSParameterSpec#<init>
             2 | java.security.spec.RSAPublicKeySpec#<init>
            14 | javax.crypto.Cipher#getInstance
            12 | javax.crypto.Cipher#init
             3 | javax.crypto.Cipher#unwrap
             3 | javax.crypto.Cipher#wrap
             2 | javax.crypto.KeyAgreement#getInstance
             1 | javax.crypto.KeyAgreement#init
             3 | javax.crypto.Mac#getInstance
             2 | javax.crypto.SecretKeyFactory#getInstance
             2 | javax.crypto.spec.OAEPParameterSpec#<init>
            """)
    void callSitesAreAsManyAsInTheBytes(int expected, String symbol) {
        Set<String> sites = new HashSet<>();
        for (Finding finding : FINDINGS) {
            if (finding.occurrence().symbol().equals(symbol)) {
                sites.add(finding.occurrence().location()
                        + finding.occurrence().member()
                        + finding.occurrence().offset().orElseThrow());
            }
        }
        assertThat(sites).hasSize(expected);
    }

    /** Compared by eye with the bytes: line and offset of the call, and what reaches it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crypto/impl/ECDSA         | 130 |  90 | ECDSA-SHA-256 sign    | SHA256withECDSA,SHA384withECDSA,SHA512withECDSA
            crypto/impl/ECDSA         | 130 |  90 | ECDSA-SHA-512 sign    | SHA256withECDSA,SHA384withECDSA,SHA512withECDSA
            jwk/gen/RSAKeyGenerator   |  89 |  16 | RSA keygen            | RSA
            jwk/gen/RSAKeyGenerator   |  96 |  65 | RSA keygen            |
            crypto/impl/RSA_OAEP_SHA2 | 133 | 146 | RSA-OAEP-SHA-384 encrypt | SHA-256,SHA-384,SHA-512
            crypto/impl/RSA_OAEP_SHA2 | 138 | 189 | UNRESOLVED key-wrap   |
            crypto/impl/AESKW         |  71 |   7 | AES-WRAP encrypt      | AESWrap
            crypto/impl/AESKW         |  76 |  23 | AES-WRAP key-wrap     | AESWrap
            jwk/PEMEncodedKeyParser   | 144 |  37 | RSA key-load          |
            jwk/PEMEncodedKeyParser   | 146 |  43 | RSA key-load          | RSA
            """)
    void theseTenAreAsTheBytesSay(String type, int line, int offset, String text, String values) {
        List<String> expected = values == null ? List.of() : List.of(values.split(","));
        assertThat(FINDINGS)
                .filteredOn(it -> it.occurrence().location().equals("com/nimbusds/jose/" + type + ".class"))
                .anySatisfy(it -> {
                    assertThat(it.occurrence().line()).hasValue(line);
                    assertThat(it.occurrence().offset()).hasValue(offset);
                    assertThat(FindingText.of(it, AlgorithmRegistry.standard())).isEqualTo(text);
                    assertThat(it.evidence().values()).isEqualTo(expected);
                });
    }
}
