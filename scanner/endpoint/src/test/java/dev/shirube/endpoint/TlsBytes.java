package dev.shirube.endpoint;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Server-side TLS messages written by hand, right and wrong ones. */
public final class TlsBytes {
    private TlsBytes() {}

    /** Hexadecimal digits, with spaces wherever they help. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** One after the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A record of TLS 1.2's version number. */
    public static byte[] record(int type, byte[] fragment) {
        return join(new byte[] {(byte) type, 3, 3, (byte) (fragment.length >> 8), (byte) fragment.length}, fragment);
    }

    /** A handshake message in one record. */
    public static byte[] handshake(int type, byte[] body) {
        return record(22, message(type, body));
    }

    /** A handshake message without its record. */
    public static byte[] message(int type, byte[] body) {
        return join(new byte[] {(byte) type}, vector(3, body));
    }

    /** A vector with its length before it. */
    public static byte[] vector(int lengthBytes, byte[] body) {
        byte[] length = new byte[lengthBytes];
        for (int i = 0; i < lengthBytes; i++) {
            length[i] = (byte) (body.length >> 8 * (lengthBytes - 1 - i));
        }
        return join(length, body);
    }

    /** The body of a ServerHello without extensions. */
    public static byte[] serverHello(int version, int suite) {
        return join(uint16(version), new byte[32], new byte[] {0}, uint16(suite), new byte[] {0});
    }

    /** The body of a Certificate message of TLS 1.2 with that many certificates of three bytes. */
    public static byte[] certificates(int count) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            list.writeBytes(vector(3, new byte[] {0x30, (byte) (i >> 8), (byte) i}));
        }
        return vector(3, list.toByteArray());
    }

    /** The body of an ECDHE ServerKeyExchange. */
    public static byte[] ecdhe(int group, int scheme) {
        return join(new byte[] {3}, uint16(group), vector(1, new byte[65]), uint16(scheme), vector(2, new byte[70]));
    }

    /** A whole flight of a TLS 1.2 server: ECDHE_RSA, that group, that many certificates. */
    public static byte[] flight12(int group, int certificates) {
        return join(
                handshake(2, serverHello(0x0303, 0xC02F)),
                handshake(11, certificates(certificates)),
                handshake(12, ecdhe(group, 0x0401)),
                handshake(14, new byte[0]));
    }

    private static byte[] uint16(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }
}
