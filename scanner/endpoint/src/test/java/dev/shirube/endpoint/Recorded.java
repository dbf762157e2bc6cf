package dev.shirube.endpoint;

import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transcript.TranscriptFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Transcripts of real triages, recorded once on loopback. */
public final class Recorded {
    /** By the kind of server. */
    public static final List<String> NAMES =
            List.of("classical-rsa", "classical-ec", "hybrid", "pqc-only", "openssl-rsa", "openssl-tls12-rsa");

    /** The same under the full plan, and the hybrid server under the deep one: Bouncy Castle, nginx, openssl s_server. */
    public static final List<String> LONGER = List.of(
            "full-classical-rsa",
            "full-hybrid",
            "full-pqc-only",
            "full-nginx-hybrid",
            "full-nginx-pqc-only",
            "full-openssl-tls12-rsa",
            "full-openssl-legacy",
            "deep-nginx-hybrid");

    private Recorded() {}

    /** The canonical bytes. */
    public static byte[] bytes(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream(name + ".transcript")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The transcript. */
    public static Transcript transcript(String name) {
        try {
            return TranscriptFormat.read(bytes(name));
        } catch (TranscriptFormatException e) {
            throw new AssertionError(name, e);
        }
    }
}
