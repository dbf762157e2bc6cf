package dev.shirube.material;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The public area of a key that a TPM holds wrapped (TSS2 PRIVATE KEY; TPM 2.0 library, part 2, section 12.2.4). Nothing is
 * asked of a TPM.
 */
final class TpmKey {

    /** What every kind of such a file begins with: loadable, importable and sealed objects. */
    private static final String ARC = "2.23.133.10.1.";

    private static final int RSA = 0x0001;
    private static final int ECC = 0x0023;
    private static final int NULL = 0x0010;
    private static final int RSAES = 0x0015;
    private static final int ECDAA = 0x001a;

    private static final Map<Integer, String> CURVES = Map.of(
            1,
            "1.2.840.10045.3.1.1",
            2,
            "1.3.132.0.33",
            3,
            "1.2.840.10045.3.1.7",
            4,
            "1.3.132.0.34",
            5,
            "1.3.132.0.35",
            0x20,
            "1.2.156.10197.1.301");

    private TpmKey() {}

    /** Whether the structure says by its identifier that it is one. */
    static boolean is(ASN1Sequence sequence) {
        return sequence.getObjectAt(0) instanceof ASN1ObjectIdentifier oid
                && oid.getId().startsWith(ARC)
                && octets(sequence).isPresent();
    }

    private static Optional<byte[]> octets(ASN1Sequence sequence) {
        for (int i = 1; i < sequence.size(); i++) {
            if (sequence.getObjectAt(i) instanceof ASN1OctetString octets) {
                return Optional.of(octets.getOctets());
            }
        }
        return Optional.empty();
    }

    /** The public key; nothing for what is no asymmetric key, or one on a curve that X.509 does not name. */
    static Optional<SubjectPublicKeyInfo> publicKey(ASN1Sequence sequence) throws DerException {
        Octets octets = new Octets(octets(sequence).orElseThrow());
        octets.skip(2); // length
        int type = octets.uint16();
        octets.skip(2 + 4); // algorithm of the name, attributes
        octets.skip(octets.uint16()); // policy
        return switch (type) {
            case RSA -> Optional.of(rsa(octets));
            case ECC -> ellipticCurve(octets);
            default -> Optional.empty();
        };
    }

    private static SubjectPublicKeyInfo rsa(Octets octets) throws DerException {
        symmetric(octets);
        scheme(octets);
        octets.skip(2); // bits, which the modulus tells too
        long exponent = octets.uint32();
        BigInteger modulus = octets.number(octets.uint16());
        BigInteger e = BigInteger.valueOf(exponent == 0 ? 65_537 : exponent);
        return Der.reading(() -> new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(modulus, e)));
    }

    private static Optional<SubjectPublicKeyInfo> ellipticCurve(Octets octets) throws DerException {
        symmetric(octets);
        scheme(octets);
        String curve = CURVES.get(octets.uint16());
        if (octets.uint16() != NULL) {
            octets.skip(2); // hash of the key derivation
        }
        byte[] x = octets.take(octets.uint16());
        byte[] y = octets.take(octets.uint16());
        if (curve == null || x.length != y.length) {
            return Optional.empty();
        }
        byte[] point = new byte[2 * x.length + 1];
        point[0] = 4;
        System.arraycopy(x, 0, point, 1, x.length);
        System.arraycopy(y, 0, point, x.length + 1, y.length);
        AlgorithmIdentifier identifier =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier(curve));
        return Optional.of(new SubjectPublicKeyInfo(identifier, point));
    }

    private static void symmetric(Octets octets) throws DerException {
        if (octets.uint16() != NULL) {
            octets.skip(4); // bits and mode
        }
    }

    private static void scheme(Octets octets) throws DerException {
        int scheme = octets.uint16();
        if (scheme != NULL && scheme != RSAES) {
            octets.skip(scheme == ECDAA ? 4 : 2);
        }
    }
}
