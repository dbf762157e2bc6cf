package dev.shirube.material;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;

/** Distinguished names (RFC 5280 section 4.1.2.4) of certificates that may be hostile: both uses cost more than their length. */
final class DistinguishedNames {

    /** Longer than any name of practice; a name is copied into every finding and report. */
    private static final int MOST_BYTES = 16 << 10;

    /** Comparing looks for each part of one among all parts of the other. */
    private static final int MOST_COMPARED = 2048;

    private DistinguishedNames() {}

    /** The name as text. */
    static String text(X500Name name) throws DerException, IOException {
        int length = name.getEncoded(ASN1Encoding.DER).length;
        if (length > MOST_BYTES) {
            throw new DerException("a name of " + length + " bytes");
        }
        return name.toString();
    }

    /** Whether both are the same name; of long ones only if they are written alike. */
    static boolean same(X500Name one, X500Name two) throws IOException {
        byte[] first = one.getEncoded(ASN1Encoding.DER);
        byte[] second = two.getEncoded(ASN1Encoding.DER);
        return Arrays.equals(first, second)
                || first.length <= MOST_COMPARED && second.length <= MOST_COMPARED && one.equals(two);
    }
}
