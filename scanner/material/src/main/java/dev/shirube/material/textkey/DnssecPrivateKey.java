package dev.shirube.material.textkey;

import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import dev.shirube.material.PublicParts;
import dev.shirube.material.RawKeys;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The fields of a {@code K*.private} file as BIND and ldns write it: one in a line, numbers in Base64. */
final class DnssecPrivateKey {

    private final Map<String, String> fields = new TreeMap<>();

    /** Reads the fields of the text up to the first line that is none. */
    DnssecPrivateKey(String text) {
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            int colon = line.indexOf(':');
            if (colon < 1) {
                break;
            }
            fields.putIfAbsent(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
    }

    /** The algorithm number; nothing where it is no number. */
    Optional<Integer> algorithm() {
        String number = fields.getOrDefault("Algorithm", "").split("\\s")[0];
        return number.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(number)) : Optional.empty();
    }

    /** Whether the values are not those of an example. */
    boolean isWhole() {
        return number("Modulus").isPresent() && number("PublicExponent").isPresent()
                || number("PrivateKey").isPresent()
                || number("Private_value(x)").isPresent();
    }

    /** The public part; nothing for an algorithm that X.509 has no form for. */
    Optional<SubjectPublicKeyInfo> publicKey(int algorithm) throws DerException {
        return switch (algorithm) {
            case 1, 5, 7, 8, 10 -> Optional.of(DnssecKey.rsa(required("Modulus"), required("PublicExponent")));
            case 3, 6 -> Optional.of(dsa());
            case 13 -> Optional.of(ellipticCurve("1.2.840.10045.3.1.7", 256));
            case 14 -> Optional.of(ellipticCurve("1.3.132.0.34", 384));
            case 15 -> Optional.of(RawKeys.publicPart(RawKeys.ED25519, bytes("PrivateKey", 32)));
            case 16 -> Optional.of(RawKeys.publicPart(RawKeys.ED448, bytes("PrivateKey", 57)));
            default -> Optional.empty();
        };
    }

    private SubjectPublicKeyInfo ellipticCurve(String curve, int bits) throws DerException {
        BigInteger secret = required("PrivateKey");
        AlgorithmIdentifier identifier =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier(curve));
        return PublicParts.of(Der.reading(() -> new PrivateKeyInfo(identifier, new ECPrivateKey(bits, secret))));
    }

    private SubjectPublicKeyInfo dsa() throws DerException {
        DSAParameter parameters = new DSAParameter(required("Prime(p)"), required("Subprime(q)"), required("Base(g)"));
        BigInteger y = required("Public_value(y)");
        return Der.reading(() -> new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters), new ASN1Integer(y)));
    }

    private byte[] bytes(String name, int length) throws DerException {
        return KeyText.decode(fields.getOrDefault(name, ""))
                .filter(it -> it.length == length)
                .orElseThrow(() -> new DerException("no " + name + " of " + length + " bytes"));
    }

    private BigInteger required(String name) throws DerException {
        return number(name).orElseThrow(() -> new DerException("no " + name));
    }

    private Optional<BigInteger> number(String name) {
        return KeyText.decode(fields.getOrDefault(name, ""))
                .filter(it -> it.length > 0)
                .map(it -> new BigInteger(1, it));
    }
}
