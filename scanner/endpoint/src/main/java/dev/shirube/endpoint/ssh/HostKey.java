package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import dev.shirube.endpoint.wire.WireWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.OptionalInt;

/**
 * A public host key as the server sends it (RFC 4253 section 6.6; certificates after OpenSSH's PROTOCOL.certkeys).
 *
 * @param type for example {@code ssh-rsa}, {@code ssh-rsa-cert-v01@openssh.com}
 * @param bits real size of the key; empty where the format is not known here
 * @param fingerprint of the key alone, of a certificate that of the key in it, as {@code ssh-keygen -l} shows it
 * @param blob all of it
 */
record HostKey(String type, OptionalInt bits, String fingerprint, byte[] blob) {
    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    static HostKey read(byte[] blob) throws WireFormatException {
        WireReader in = new WireReader(blob);
        String type = name(in.string());
        boolean certificate = type.endsWith(CERTIFICATE);
        String plain = certificate ? type.substring(0, type.length() - CERTIFICATE.length()) : type;
        if (certificate) {
            in.string(); // nonce
        }
        OptionalInt bits = OptionalInt.empty();
        WireWriter key = new WireWriter().string(plain);
        switch (plain) {
            case "ssh-rsa" -> {
                key.string(in.string());
                bits = number(in, key);
            }
            case "ssh-dss" -> {
                bits = number(in, key);
                key.string(in.string()).string(in.string()).string(in.string());
            }
            case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521" -> {
                String curve = name(in.string());
                if (!plain.endsWith("-" + curve)) {
                    throw WireFormatException.malformed("a host key on another curve than its type names");
                }
                key.string(curve).string(in.string());
                bits = OptionalInt.of(Integer.parseInt(curve.substring("nistp".length())));
            }
            case "ssh-ed25519" -> {
                key.string(in.string());
                bits = OptionalInt.of(256);
            }
            default -> {
                return new HostKey(type, bits, certificate ? "" : fingerprint(blob), blob);
            }
        }
        return new HostKey(type, bits, fingerprint(certificate ? key.toByteArray() : blob), blob);
    }

    /** {@code type AAAA…}, as public keys stand in files. */
    String line() {
        return type + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    /** The key type that a host-key algorithm uses: {@code rsa-sha2-256} is a way to sign with {@code ssh-rsa}. */
    static String typeOf(String algorithm) {
        return algorithm.startsWith("rsa-sha2-")
                ? "ssh-rsa" + (algorithm.endsWith(CERTIFICATE) ? CERTIFICATE : "")
                : algorithm;
    }

    private static OptionalInt number(WireReader in, WireWriter key) throws WireFormatException {
        byte[] number = in.string();
        key.string(number);
        BigInteger value = number.length == 0 ? BigInteger.ZERO : new BigInteger(number);
        if (value.signum() <= 0) {
            throw WireFormatException.malformed("a host key with a number that is not positive");
        }
        return OptionalInt.of(value.bitLength());
    }

    static String name(byte[] bytes) throws WireFormatException {
        if (bytes.length == 0 || bytes.length > KexInit.MAX_NAME) {
            throw WireFormatException.malformed("a name of " + bytes.length + " characters");
        }
        for (byte one : bytes) {
            if (one <= ' ' || one == 0x7F || one == ',') {
                throw WireFormatException.malformed("a name with a character that is not printable");
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static String fingerprint(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
