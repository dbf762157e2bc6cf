package dev.shirube.material.openpgp;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.KeyAlgorithms;
import dev.shirube.material.Octets;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The algorithm-specific public part of a key (RFC 9580 section 5.5.5, RFC 9980 sections 4.3 and 5.2).
 *
 * @param spki the same key as SubjectPublicKeyInfo, where X.509 has a form for it: then it has one fingerprint everywhere
 */
record PublicMaterial(Described described, Optional<byte[]> spki) {

    private static final int ED25519_LEGACY = 22;

    /** Octets of the public part of algorithms that have a fixed number of them. */
    private static final Map<Integer, Integer> FIXED = Map.ofEntries(
            Map.entry(25, 32),
            Map.entry(26, 56),
            Map.entry(27, 32),
            Map.entry(28, 57),
            Map.entry(30, 32 + 1952),
            Map.entry(31, 57 + 2592),
            Map.entry(32, 32),
            Map.entry(33, 32),
            Map.entry(34, 64),
            Map.entry(35, 32 + 1184),
            Map.entry(36, 56 + 1568));

    /** The identifiers by which X.509 knows those of them that it knows (RFC 8410 section 3). */
    private static final Map<Integer, String> RFC_8410 =
            Map.of(25, "1.3.101.110", 26, "1.3.101.111", 27, "1.3.101.112", 28, "1.3.101.113");

    /** Curves by the identifier that OpenPGP gives them, where X.509 knows the key by another (RFC 9580 section 9.2). */
    private static final Map<String, String> LEGACY_CURVES = Map.of(
            "1.3.6.1.4.1.11591.15.1", "1.3.101.112",
            "1.3.6.1.4.1.3029.1.5.1", "1.3.101.110",
            "1.3.101.111", "1.3.101.111",
            "1.3.101.113", "1.3.101.113");

    private static final Map<String, Integer> LENGTHS =
            Map.of("1.3.101.110", 32, "1.3.101.111", 56, "1.3.101.112", 32, "1.3.101.113", 57);

    /** What stands before a point in its curve's own encoding (section 11.2). */
    private static final byte NATIVE_POINT = 0x40;

    /** Reads it; the octets stand behind it afterwards. */
    static PublicMaterial read(int algorithm, Octets octets, AlgorithmRegistry registry) throws DerException {
        return switch (algorithm) {
            case 1, 2, 3 -> rsa(octets, registry);
            case 16, 20 -> elgamal(algorithm, octets, registry);
            case 17 -> dsa(octets, registry);
            case 18, 19, ED25519_LEGACY -> ellipticCurve(algorithm, octets, registry);
            default -> {
                Integer length = FIXED.get(algorithm);
                if (length == null) {
                    yield named(algorithm, registry);
                }
                byte[] key = octets.take(length);
                String oid = RFC_8410.get(algorithm);
                yield oid == null ? named(algorithm, registry) : x509(octets(oid, key), registry);
            }
        };
    }

    private static PublicMaterial named(int algorithm, AlgorithmRegistry registry) {
        return new PublicMaterial(
                new Described(algorithm(algorithm, registry), OptionalInt.empty(), List.of(), ""), Optional.empty());
    }

    /** The algorithm of that id, or unresolved. */
    static Algorithm algorithm(int id, AlgorithmRegistry registry) {
        return registry.byOpenPgp(id)
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved("openpgp:" + id));
    }

    private static PublicMaterial rsa(Octets octets, AlgorithmRegistry registry) throws DerException {
        BigInteger modulus = mpi(octets);
        BigInteger exponent = mpi(octets);
        return x509(
                () -> new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        new RSAPublicKey(modulus, exponent)),
                registry);
    }

    private static PublicMaterial dsa(Octets octets, AlgorithmRegistry registry) throws DerException {
        DSAParameter parameters = new DSAParameter(mpi(octets), mpi(octets), mpi(octets));
        BigInteger key = mpi(octets);
        return x509(
                () -> new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters), new ASN1Integer(key)),
                registry);
    }

    /** X.509 has no form for a key of ElGamal that tools agree on. */
    private static PublicMaterial elgamal(int id, Octets octets, AlgorithmRegistry registry) throws DerException {
        int bits = mpi(octets).bitLength();
        mpi(octets);
        mpi(octets);
        Algorithm algorithm = algorithm(id, registry);
        return new PublicMaterial(
                new Described(
                        algorithm instanceof Algorithm.Known known
                                ? known.withParameterSet(Integer.toString(bits))
                                : algorithm,
                        OptionalInt.of(bits),
                        List.of(),
                        ""),
                Optional.empty());
    }

    private static PublicMaterial ellipticCurve(int id, Octets octets, AlgorithmRegistry registry) throws DerException {
        byte[] encoded = octets.take(octets.uint8());
        byte[] point = octets.take((octets.uint16() + 7) / 8);
        if (id == 18) {
            octets.skip(octets.uint8()); // parameters of the key derivation
        }
        ASN1ObjectIdentifier curve = Der.reading(() -> {
            byte[] der = new byte[encoded.length + 2];
            der[0] = 6;
            der[1] = (byte) encoded.length;
            System.arraycopy(encoded, 0, der, 2, encoded.length);
            return ASN1ObjectIdentifier.getInstance(Der.parse(der));
        });
        String oid = LEGACY_CURVES.get(curve.getId());
        if (oid == null) {
            return x509(
                    () -> new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point),
                    registry);
        }
        int length = LENGTHS.get(oid);
        boolean prefixed = point.length == length + 1 && point[0] == NATIVE_POINT;
        byte[] key = prefixed ? Arrays.copyOfRange(point, 1, point.length) : point;
        if (key.length > length) {
            throw new DerException("a point of " + key.length + " bytes");
        }
        // A number loses the zeros that it begins with.
        byte[] padded = new byte[length];
        System.arraycopy(key, 0, padded, length - key.length, key.length);
        return x509(octets(oid, padded), registry);
    }

    private static Der.Reading<SubjectPublicKeyInfo> octets(String oid, byte[] key) {
        return () -> new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), key);
    }

    private static PublicMaterial x509(Der.Reading<SubjectPublicKeyInfo> key, AlgorithmRegistry registry)
            throws DerException {
        SubjectPublicKeyInfo spki = Der.reading(key);
        return new PublicMaterial(new KeyAlgorithms(registry).of(spki), Optional.of(encoded(spki)));
    }

    private static byte[] encoded(SubjectPublicKeyInfo key) throws DerException {
        try {
            return key.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new DerException("cannot be written as SubjectPublicKeyInfo");
        }
    }

    /** A multiprecision integer (section 3.2): its length in bits, then the octets. */
    private static BigInteger mpi(Octets octets) throws DerException {
        int bits = octets.uint16();
        BigInteger value = octets.number((bits + 7) / 8);
        if (value.signum() == 0) {
            throw new DerException("a number of a key is zero");
        }
        return value;
    }
}
