package dev.shirube.material;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECAlgorithms;

/**
 * Elliptic-curve domain parameters written out (ECParameters, SEC 1 section C.2), over a prime field.
 *
 * <p>Nothing is computed with them: a hostile prime or point costs no more than a comparison. They are a named curve only
 * if prime, both coefficients, base point and order are all that curve's; CVE-2020-0601 is what a weaker test leads to.
 */
record ExplicitCurve(
        OptionalInt fieldBits, BigInteger prime, BigInteger a, BigInteger b, BigInteger baseX, BigInteger order) {

    /** No curve of practice is over a larger field. */
    private static final int MAX_FIELD_BITS = 1024;

    static ExplicitCurve of(ASN1Sequence parameters) {
        ASN1Sequence field = ASN1Sequence.getInstance(parameters.getObjectAt(1));
        if (!X9ObjectIdentifiers.prime_field.equals(field.getObjectAt(0))) {
            return new ExplicitCurve(
                    OptionalInt.empty(),
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO);
        }
        BigInteger prime = integer(field.getObjectAt(1));
        ASN1Sequence curve = ASN1Sequence.getInstance(parameters.getObjectAt(2));
        byte[] base = octets(parameters.getObjectAt(3));
        int width = (prime.bitLength() + 7) / 8;
        return new ExplicitCurve(
                OptionalInt.of(prime.bitLength()),
                prime,
                new BigInteger(1, octets(curve.getObjectAt(0))),
                new BigInteger(1, octets(curve.getObjectAt(1))),
                new BigInteger(1, Arrays.copyOfRange(base, Math.min(1, base.length), Math.min(1 + width, base.length))),
                integer(parameters.getObjectAt(4)));
    }

    /** The named curve that has the very same parameters. */
    Optional<ASN1ObjectIdentifier> named() {
        if (fieldBits.isEmpty() || fieldBits.getAsInt() > MAX_FIELD_BITS) {
            return Optional.empty();
        }
        for (Enumeration<?> names = ECNamedCurveTable.getNames(); names.hasMoreElements(); ) {
            ASN1ObjectIdentifier oid =
                    ECNamedCurveTable.getOID(names.nextElement().toString());
            X9ECParameters named = oid == null ? null : ECNamedCurveTable.getByOID(oid);
            if (named != null && matches(named)) {
                return Optional.of(oid);
            }
        }
        return Optional.empty();
    }

    private boolean matches(X9ECParameters named) {
        return ECAlgorithms.isFpCurve(named.getCurve())
                && named.getCurve().getField().getCharacteristic().equals(prime)
                && named.getCurve().getA().toBigInteger().equals(a)
                && named.getCurve().getB().toBigInteger().equals(b)
                && named.getG().normalize().getAffineXCoord().toBigInteger().equals(baseX)
                && named.getN().equals(order);
    }

    private static BigInteger integer(Object value) {
        return ASN1Integer.getInstance(value).getPositiveValue();
    }

    private static byte[] octets(Object value) {
        return ASN1OctetString.getInstance(value).getOctets();
    }
}
