package dev.shirube.endpoint.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer to a CLIENT-HELLO of SSL 2.0: a SERVER-HELLO with certificate and ciphers, an ERROR, or an alert of TLS from
 * a server that took the hello for that of a newer client (RFC 5246 appendix E.2).
 */
public final class Ssl2Flight implements Flight {
    private static final int ERROR = 0;
    private static final int SERVER_HELLO = 4;
    /** ERROR: the server takes none of the ciphers. */
    private static final int NO_CIPHER = 1;
    /** The largest record of SSL 2.0. */
    private static final int MAXIMUM = 0x7FFF;
    /** What TLS calls the same refusal (RFC 8446 section 6.2). */
    private static final int HANDSHAKE_FAILURE = 40;

    private final ClientOffer offer;
    private byte[] buffer = new byte[1024];
    private int length;
    private Optional<ServerHello> hello = Optional.empty();
    private List<byte[]> chain = List.of();
    private OptionalInt alert = OptionalInt.empty();
    private Optional<TlsFormatException> fault = Optional.empty();

    /** A flight that answers that offer. */
    public Ssl2Flight(ClientOffer offer) {
        this.offer = offer;
    }

    @Override
    public void read(byte[] bytes, int from, int count) {
        if (finished()) {
            return;
        }
        int taken = Math.min(count, MAXIMUM + 3 - length);
        if (length + taken > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + taken));
        }
        System.arraycopy(bytes, from, buffer, length, taken);
        length += taken;
        try {
            record();
        } catch (TlsFormatException e) {
            fault = Optional.of(e);
        }
    }

    @Override
    public boolean finished() {
        return hello.isPresent() || alert.isPresent() || fault.isPresent();
    }

    @Override
    public ServerAnswer answer() {
        return new ServerAnswer(
                hello,
                chain,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                alert,
                fault,
                hello.isPresent());
    }

    private void record() throws TlsFormatException {
        if (length < 2) {
            return;
        }
        int first = buffer[0] & 0xFF;
        if (buffer[1] == 3 && first >= Tls.CHANGE_CIPHER_SPEC && first <= Tls.APPLICATION_DATA) {
            tlsRecord(first);
            return;
        }
        // The two-byte header has its highest bit set; one of three bytes names padding behind the data.
        boolean two = (first & 0x80) != 0;
        int header = two ? 2 : 3;
        int size = (first & (two ? 0x7F : 0x3F)) << 8 | buffer[1] & 0xFF;
        if (!two && length < header) {
            return;
        }
        int padding = two ? 0 : buffer[2] & 0xFF;
        if (size <= padding || !two && first > 0x3F) {
            throw new TlsFormatException(TlsFormatException.Kind.NOT_TLS, "its first bytes are no record of SSL 2.0");
        }
        if (length > header && buffer[header] != SERVER_HELLO && buffer[header] != ERROR) {
            throw new TlsFormatException(TlsFormatException.Kind.NOT_TLS, "its first bytes are no record of SSL 2.0");
        }
        if (length >= header + size) {
            message(new ByteReader(Arrays.copyOfRange(buffer, header, header + size - padding)));
        }
    }

    private void tlsRecord(int type) throws TlsFormatException {
        if (type != Tls.ALERT) {
            throw new TlsFormatException(TlsFormatException.Kind.NOT_TLS, "it answers with a record of TLS");
        }
        if (length >= 5 && (buffer[3] != 0 || buffer[4] != 2)) {
            throw TlsFormatException.malformed("an alert that is not two bytes long");
        }
        if (length >= 7) {
            alert = OptionalInt.of(buffer[6] & 0xFF);
        }
    }

    private void message(ByteReader in) throws TlsFormatException {
        if (in.uint8() == ERROR) {
            int code = in.uint16();
            if (code != NO_CIPHER) {
                throw TlsFormatException.malformed("an ERROR of SSL 2.0 with the code " + Tls.hex(code));
            }
            alert = OptionalInt.of(HANDSHAKE_FAILURE);
            return;
        }
        in.uint8();
        in.uint8();
        int version = in.uint16();
        int certificate = in.uint16();
        int kindBytes = in.uint16();
        int connectionId = in.uint16();
        byte[] der = in.bytes(certificate);
        List<Integer> kinds = new ArrayList<>();
        for (ByteReader list = new ByteReader(in.bytes(kindBytes)); !list.isEmpty(); ) {
            kinds.add(list.uint24());
        }
        in.bytes(connectionId);
        in.expectEnd("the SERVER-HELLO");
        kinds.retainAll(offer.suites());
        if (!offer.versions().contains(version) || kinds.isEmpty()) {
            throw TlsFormatException.malformed("a SERVER-HELLO with nothing in it that was offered");
        }
        chain = der.length == 0 ? List.of() : List.of(der);
        hello = Optional.of(
                new ServerHello(version, kinds.get(0), OptionalInt.empty(), false, Optional.empty(), Optional.empty()));
    }
}
