package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * RDP: an X.224 connection request that offers TLS, alone and with CredSSP, which runs over TLS too (MS-RDPBCGR sections
 * 2.2.1.1 and 2.2.1.2).
 */
final class RdpDialogue implements Dialogue {
    private static final int TPKT_HEADER = 4;
    private static final int TPKT_VERSION = 3;
    /** TPKT header and connection confirm without a negotiation part. */
    private static final int CONFIRM = 11;

    private static final int WITH_NEGOTIATION = CONFIRM + 8;
    private static final int CONNECTION_CONFIRM = 0xD0;
    private static final int RESPONSE = 2;
    private static final int FAILURE = 3;

    private static final int PROTOCOL_RDP = 0;
    private static final int PROTOCOL_SSL = 1;
    private static final int PROTOCOL_HYBRID = 2;
    private static final int SSL_NOT_ALLOWED = 2;
    private static final int NO_CERTIFICATE = 3;

    @Override
    public byte[] opening() {
        byte[] request = HexFormat.of().parseHex("03000013" + "0ee00000000000" + "0100080000000000");
        request[WITH_NEGOTIATION - 4] = PROTOCOL_SSL | PROTOCOL_HYBRID;
        return request;
    }

    @Override
    public int unit(byte[] held, int length) throws DialogueException {
        if (held[0] != TPKT_VERSION || length > 1 && held[1] != 0) {
            throw DialogueException.other(held, length);
        }
        if (length < TPKT_HEADER) {
            return 0;
        }
        int size = (held[2] & 0xFF) << 8 | held[3] & 0xFF;
        if (size < CONFIRM) {
            throw DialogueException.malformed("a packet of " + size + " bytes");
        }
        return size;
    }

    @Override
    public Step take(byte[] unit) throws DialogueException {
        if ((unit[TPKT_HEADER + 1] & 0xF0) != CONNECTION_CONFIRM) {
            throw DialogueException.malformed("no answer to a connection request that the protocol has");
        }
        if (unit.length < WITH_NEGOTIATION) {
            throw new DialogueException(Kind.NOT_OFFERED, "it negotiates no security protocol");
        }
        int number = ByteBuffer.wrap(unit, WITH_NEGOTIATION - 4, 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        return switch (unit[CONFIRM]) {
            case RESPONSE -> selected(number);
            case FAILURE -> throw failure(number);
            default -> throw DialogueException.malformed("no negotiation that the protocol has");
        };
    }

    private static Step selected(int protocol) throws DialogueException {
        return switch (protocol) {
            case PROTOCOL_SSL, PROTOCOL_HYBRID -> Step.AGREED;
            case PROTOCOL_RDP -> throw new DialogueException(Kind.NOT_OFFERED, "it chooses standard RDP security");
            default -> throw DialogueException.malformed("it chooses a security protocol that was not offered");
        };
    }

    private static DialogueException failure(int code) {
        boolean lacking = code == SSL_NOT_ALLOWED || code == NO_CERTIFICATE;
        return new DialogueException(
                lacking ? Kind.NOT_OFFERED : Kind.REFUSED,
                "it answers failure code " + Integer.toUnsignedString(code) + " to a connection request");
    }
}
