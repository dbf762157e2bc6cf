package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jcajce.util.MessageDigestUtils;

/**
 * Algorithm and size of a key, from its AlgorithmIdentifier (RFC 5280 section 4.1.1.2) and its public part.
 *
 * <p>A size is measured on the key itself, a curve is named by its object identifier or by equal parameters. An identifier
 * that the registry does not have leaves the algorithm unresolved, with the identifier as what was written.
 */
public final class KeyAlgorithms {

    private final AlgorithmRegistry registry;

    /** Algorithms named by that registry. */
    public KeyAlgorithms(AlgorithmRegistry registry) {
        this.registry = registry;
    }

    /** The algorithm of a public key. */
    public Described of(SubjectPublicKeyInfo key) throws DerException {
        AlgorithmIdentifier identifier = key.getAlgorithm();
        if (isRsa(identifier.getAlgorithm())) {
            RSAPublicKey rsa = Der.reading(() -> RSAPublicKey.getInstance(key.parsePublicKey()));
            return restricted(identifier, sized(identifier, rsa.getModulus().bitLength()));
        }
        Described described = of(identifier);
        byte[] octets = Der.reading(() -> key.getPublicKeyData().getOctets());
        Optional<String> named =
                HashBasedParameters.of(identifier.getAlgorithm().getId(), octets);
        if (named.isPresent() && described.algorithm() instanceof Algorithm.Known known) {
            return new Described(
                    known.withParameterSet(named.get()), described.size(), described.values(), described.reason());
        }
        boolean rawOctets = described.size().isEmpty() && isRfc8410(identifier.getAlgorithm());
        return rawOctets
                ? new Described(
                        described.algorithm(),
                        OptionalInt.of(8 * octets.length),
                        described.values(),
                        described.reason())
                : described;
    }

