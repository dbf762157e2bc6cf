package dev.shirube.endpoint;

/** Server-side messages of SSL 2.0 written by hand: no server of today speaks it any more. */
public final class Ssl2Bytes {
    private Ssl2Bytes() {}

    /** A SERVER-HELLO with a certificate of five bytes, one cipher kind that everybody had, and one that is none of ours. */
    public static byte[] serverHello() {
        return record(TlsBytes.hex(
                "04 00 01 0002 0005 0006 0010 3003020107 010080 0a0080" + "000102030405060708090a0b0c0d0e0f"));
    }

    /** The same in a record of three header bytes, with three bytes of padding. */
    public static byte[] paddedServerHello() {
        byte[] hello = serverHello();
        byte[] message = TlsBytes.join(java.util.Arrays.copyOfRange(hello, 2, hello.length), new byte[3]);
        return TlsBytes.join(new byte[] {(byte) (message.length >> 8), (byte) message.length, 3}, message);
    }

    /** An ERROR; 1 is NO-CIPHER. */
    public static byte[] error(int code) {
        return record(new byte[] {0, (byte) (code >> 8), (byte) code});
    }

    /** A record with a header of two bytes. */
    public static byte[] record(byte[] message) {
        return TlsBytes.join(new byte[] {(byte) (0x80 | message.length >> 8), (byte) message.length}, message);
    }
}
