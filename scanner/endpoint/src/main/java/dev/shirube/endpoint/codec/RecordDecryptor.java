package dev.shirube.endpoint.codec;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens the server's protected handshake records (RFC 8446 sections 5.2 and 5.3). */
final class RecordDecryptor {
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final boolean chacha;
    private final SecretKeySpec key;
    private final byte[] iv;
    private long sequence;

    private RecordDecryptor(boolean chacha, byte[] key, byte[] iv) {
        this.chacha = chacha;
        this.key = new SecretKeySpec(key, chacha ? "ChaCha20" : "AES");
        this.iv = iv;
    }

    static Optional<RecordDecryptor> of(int suite, byte[] trafficSecret) {
        return Tls13Keys.of(suite)
                .map(keys -> new RecordDecryptor(
                        suite == 0x1303,
                        keys.expand(trafficSecret, "key", new byte[0], suite == 0x1301 ? 16 : 32),
                        keys.expand(trafficSecret, "iv", new byte[0], NONCE)));
    }

    /** The inner record, with its true type and without padding. */
    TlsRecord open(TlsRecord sealed) throws TlsFormatException {
        byte[] inner = decrypt(sealed);
        int end = inner.length - 1;
        while (end >= 0 && inner[end] == 0) {
            end--;
        }
        if (end < 1) {
            throw TlsFormatException.malformed("a protected record without content");
        }
        return new TlsRecord(inner[end], sealed.header(), Arrays.copyOf(inner, end));
    }

    private byte[] decrypt(TlsRecord sealed) throws TlsFormatException {
        if (sealed.fragment().length <= TAG) {
            // Checked here because the JDK answers a text shorter than its tag with an unchecked exception.
            throw TlsFormatException.malformed("a protected record shorter than its tag");
        }
        try {
            Cipher cipher = Cipher.getInstance(chacha ? "ChaCha20-Poly1305" : "AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, nonce());
            cipher.updateAAD(sealed.header());
            return cipher.doFinal(sealed.fragment());
        } catch (GeneralSecurityException e) {
            throw TlsFormatException.malformed("a protected record that does not open");
        }
    }

    private AlgorithmParameterSpec nonce() {
        byte[] nonce = iv.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[NONCE - 1 - i] ^= (byte) (sequence >>> 8 * i);
        }
        sequence++;
        return chacha ? new IvParameterSpec(nonce) : new GCMParameterSpec(128, nonce);
    }
}