    /** The algorithm as far as the identifier alone tells it: all but the size of an RSA key. */
    public Described of(AlgorithmIdentifier identifier) throws DerException {
        ASN1ObjectIdentifier oid = identifier.getAlgorithm();
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return ellipticCurve(identifier.getParameters());
        }
        OptionalInt modulus = fieldModulusBits(identifier);
        if (modulus.isPresent()) {
            return sized(identifier, modulus.getAsInt());
        }
        return new Described(algorithm(oid), OptionalInt.empty(), List.of(oid.getId()), "");
    }

    /** A key that may be used with certain parameters of RSASSA-PSS only (RFC 4055 section 1.2) names them. */
    private static Described restricted(AlgorithmIdentifier identifier, Described key) throws DerException {
        if (!identifier.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
                || !(identifier.getParameters() instanceof ASN1Sequence parameters)) {
            return key;
        }
        List<String> values = new ArrayList<>(key.values());
        Der.reading(() -> PssParameters.of(parameters)).values().forEach(it -> values.add("only " + it));
        return new Described(key.algorithm(), key.size(), values, key.reason());
    }

    private static boolean isRsa(ASN1ObjectIdentifier oid) {
        return oid.equals(PKCSObjectIdentifiers.rsaEncryption)
                || oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
                || oid.equals(PKCSObjectIdentifiers.id_RSAES_OAEP);
    }

    /** Ed25519, Ed448, X25519 and X448 (RFC 8410 section 3): the public key is the octets themselves. */
    private static boolean isRfc8410(ASN1ObjectIdentifier oid) {
        return oid.getId().matches("1\\.3\\.101\\.11[0-3]");
    }

    /** Bits of p for DSA (RFC 3279 section 2.3.2) and Diffie-Hellman (PKCS#3, X9.42), whose parameters start with it. */
    private static OptionalInt fieldModulusBits(AlgorithmIdentifier identifier) throws DerException {
        ASN1ObjectIdentifier oid = identifier.getAlgorithm();
        boolean finiteField = oid.equals(X9ObjectIdentifiers.id_dsa)
                || oid.equals(X9ObjectIdentifiers.dhpublicnumber)
                || oid.equals(PKCSObjectIdentifiers.dhKeyAgreement);
        if (!finiteField
                || identifier.getParameters() == null
                || !(identifier.getParameters().toASN1Primitive() instanceof ASN1Sequence parameters)
                || parameters.size() < 2) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Der.reading(() -> ASN1Integer.getInstance(parameters.getObjectAt(0))
                .getPositiveValue()
                .bitLength()));
    }

    private Described sized(AlgorithmIdentifier identifier, int bits) {
        Algorithm algorithm = algorithm(identifier.getAlgorithm());
        Algorithm withSize = algorithm instanceof Algorithm.Known known
                        && known.parameterSet().isEmpty()
                ? known.withParameterSet(Integer.toString(bits))
                : algorithm;
        return new Described(
                withSize,
                OptionalInt.of(bits),
                List.of(identifier.getAlgorithm().getId()),
                "");
    }

    private Described ellipticCurve(ASN1Encodable parameters) throws DerException {
        String ecPublicKey = X9ObjectIdentifiers.id_ecPublicKey.getId();
        if (parameters instanceof ASN1ObjectIdentifier curve) {
            return namedCurve(curve, List.of(ecPublicKey, curve.getId()));
        }
        if (parameters instanceof ASN1Sequence explicit) {
            Optional<ASN1ObjectIdentifier> curve =
                    Der.reading(() -> ExplicitCurve.of(explicit).named());
            return curve.isPresent()
                    ? namedCurve(
                            curve.get(),
                            List.of(
                                    ecPublicKey,
                                    "explicit parameters of " + curve.get().getId()))
                    : new Described(
                            algorithm(X9ObjectIdentifiers.id_ecPublicKey),
                            Der.reading(() -> ExplicitCurve.of(explicit).fieldBits()),
                            List.of(ecPublicKey, "explicit parameters"),
                            "explicit-curve");
        }
        return new Described(
                algorithm(X9ObjectIdentifiers.id_ecPublicKey), OptionalInt.empty(), List.of(ecPublicKey), "no-curve");
    }

    private Described namedCurve(ASN1ObjectIdentifier curve, List<String> values) {
        OptionalInt size = fieldBits(curve);
        Algorithm key = algorithm(X9ObjectIdentifiers.id_ecPublicKey);
        Optional<String> name = registry.canonicalCurve(curve.getId());
        if (name.isEmpty()) {
            return new Described(key, size, values, "unknown-curve");
        }
        return new Described(
                key instanceof Algorithm.Known known ? known.withCurve(name.get()) : key, size, values, "");
    }

    private static OptionalInt fieldBits(ASN1ObjectIdentifier curve) {
        X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
        return parameters == null
                ? OptionalInt.empty()
                : OptionalInt.of(parameters.getCurve().getFieldSize());
    }

    /** The registry's algorithm for that identifier, or unresolved. */
    private Algorithm algorithm(ASN1ObjectIdentifier oid) {
        return registry.byOid(oid.getId()).<Algorithm>map(it -> it).orElseGet(() -> unresolved(oid.getId()));
    }

    private static Algorithm unresolved(String oid) {
        return new Algorithm.Unresolved("oid:" + oid);
    }

    /** A message digest. */
    Described digest(ASN1ObjectIdentifier oid) {
        Algorithm algorithm = registry.byJcaName("MessageDigest", MessageDigestUtils.getDigestName(oid))
                .<Algorithm>map(it -> it)
                .orElseGet(() -> unresolved(oid.getId()));
        return new Described(algorithm, OptionalInt.empty(), List.of(oid.getId()), "");
    }

    /** A signature algorithm (RFC 5280 section 4.1.1.2), with the parameters of RSASSA-PSS (RFC 4055 section 3.1). */
    public Described signature(AlgorithmIdentifier identifier) throws DerException {
        ASN1ObjectIdentifier oid = identifier.getAlgorithm();
        List<String> values = new ArrayList<>(List.of(oid.getId()));
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS) && identifier.getParameters() != null) {
            PssParameters pss = Der.reading(() -> PssParameters.of(identifier.getParameters()));
            values.addAll(pss.values());
            Algorithm algorithm = algorithm(oid);
            return new Described(
                    algorithm instanceof Algorithm.Known known && pss.digest().isPresent()
                            ? known.withDigest(pss.digest().get())
                            : algorithm,
                    OptionalInt.empty(),
                    values,
                    pss.digest().isPresent() ? "" : "unknown-digest");
        }
        return new Described(algorithm(oid), OptionalInt.empty(), values, "");
    }
}
