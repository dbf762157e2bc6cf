package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import java.nio.ByteBuffer;

/** PostgreSQL: an SSLRequest, answered by one byte (PostgreSQL documentation, "Message Flow", "SSL Session Encryption"). */
final class PostgresDialogue implements Dialogue {
    /** 1234 and 5679 in two bytes each, which no version of the protocol has. */
    private static final int SSL_REQUEST = 1234 << 16 | 5679;

    private static final int ERROR_HEADER = 5;

    @Override
    public byte[] opening() {
        return ByteBuffer.allocate(8).putInt(8).putInt(SSL_REQUEST).array();
    }

    /** Of an ErrorResponse its type and length: what it says is not looked at. */
    @Override
    public int unit(byte[] held, int length) throws DialogueException {
        boolean banner = length > 2 && held[1] == 'S' && held[2] == 'H'; // of SSH, which greets with an S too
        return switch (held[0]) {
            case 'E' -> ERROR_HEADER;
            case 'N' -> 1;
            case 'S' -> {
                if (banner) {
                    throw DialogueException.other(held, length);
                }
                yield 1;
            }
            default -> throw DialogueException.other(held, length);
        };
    }

    @Override
    public Step take(byte[] unit) throws DialogueException {
        return switch (unit[0]) {
            case 'S' -> Step.AGREED;
            case 'N' -> throw new DialogueException(Kind.NOT_OFFERED, "it answers N to SSLRequest");
            default -> throw error(unit);
        };
    }

    private static DialogueException error(byte[] unit) {
        int length = ByteBuffer.wrap(unit, 1, 4).getInt();
        return length >= 4 && length <= ClearText.BYTES
                ? new DialogueException(Kind.REFUSED, "it answers an error to SSLRequest")
                : DialogueException.other(unit, unit.length);
    }
}
