package dev.shirube.endpoint.codec;

import java.util.ArrayList;
import java.util.List;

/** Reads the Certificate message; the certificates stay undecoded bytes. */
final class CertificateChain {
    /** More certificates than any real chain has; what comes after them is left out. */
    static final int MAXIMUM = 20;

    private CertificateChain() {}

    /** DER encodings in the order sent, one more than {@link #MAXIMUM} at most. */
    static List<byte[]> read(ByteReader in, int version) throws TlsFormatException {
        boolean tls13 = version == Tls.TLS13;
        if (tls13) {
            in.vector(1);
        }
        ByteReader list = in.vector(3);
        in.expectEnd("the Certificate message");
        List<byte[]> chain = new ArrayList<>();
        while (!list.isEmpty() && chain.size() <= MAXIMUM) {
            chain.add(list.vector(3).rest());
            if (tls13) {
                list.vector(2);
            }
        }
        return chain;
    }
}
