package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.wire.WireFormatException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one connection told, as far as it was read.
 *
 * @param firstLine what the server said first; not to be trusted, and never exported
 * @param identification the line that begins with {@code SSH-}
 * @param kexInit what the server offers
 * @param groupBits size of the prime of a group exchange
 * @param hostKey the server's key
 * @param signatureAlgorithm by which the server signed
 * @param disconnect reason code with which the server left (RFC 4253 section 11.1)
 * @param fault why reading ended early
 */
record SshAnswer(
        Optional<String> firstLine,
        Optional<String> identification,
        Optional<KexInit> kexInit,
        OptionalInt groupBits,
        Optional<HostKey> hostKey,
        Optional<String> signatureAlgorithm,
        OptionalInt disconnect,
        Optional<WireFormatException> fault) {

    /** The protocol version that the server announces, for example {@code 2.0}, {@code 1.99}, {@code 1.5}. */
    Optional<String> version() {
        return identification.map(it -> it.split("-", 3)[1]);
    }

    /** Whether the server speaks version 2: 1.99 says that it speaks both (RFC 4253 section 5.1). */
    boolean speaks2() {
        return version().filter(it -> it.equals("2.0") || it.equals("1.99")).isPresent();
    }

    /** Whether the server speaks the insecure version 1. */
    boolean speaks1() {
        return version().filter(it -> it.startsWith("1.")).isPresent();
    }
}
