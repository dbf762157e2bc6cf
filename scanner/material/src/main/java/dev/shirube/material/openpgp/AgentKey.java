package dev.shirube.material.openpgp;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The public part of a key in Libgcrypt's form (The Libgcrypt Reference Manual, "Cryptographic Functions").
 *
 * @param spki the key as X.509 has it, where it has a form for it
 * @param described what is known of another
 * @param publicPart what that one is known by
 */
record AgentKey(Optional<SubjectPublicKeyInfo> spki, Described described, byte[] publicPart) {

    private static final int ELGAMAL = 16;
    private static final byte NATIVE_POINT = 0x40;

    /** Curves of RFC 8410 by Libgcrypt's names. */
    private static final Map<String, String> RFC_8410 = Map.of(
            "Ed25519", "1.3.101.112",
            "Curve25519", "1.3.101.110",
            "Ed448", "1.3.101.113",
            "X448", "1.3.101.111");

    /** The one with those parameters. */
    static AgentKey of(SExpression key, AlgorithmRegistry registry) throws DerException {
        String algorithm = key.items().get(0).text();
        return switch (algorithm) {
            case "rsa", "openpgp-rsa" ->
                x509(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        new RSAPublicKey(number(key, "n"), number(key, "e")));
            case "dsa", "openpgp-dsa" ->
                x509(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_dsa,
                                new DSAParameter(number(key, "p"), number(key, "q"), number(key, "g"))),
                        new ASN1Integer(number(key, "y")));
            case "elg", "openpgp-elg" -> elgamal(key, registry);
            case "ecc", "ecdsa", "ecdh", "eddsa" -> ellipticCurve(key);
            default -> other("gpg-agent:key", key.items().get(0).octets());
        };
    }

    private static AgentKey x509(AlgorithmIdentifier algorithm, ASN1Encodable key) throws DerException {
        return known(Der.reading(() -> new SubjectPublicKeyInfo(algorithm, key)));
    }

    private static AgentKey known(SubjectPublicKeyInfo key) {
        return new AgentKey(
                Optional.of(key),
                new Described(new Algorithm.Unresolved("gpg-agent:key"), OptionalInt.empty(), List.of(), ""),
                new byte[0]);
    }

    private static AgentKey other(String name, byte[] publicPart) {
        return new AgentKey(
                Optional.empty(),
                new Described(new Algorithm.Unresolved(name), OptionalInt.empty(), List.of(), ""),
                publicPart);
    }

    private static AgentKey elgamal(SExpression key, AlgorithmRegistry registry) throws DerException {
        int bits = number(key, "p").bitLength();
        Algorithm algorithm = PublicMaterial.algorithm(ELGAMAL, registry);
        return new AgentKey(
                Optional.empty(),
                new Described(
                        algorithm instanceof Algorithm.Known known
                                ? known.withParameterSet(Integer.toString(bits))
                                : algorithm,
                        OptionalInt.of(bits),
                        List.of(),
                        ""),
                key.value("y"));
    }

    private static AgentKey ellipticCurve(SExpression key) throws DerException {
        String curve = new String(key.value("curve"), StandardCharsets.ISO_8859_1);
        byte[] point = key.value("q");
        String oid = RFC_8410.get(curve);
        if (oid != null) {
            boolean prefixed = point.length % 2 == 1 && point[0] == NATIVE_POINT;
            byte[] octets = prefixed ? Arrays.copyOfRange(point, 1, point.length) : point;
            return known(new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), octets));
        }
        ASN1ObjectIdentifier named = ECNamedCurveTable.getOID(curve.replace("NIST ", ""));
        return named == null
                ? other("gpg-agent:ecc", point)
                : known(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, named), point));
    }

    private static BigInteger number(SExpression key, String name) throws DerException {
        BigInteger value = new BigInteger(1, key.value(name));
        if (value.signum() == 0) {
            throw new DerException("a number of a key is zero");
        }
        return value;
    }
}
