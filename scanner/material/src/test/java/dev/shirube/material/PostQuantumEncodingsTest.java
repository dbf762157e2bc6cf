package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.QuantumThreat;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.pqc.crypto.lms.HSSKeyGenerationParameters;
import org.bouncycastle.pqc.crypto.lms.HSSKeyPairGenerator;
import org.bouncycastle.pqc.crypto.lms.HSSPublicKeyParameters;
import org.bouncycastle.pqc.crypto.lms.LMOtsParameters;
import org.bouncycastle.pqc.crypto.lms.LMSParameters;
import org.bouncycastle.pqc.crypto.lms.LMSigParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyGenerationParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyPairGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private keys in their several forms, stateful signatures, composites, and the identifiers of drafts. */
class PostQuantumEncodingsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void seed_expanded_key_and_both_are_one_key() throws Exception {
        MLKEMKeyPairGenerator kem = new MLKEMKeyPairGenerator();
        kem.init(new MLKEMKeyGenerationParameters(RANDOM, MLKEMParameters.ml_kem_512));
        AsymmetricCipherKeyPair kemPair = kem.generateKeyPair();
        MLDSAKeyPairGenerator dsa = new MLDSAKeyPairGenerator();
        dsa.init(new MLDSAKeyGenerationParameters(RANDOM, MLDSAParameters.ml_dsa_87));
        AsymmetricCipherKeyPair dsaPair = dsa.generateKeyPair();
        for (int form : List.of(
                MLKEMPrivateKeyParameters.SEED_ONLY,
                MLKEMPrivateKeyParameters.EXPANDED_KEY,
                MLKEMPrivateKeyParameters.BOTH)) {
            byte[] kemKey = PrivateKeyInfoFactory.createPrivateKeyInfo(
                            ((MLKEMPrivateKeyParameters) kemPair.getPrivate()).withPreferredFormat(form))
                    .getEncoded();
            byte[] dsaKey = PrivateKeyInfoFactory.createPrivateKeyInfo(
                            ((MLDSAPrivateKeyParameters) dsaPair.getPrivate()).getParametersWithFormat(form))
                    .getEncoded();

            assertThat(MaterialScan.of("k.p8", kemKey).key().fingerprint())
                    .isEqualTo(scan(kemPair).key().fingerprint());
            assertThat(MaterialScan.of("k.p8", dsaKey).key().fingerprint())
                    .isEqualTo(scan(dsaPair).key().fingerprint());
            assertThat(MaterialScan.of("k.p8", dsaKey).keys()).containsExactly("PRIVATE ml-dsa;parameter=87");
        }
    }

    private static MaterialScan scan(AsymmetricCipherKeyPair pair) throws Exception {
        return MaterialScan.of(
                "k.spki",
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                        .getEncoded());
    }

    @Test
    void a_key_of_hss_names_its_parameters_raw_and_wrapped() throws Exception {
        HSSKeyPairGenerator generator = new HSSKeyPairGenerator();
        LMSParameters level = new LMSParameters(LMSigParameters.lms_sha256_n32_h5, LMOtsParameters.sha256_n32_w4);
        generator.init(new HSSKeyGenerationParameters(new LMSParameters[] {level}, RANDOM));
        byte[] key = ((HSSPublicKeyParameters) generator.generateKeyPair().getPublic()).getEncoded();
        byte[] wrapped = new DEROctetString(key).getEncoded();

        for (byte[] content : List.of(key, wrapped)) {
            MaterialScan scan = MaterialScan.of("k.spki", spki("1.2.840.113549.1.9.16.3.17", content));
            assertThat(scan.keys()).containsExactly("PUBLIC lms-hss;parameter=LMS_SHA256_M32_H5");
            assertThat(AlgorithmRegistry.standard().threat(scan.key())).isEqualTo(QuantumThreat.SAFE);
        }
    }

    @Test
    void a_key_of_xmss_names_its_parameters_and_an_unknown_type_has_none() throws Exception {
        byte[] key = new byte[68];
        key[3] = 2;
        assertThat(MaterialScan.of("k.spki", spki("1.3.6.1.5.5.7.6.34", key)).keys())
                .containsExactly("PUBLIC xmss;parameter=XMSS-SHA2_16_256");
        assertThat(MaterialScan.of("k.spki", spki("1.3.6.1.5.5.7.6.35", key)).keys())
                .containsExactly("PUBLIC xmss;parameter=XMSSMT-SHA2_20/4_256");
        key[0] = 1;
        assertThat(MaterialScan.of("k.spki", spki("1.3.6.1.5.5.7.6.34", key)).keys())
                .containsExactly("PUBLIC xmss");
    }

    private static byte[] spki(String oid, byte[] key) throws Exception {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), key).getEncoded();
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.6.1.5.5.7.6.45, composite-sig;parameter=MLDSA65-ECDSA-P256-SHA512, SAFE",
        "1.3.6.1.5.5.7.6.58, composite-kem;parameter=MLKEM768-X25519-SHA3-256, SAFE",
        "1.3.6.1.4.1.62253.25722, hybrid-groups;parameter=X-Wing, SAFE",
        "2.16.840.1.114027.80.9.1.3, hybrid-draft;parameter=MLDSA44-ECDSA-P256-SHA256-draft, UNKNOWN",
        "1.3.9999.7.5, hybrid-draft;parameter=p256_mldsa44, UNKNOWN",
        "1.3.9999.2.7.1, hybrid-draft;parameter=p256_dilithium2, UNKNOWN",
        "1.3.6.1.4.1.2.267.7.6.5, dilithium;parameter=3, UNKNOWN",
        "1.3.6.1.4.1.2.267.12.4.4, dilithium;parameter=2, UNKNOWN",
        "1.3.6.1.4.1.22554.5.6.2, kyber;parameter=768, UNKNOWN",
        "1.3.9999.3.6, fn-dsa;parameter=512, SAFE",
        "1.3.9999.6.4.16, sphincs-plus;parameter=SHA2-128s, UNKNOWN",
        "1.3.6.1.4.1.22554.2.5.34, sphincs-plus;parameter=SHAKE-256f, UNKNOWN",
        "1.2.3.4.5, unresolved;row=oid:1.2.3.4.5, UNKNOWN",
    })
    void identifiers_of_composites_and_drafts(String oid, String identity, QuantumThreat threat) throws Exception {
        MaterialScan open = MaterialScan.of("k.spki", spki(oid, new byte[64]));
        byte[] secret = new byte[64];
        Arrays.fill(secret, (byte) 0x5a);
        MaterialScan locked = MaterialScan.of(
                "k.p8",
                new PrivateKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), new DEROctetString(secret))
                        .getEncoded());

        assertThat(open.key().key().identity()).isEqualTo(identity);
        assertThat(AlgorithmRegistry.standard().threat(open.key())).isEqualTo(threat);
        assertThat(locked.key().kind()).isEqualTo(KeyKind.PRIVATE);
        assertThat(locked.key().key().identity()).isEqualTo(identity);
        assertThat(locked.diagnostics).isEmpty();
        assertThat(locked.everything()).doesNotContain("5a5a5a5a");
    }

    @Test
    void a_composite_lists_its_classical_half() {
        assertThat(AlgorithmRegistry.standard()
                        .parts(AlgorithmRegistry.standard()
                                .byOid("2.16.840.1.114027.80.9.1.3")
                                .orElseThrow()))
                .extracting(it -> it.identity())
                .containsExactly("ml-dsa;parameter=44", "ecdsa;curve=nist/P-256");
    }

    @Test
    void both_halves_of_x_wing_are_one_key() throws Exception {
        XWingKeyPairGenerator generator = new XWingKeyPairGenerator();
        generator.init(new XWingKeyGenerationParameters(RANDOM));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        byte[] seed = Arrays.copyOf(((XWingPrivateKeyParameters) pair.getPrivate()).getEncoded(), 32);
        byte[] open = ((XWingPublicKeyParameters) pair.getPublic()).getEncoded();
        AlgorithmIdentifier identifier = new AlgorithmIdentifier(new ASN1ObjectIdentifier(PostQuantumParts.X_WING));
        // RFC 5958: the octets of the private key are an octet string around whatever the algorithm says.
        byte[] raw = new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), identifier, new DEROctetString(seed)})
                .getEncoded();

        assertThat(MaterialScan.of("k.p8", raw).key().fingerprint())
                .isPresent()
                .isEqualTo(MaterialScan.of("k.spki", spki(PostQuantumParts.X_WING, open))
                        .key()
                        .fingerprint());
    }
}
