package dev.shirube.endpoint.codec;

import java.util.Optional;

/** Gives the secret that the server's encrypted flight is read with: from a key share while probing, or as recorded. */
@FunctionalInterface
public interface HandshakeSecrets {
    /** Nothing is known: the encrypted part of a handshake is not read. */
    HandshakeSecrets NONE = (hello, messages) -> Optional.empty();

    /**
     * The server_handshake_traffic_secret (RFC 8446 section 7.1).
     *
     * @param messages ClientHello and ServerHello, as they enter the transcript hash
     * @throws TlsFormatException when the server's share is no valid public value
     */
    Optional<byte[]> serverTrafficSecret(ServerHello hello, byte[] messages) throws TlsFormatException;
}
