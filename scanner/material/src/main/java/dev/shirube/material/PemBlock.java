package dev.shirube.material;

import java.util.Map;

/**
 * A block between PEM markers (RFC 7468; RFC 1421 for the headers of encrypted traditional keys).
 *
 * @param label what stands in the markers, for example {@code RSA PRIVATE KEY}
 * @param line line of the first marker, from 1
 * @param headers as in {@code DEK-Info}
 * @param body the decoded Base64
 */
record PemBlock(String label, int line, Map<String, String> headers, byte[] body) {

    PemBlock {
        headers = Map.copyOf(headers);
    }
}
