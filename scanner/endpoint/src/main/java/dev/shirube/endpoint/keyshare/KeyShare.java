package dev.shirube.endpoint.keyshare;

import dev.shirube.endpoint.codec.TlsFormatException;

/** One side of a key exchange; any number of threads may use it. */
public interface KeyShare {
    /** The public value that the ClientHello carries (RFC 8446 section 4.2.8). */
    byte[] clientShare();

    /**
     * What both sides agree on.
     *
     * @param serverShare public value or ciphertext of the ServerHello
     * @throws TlsFormatException when it is no valid one for the group
     */
    byte[] sharedSecret(byte[] serverShare) throws TlsFormatException;
}
