package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import java.nio.charset.StandardCharsets;

/** LDAP: the extended operation StartTLS (RFC 4511 sections 4.12 and 4.14). */
final class LdapDialogue implements Dialogue {
    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int ENUMERATED = 0x0A;
    private static final int EXTENDED_REQUEST = 0x77;
    private static final int REQUEST_NAME = 0x80;
    private static final int EXTENDED_RESPONSE = 0x78;

    private static final int MESSAGE = 1;
    /** Of notices that nobody asked for, such as the one of disconnection. */
    private static final int UNSOLICITED = 0;

    private static final int SUCCESS = 0;
    private static final int PROTOCOL_ERROR = 2;

    @Override
    public byte[] opening() {
        byte[] name = START_TLS.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[9 + name.length];
        int[] head = {
            SEQUENCE, 7 + name.length, INTEGER, 1, MESSAGE, EXTENDED_REQUEST, 2 + name.length, REQUEST_NAME, name.length
        };
        for (int i = 0; i < head.length; i++) {
            request[i] = (byte) head[i];
        }
        System.arraycopy(name, 0, request, head.length, name.length);
        return request;
    }

    @Override
    public int unit(byte[] held, int length) throws DialogueException {
        if (held[0] != SEQUENCE) {
            throw DialogueException.other(held, length);
        }
        return BerReader.size(held, length);
    }

    @Override
    public Step take(byte[] unit) throws DialogueException {
        BerReader message = new BerReader(unit).element(SEQUENCE);
        int id = message.element(INTEGER).number();
        int result = message.element(EXTENDED_RESPONSE).element(ENUMERATED).number();
        if (id == UNSOLICITED) {
            throw new DialogueException(Kind.REFUSED, "it disconnects with result code " + result);
        }
        if (id != MESSAGE) {
            throw DialogueException.malformed("an answer to a message that was not sent");
        }
        if (result != SUCCESS) {
            // A server that does not know the operation answers so (section 4.12).
            Kind kind = result == PROTOCOL_ERROR ? Kind.NOT_OFFERED : Kind.REFUSED;
            throw new DialogueException(kind, "it answers result code " + result + " to StartTLS");
        }
        return Step.AGREED;
    }
}
