package dev.shirube.endpoint.keyshare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.endpoint.codec.TlsFormatException;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our side against the JDK's. */
class KeyShareTest {

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void agreesWithTheJdkOnNistCurves(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        for (int i = 0; i < 20; i++) {
            KeyPair server = generator.generateKeyPair();
            ECPublicKey theirs = (ECPublicKey) server.getPublic();
            KeyShare share = KeyShares.create(curve);
            byte[] ours = share.clientShare();
            int length = ours.length / 2;
            ECPoint point = new ECPoint(
                    new BigInteger(1, Arrays.copyOfRange(ours, 1, 1 + length)),
                    new BigInteger(1, Arrays.copyOfRange(ours, 1 + length, ours.length)));
            byte[] encoded = new byte[ours.length];
            encoded[0] = 4;
            System.arraycopy(BigEndian.of(theirs.getW().getAffineX(), length), 0, encoded, 1, length);
            System.arraycopy(BigEndian.of(theirs.getW().getAffineY(), length), 0, encoded, 1 + length, length);
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, theirs.getParams()));
            assertThat(share.sharedSecret(encoded)).isEqualTo(agree("ECDH", server, key));
        }
    }

    @Test
    void agreesWithTheJdkOnX25519() throws Exception {
        for (int i = 0; i < 20; i++) {
            KeyPair server = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            KeyShare share = KeyShares.create("x25519");
            BigInteger u = new BigInteger(1, BigEndian.reversed(share.clientShare()));
            PublicKey key =
                    KeyFactory.getInstance("X25519").generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u));
            byte[] theirs = BigEndian.reversed(BigEndian.of(((XECPublicKey) server.getPublic()).getU(), 32));
            assertThat(share.sharedSecret(theirs)).isEqualTo(agree("X25519", server, key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1", "x25519"})
    void refusesWhatIsNoPoint(String group) {
        KeyShare share = KeyShares.create(group);
        int length = share.clientShare().length;
        byte[] zeros = new byte[length];
        byte[] offTheCurve = share.clientShare();
        if (!group.equals("x25519")) {
            zeros[0] = 4;
            offTheCurve[length - 1] ^= 1;
            assertRefused(share, offTheCurve);
            byte[] infinity = {0};
            assertRefused(share, infinity);
            byte[] large = new byte[length];
            Arrays.fill(large, (byte) 0xFF);
            large[0] = 4;
            assertRefused(share, large);
        }
        assertRefused(share, zeros);
        assertRefused(share, new byte[0]);
        assertRefused(share, Arrays.copyOf(share.clientShare(), length - 1));
        assertRefused(share, Arrays.copyOf(share.clientShare(), length + 1));
    }

    private static void assertRefused(KeyShare share, byte[] server) {
        assertThatThrownBy(() -> share.sharedSecret(server)).isInstanceOf(TlsFormatException.class);
    }

    private static byte[] agree(String algorithm, KeyPair server, PublicKey ours) throws Exception {
        KeyAgreement agreement = KeyAgreement.getInstance(algorithm);
        agreement.init(server.getPrivate());
        agreement.doPhase(ours, true);
        return agreement.generateSecret();
    }
}
