package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * MySQL and MariaDB: the server's greeting says whether it has TLS, and TLS begins right behind our SSLRequest (MySQL
 * internals, "Connection Phase").
 */
final class MysqlDialogue implements Dialogue {
    private static final int HEADER = 4;
    private static final int PROTOCOL = 10;
    private static final int ERROR = 0xFF;
    /** Thread id, first part of the salt, a filler: between the version's end and the capabilities. */
    private static final int BEFORE_CAPABILITIES = 4 + 8 + 1;

    private static final int CLIENT_PROTOCOL_41 = 0x200;
    private static final int CLIENT_SSL = 0x800;
    private static final int CLIENT_SECURE_CONNECTION = 0x8000;
    private static final int UTF8 = 33;
    private static final int SSL_REQUEST = 32;

    @Override
    public byte[] opening() {
        return Conversation.NOTHING;
    }

    @Override
    public int unit(byte[] held, int length) throws DialogueException {
        if (length < HEADER) {
            return 0;
        }
        int size = held[0] & 0xFF | (held[1] & 0xFF) << 8 | (held[2] & 0xFF) << 16;
        if (held[3] != 0 || size == 0 || size > ClearText.UNIT_BYTES - HEADER) {
            throw DialogueException.other(held, length);
        }
        return HEADER + size;
    }

    @Override
    public Step take(byte[] unit) throws DialogueException {
        int first = unit[HEADER] & 0xFF;
        if (first == ERROR) {
            throw new DialogueException(Kind.REFUSED, "it answers error " + errorCode(unit) + " to a connection");
        }
        if (first != PROTOCOL) {
            throw DialogueException.other(unit, unit.length);
        }
        if ((capabilities(unit) & CLIENT_SSL) == 0) {
            throw new DialogueException(Kind.NOT_OFFERED, "its greeting does not name it");
        }
        return new Step(sslRequest(), true);
    }

    /** Among them 1040 (too many connections), 1129 (host blocked) and 1130 (host not allowed). */
    private static int errorCode(byte[] unit) throws DialogueException {
        if (unit.length < HEADER + 3) {
            throw DialogueException.malformed("the error is too short");
        }
        return unit[HEADER + 1] & 0xFF | (unit[HEADER + 2] & 0xFF) << 8;
    }

    /** The lower two bytes: the only ones that every version sends. */
    private static int capabilities(byte[] unit) throws DialogueException {
        int at = HEADER + 1;
        while (at < unit.length && unit[at] != 0) {
            at++;
        }
        at += 1 + BEFORE_CAPABILITIES;
        if (at + 2 > unit.length) {
            throw DialogueException.malformed("the greeting is too short");
        }
        return unit[at] & 0xFF | (unit[at + 1] & 0xFF) << 8;
    }

    private static byte[] sslRequest() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + SSL_REQUEST).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(SSL_REQUEST | 1 << 24); // three bytes of length, then the number of the packet
        out.putInt(CLIENT_PROTOCOL_41 | CLIENT_SSL | CLIENT_SECURE_CONNECTION);
        out.putInt(1 << 24); // the largest packet that we would take
        out.put((byte) UTF8);
        return out.array();
    }
}
