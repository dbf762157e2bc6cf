package dev.shirube.endpoint.codec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key schedule of TLS 1.3 (RFC 8446 section 7.1), as far as the server's handshake traffic needs it. */
public final class Tls13Keys {
    private final String digest;
    private final String mac;
    private final int length;

    private Tls13Keys(String digest, String mac, int length) {
        this.digest = digest;
        this.mac = mac;
        this.length = length;
    }

    /** The schedule of that cipher suite; nothing for a suite whose cipher the platform does not have. */
    public static Optional<Tls13Keys> of(int suite) {
        return switch (suite) {
            case 0x1301, 0x1303 -> Optional.of(new Tls13Keys("SHA-256", "HmacSHA256", 32));
            case 0x1302 -> Optional.of(new Tls13Keys("SHA-384", "HmacSHA384", 48));
            default -> Optional.empty();
        };
    }

    /**
     * The server_handshake_traffic_secret of a handshake without a pre-shared key.
     *
     * @param sharedSecret what both key shares agree on
     * @param messages ClientHello and ServerHello
     */
    public byte[] serverHandshakeTraffic(byte[] sharedSecret, byte[] messages) {
        byte[] early = hmac(new byte[length], new byte[length]);
        byte[] handshake = hmac(expand(early, "derived", hash(new byte[0]), length), sharedSecret);
        return expand(handshake, "s hs traffic", hash(messages), length);
    }

    /** HKDF-Expand-Label (RFC 8446 section 7.1); everything needed here is at most one hash long. */
    byte[] expand(byte[] secret, String label, byte[] context, int size) {
        byte[] info = new ByteWriter()
                .uint16(size)
                .vector(1, it -> it.bytes(("tls13 " + label).getBytes(StandardCharsets.US_ASCII)))
                .vector(1, it -> it.bytes(context))
                .uint8(1)
                .toByteArray();
        return Arrays.copyOf(hmac(secret, info), size);
    }

    private byte[] hash(byte[] messages) {
        try {
            return MessageDigest.getInstance(digest).digest(messages);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + digest, e);
        }
    }

    private byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac instance = Mac.getInstance(mac);
            instance.init(new SecretKeySpec(key, mac));
            return instance.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + mac, e);
        }
    }
}
