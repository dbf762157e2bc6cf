package dev.shirube.material.jose;

import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A key of JOSE as SubjectPublicKeyInfo (RFC 7518 section 6, RFC 8037 section 2, RFC 9964 section 3), so that it has the
 * fingerprint that it has everywhere. The private members are never decoded.
 */
final class Jwk {

    /** Octet key pairs (RFC 8410 section 3), each with the length of its key. */
    private static final Map<String, String> OKP =
            Map.of("Ed25519", "1.3.101.112", "Ed448", "1.3.101.113", "X25519", "1.3.101.110", "X448", "1.3.101.111");

    private static final Map<String, Integer> OKP_BYTES = Map.of("Ed25519", 32, "Ed448", 57, "X25519", 32, "X448", 56);

    /** Keys that their algorithm alone tells (RFC 9881 section 2, RFC 9935 section 3), with the length of the public part. */
    private static final Map<String, String> AKP = Map.of(
            "ML-DSA-44", "2.16.840.1.101.3.4.3.17",
            "ML-DSA-65", "2.16.840.1.101.3.4.3.18",
            "ML-DSA-87", "2.16.840.1.101.3.4.3.19",
            "ML-KEM-512", "2.16.840.1.101.3.4.4.1",
            "ML-KEM-768", "2.16.840.1.101.3.4.4.2",
            "ML-KEM-1024", "2.16.840.1.101.3.4.4.3");

    private static final Map<String, Integer> AKP_BYTES = Map.of(
            "ML-DSA-44", 1312,
            "ML-DSA-65", 1952,
            "ML-DSA-87", 2592,
            "ML-KEM-512", 800,
            "ML-KEM-768", 1184,
            "ML-KEM-1024", 1568);

    /** Below this a modulus is a placeholder. */
    private static final int MIN_MODULUS_BITS = 256;

    private Jwk() {}

    /** Whether the key's private members are there. */
    static boolean isPrivate(JsonObject key) {
        return key.texts().containsKey("d") || key.texts().containsKey("priv");
    }

    /**
     * The public key.
     *
     * @return nothing for a placeholder, or for a kind or curve that X.509 has no form for
     * @throws DerException when a part of a key is there and has a size that it cannot have
     */
    static Optional<SubjectPublicKeyInfo> publicKey(JsonObject key) throws DerException {
        return switch (key.text("kty").orElse("")) {
            case "RSA" -> rsa(key);
            case "EC" -> ellipticCurve(key);
            case "OKP" -> octets(key, key.text("crv").orElse(""), "x", OKP, OKP_BYTES);
            case "AKP" -> octets(key, key.text("alg").orElse(""), "pub", AKP, AKP_BYTES);
            default -> Optional.empty();
        };
    }

    private static Optional<SubjectPublicKeyInfo> rsa(JsonObject key) throws DerException {
        Optional<byte[]> modulus = bytes(key, "n");
        Optional<byte[]> exponent = bytes(key, "e");
        if (modulus.isEmpty() || exponent.isEmpty()) {
            return Optional.empty();
        }
        BigInteger n = new BigInteger(1, modulus.get());
        BigInteger e = new BigInteger(1, exponent.get());
        if (n.bitLength() < MIN_MODULUS_BITS || e.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(Der.reading(() -> new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(n, e))));
    }

    private static Optional<SubjectPublicKeyInfo> ellipticCurve(JsonObject key) throws DerException {
        Optional<byte[]> x = bytes(key, "x");
        Optional<byte[]> y = bytes(key, "y");
        String name = key.text("crv").orElse("");
        ASN1ObjectIdentifier curve = ECNamedCurveTable.getOID(name);
        if (x.isEmpty() || y.isEmpty() || curve == null) {
            return Optional.empty();
        }
        X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
        int length = (parameters.getCurve().getFieldSize() + 7) / 8;
        if (x.get().length != length || y.get().length != length) {
            throw new DerException("coordinates of " + x.get().length + " and " + y.get().length + " bytes on " + name);
        }
        byte[] point = new byte[2 * length + 1];
        point[0] = 4;
        System.arraycopy(x.get(), 0, point, 1, length);
        System.arraycopy(y.get(), 0, point, length + 1, length);
        return Optional.of(
                new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point));
    }

    private static Optional<SubjectPublicKeyInfo> octets(
            JsonObject key, String name, String member, Map<String, String> oids, Map<String, Integer> lengths)
            throws DerException {
        Optional<byte[]> octets = bytes(key, member);
        if (octets.isEmpty() || !oids.containsKey(name)) {
            return Optional.empty();
        }
        if (octets.get().length != lengths.get(name)) {
            throw new DerException("a key of " + octets.get().length + " bytes for " + name);
        }
        return Optional.of(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(oids.get(name))), octets.get()));
    }

    /** What that member holds in Base64 for URLs (RFC 7515 section 2); nothing where it is none, as in an example. */
    static Optional<byte[]> bytes(JsonObject key, String member) {
        return key.text(member).flatMap(Jwk::decode).filter(it -> it.length > 0);
    }

    /** The bytes of Base64 for URLs. */
    static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
