package dev.shirube.endpoint.codec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that one connection told; what it did not tell is empty, and empty never means "no".
 *
 * @param hello the server's choice, checked against the offer
 * @param chain DER encodings, the server's own certificate first
 * @param chainCut whether more certificates were sent than are kept
 * @param groups the server's own list in EncryptedExtensions (RFC 8446 section 4.2.7), in its order of preference
 * @param alpn the application protocol that was chosen (RFC 7301)
 * @param keyExchange of TLS 1.2 and older
 * @param scheme the SignatureScheme that the server signed this handshake with
 * @param certificateRequested whether a client certificate was asked for; known once the flight is complete
 * @param alert description of a fatal alert
 * @param fault why the bytes could not be read on
 * @param complete whether everything that this probe can tell was told
 */
public record ServerAnswer(
        Optional<ServerHello> hello,
        List<byte[]> chain,
        boolean chainCut,
        Optional<List<Integer>> groups,
        Optional<String> alpn,
        Optional<ServerKeyExchange> keyExchange,
        OptionalInt scheme,
        Optional<Boolean> certificateRequested,
        OptionalInt alert,
        Optional<TlsFormatException> fault,
        boolean complete) {}
