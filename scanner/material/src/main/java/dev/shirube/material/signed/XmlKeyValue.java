package dev.shirube.material.signed;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The elements of a key as SubjectPublicKeyInfo, so that one key has one fingerprint whatever file it stands in. */
final class XmlKeyValue {

    private static final String OID = "urn:oid:";

    /** Below this it is a sample of a schema, not a key. */
    private static final int FEWEST_BITS = 256;

    private XmlKeyValue() {}

    /** The key; nothing if its numbers are missing or are placeholders. */
    static Optional<SubjectPublicKeyInfo> of(String element, Function<String, byte[]> number, Map<String, String> texts)
            throws IOException {
        return switch (element) {
            case "RSAKeyValue" -> rsa(integer(number, "Modulus"), integer(number, "Exponent"));
            case "DSAKeyValue" ->
                dsa(integer(number, "P"), integer(number, "Q"), integer(number, "G"), integer(number, "Y"));
            default -> curve(texts.getOrDefault("NamedCurve", ""), number.apply("PublicKey"));
        };
    }

    private static Optional<SubjectPublicKeyInfo> rsa(BigInteger modulus, BigInteger exponent) throws IOException {
        return modulus.bitLength() < FEWEST_BITS || exponent.signum() == 0
                ? Optional.empty()
                : Optional.of(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        new RSAPublicKey(modulus, exponent)));
    }

    private static Optional<SubjectPublicKeyInfo> dsa(BigInteger p, BigInteger q, BigInteger g, BigInteger y)
            throws IOException {
        return p.bitLength() < FEWEST_BITS || q.signum() == 0 || g.signum() == 0 || y.signum() == 0
                ? Optional.empty()
                : Optional.of(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, new DSAParameter(p, q, g)),
                        new ASN1Integer(y)));
    }

    private static Optional<SubjectPublicKeyInfo> curve(String uri, byte[] point) {
        return !uri.startsWith(OID) || point.length == 0
                ? Optional.empty()
                : Optional.of(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey,
                                new ASN1ObjectIdentifier(uri.substring(OID.length()))),
                        point));
    }

    private static BigInteger integer(Function<String, byte[]> number, String name) {
        return new BigInteger(1, number.apply(name));
    }
}
