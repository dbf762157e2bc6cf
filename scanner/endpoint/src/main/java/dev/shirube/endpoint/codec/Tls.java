package dev.shirube.endpoint.codec;

import java.util.Locale;

/** The numbers of the TLS wire format that are protocol, not algorithm: algorithms live in the registry. */
public final class Tls {
    /** TLS 1.3 (RFC 8446). */
    public static final int TLS13 = 0x0304;
    /** TLS 1.2 (RFC 5246). */
    public static final int TLS12 = 0x0303;
    /** TLS 1.1 (RFC 4346). */
    public static final int TLS11 = 0x0302;
    /** TLS 1.0 (RFC 2246). */
    public static final int TLS10 = 0x0301;
    /** SSL 3.0 (RFC 6101), prohibited by RFC 7568. */
    public static final int SSL30 = 0x0300;
    /** SSL 2.0, prohibited by RFC 6176; its messages are of another format altogether. */
    public static final int SSL20 = 0x0002;

    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;

    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 2;
    static final int ENCRYPTED_EXTENSIONS = 8;
    static final int CERTIFICATE = 11;
    static final int SERVER_KEY_EXCHANGE = 12;
    static final int CERTIFICATE_REQUEST = 13;
    static final int SERVER_HELLO_DONE = 14;
    static final int CERTIFICATE_VERIFY = 15;
    static final int FINISHED = 20;
    static final int CERTIFICATE_STATUS = 22;

    static final int EXT_SERVER_NAME = 0;
    static final int EXT_SUPPORTED_GROUPS = 10;
    static final int EXT_EC_POINT_FORMATS = 11;
    static final int EXT_SIGNATURE_ALGORITHMS = 13;
    static final int EXT_ALPN = 16;
    static final int EXT_EXTENDED_MASTER_SECRET = 23;
    static final int EXT_SUPPORTED_VERSIONS = 43;
    static final int EXT_KEY_SHARE = 51;
    static final int EXT_RENEGOTIATION_INFO = 0xFF01;

    private Tls() {}

    /** A version as inventories write it, for example {@code 1.3} or {@code SSLv3}; an unknown one as its number. */
    public static String versionName(int version) {
        return switch (version) {
            case TLS13 -> "1.3";
            case TLS12 -> "1.2";
            case TLS11 -> "1.1";
            case TLS10 -> "1.0";
            case SSL30 -> "SSLv3";
            case SSL20 -> "SSLv2";
            default -> hex(version);
        };
    }

    /** A version with its protocol, for example {@code TLS 1.3} or {@code SSLv3}. */
    public static String protocolName(int version) {
        return version <= SSL30 ? versionName(version) : "TLS " + versionName(version);
    }

    /** A code point as registries print it, for example {@code 0x11EC}. */
    public static String hex(int code) {
        return String.format(Locale.ROOT, "0x%04X", code);
    }
}
