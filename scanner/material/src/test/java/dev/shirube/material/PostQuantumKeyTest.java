package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.QuantumThreat;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.KeyGenerationParameters;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostQuantumKeyTest {

    static Stream<Arguments> keys() {
        SecureRandom random = new SecureRandom();
        return Stream.of(
                Arguments.of(
                        "ml-dsa;parameter=65",
                        new MLDSAKeyPairGenerator(),
                        new MLDSAKeyGenerationParameters(random, MLDSAParameters.ml_dsa_65)),
                Arguments.of(
                        "ml-kem;parameter=768",
                        new MLKEMKeyPairGenerator(),
                        new MLKEMKeyGenerationParameters(random, MLKEMParameters.ml_kem_768)),
                Arguments.of(
                        "slh-dsa;parameter=SHA2-128f",
                        new SLHDSAKeyPairGenerator(),
                        new SLHDSAKeyGenerationParameters(random, SLHDSAParameters.sha2_128f)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void both_halves_are_known_by_one_fingerprint_and_are_safe(
            String identity, AsymmetricCipherKeyPairGenerator generator, KeyGenerationParameters parameters)
            throws Exception {
        generator.init(parameters);
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();

        MaterialScan secret = MaterialScan.of(
                "k.p8",
                PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded());
        MaterialScan open = MaterialScan.of(
                "k.spki",
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                        .getEncoded());

        assertThat(open.key().key().identity()).isEqualTo(identity);
        assertThat(secret.key().kind()).isEqualTo(KeyKind.PRIVATE);
        assertThat(secret.key().key()).isEqualTo(open.key().key());
        assertThat(secret.key().fingerprint()).isPresent().isEqualTo(open.key().fingerprint());
        assertThat(AlgorithmRegistry.standard().threat(open.key().key())).isEqualTo(QuantumThreat.SAFE);
    }
}
