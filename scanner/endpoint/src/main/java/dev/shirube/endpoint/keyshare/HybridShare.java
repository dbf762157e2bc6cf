package dev.shirube.endpoint.keyshare;

import dev.shirube.endpoint.codec.TlsFormatException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Two shares side by side, their secrets concatenated in the same order (RFC 10024).
 *
 * @param serverShareOfFirst size in bytes of the first part of the server's share
 */
record HybridShare(KeyShare first, int serverShareOfFirst, KeyShare second) implements KeyShare {
    @Override
    public byte[] clientShare() {
        return join(first.clientShare(), second.clientShare());
    }

    @Override
    public byte[] sharedSecret(byte[] serverShare) throws TlsFormatException {
        if (serverShare.length <= serverShareOfFirst) {
            throw new TlsFormatException(
                    TlsFormatException.Kind.MALFORMED, "a hybrid key share of only " + serverShare.length + " bytes");
        }
        return join(
                first.sharedSecret(Arrays.copyOf(serverShare, serverShareOfFirst)),
                second.sharedSecret(Arrays.copyOfRange(serverShare, serverShareOfFirst, serverShare.length)));
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(one.length + other.length);
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
