package dev.shirube.endpoint.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Follows one server's answer to one ClientHello, from bytes in any pieces to a {@link ServerAnswer}.
 *
 * <p>It takes bytes until it is {@link #finished}: at a HelloRetryRequest, at ServerHelloDone, at CertificateVerify, at a
 * fatal alert or at the first fault. No exception leaves it, and it holds no more than the bounds of its readers.
 */
public final class ServerFlight implements Flight {
    private static final int FATAL = 2;
    private static final int RECORD_HEADER = 5;

    private final ClientOffer offer;
    private final byte[] clientHello;
    private final HandshakeSecrets secrets;
    private final SuiteClasses suiteClasses;
    private final RecordReader records = new RecordReader();
    private final HandshakeReader messages = new HandshakeReader();
    private Optional<RecordDecryptor> decryptor = Optional.empty();

    private Optional<ServerHello> hello = Optional.empty();
    private List<byte[]> chain = List.of();
    private Optional<List<Integer>> groups = Optional.empty();
    private Optional<String> alpn = Optional.empty();
    private Optional<ServerKeyExchange> keyExchange = Optional.empty();
    private OptionalInt scheme = OptionalInt.empty();
    private boolean certificateRequested;
    private OptionalInt alert = OptionalInt.empty();
    private Optional<TlsFormatException> fault = Optional.empty();
    private boolean complete;

    /** How the suites of TLS 1.2 and older exchange keys; the registry knows. */
    public interface SuiteClasses {
        /** Whether the ServerKeyExchange of that suite carries an elliptic curve. */
        boolean ecdhe(int suite);

        /** Whether the ServerKeyExchange of that suite carries a finite field. */
        boolean dhe(int suite);
    }

    /**
     * A flight that answers that hello.
     *
     * @param clientHelloRecord as sent, whole in one record
     */
    public ServerFlight(
            ClientOffer offer, byte[] clientHelloRecord, HandshakeSecrets secrets, SuiteClasses suiteClasses) {
        this.offer = offer;
        this.clientHello = Arrays.copyOfRange(
                clientHelloRecord, Math.min(RECORD_HEADER, clientHelloRecord.length), clientHelloRecord.length);
        this.secrets = secrets;
        this.suiteClasses = suiteClasses;
    }

    @Override
    public void read(byte[] bytes, int from, int count) {
        try {
            records.offer(bytes, from, count);
            while (!finished()) {
                Optional<TlsRecord> record = records.next();
                if (record.isEmpty()) {
                    return;
                }
                record(record.get());
            }
        } catch (TlsFormatException e) {
            fault = Optional.of(e);
        }
    }

    @Override
    public boolean finished() {
        return complete || alert.isPresent() || fault.isPresent();
    }

    @Override
    public ServerAnswer answer() {
        return new ServerAnswer(
                hello,
                chain.subList(0, Math.min(chain.size(), CertificateChain.MAXIMUM)),
                chain.size() > CertificateChain.MAXIMUM,
                groups,
                alpn,
                keyExchange,
                scheme,
                complete && hello.isPresent() && !hello.get().retry()
                        ? Optional.of(certificateRequested)
                        : Optional.empty(),
                alert,
                fault,
                complete);
    }

    private void record(TlsRecord record) throws TlsFormatException {
        switch (record.type()) {
            case Tls.HANDSHAKE -> {
                if (decryptor.isPresent()) {
                    throw TlsFormatException.malformed("an unprotected message behind the ServerHello");
                }
                handshake(record.fragment());
            }
            case Tls.ALERT -> alert(new ByteReader(record.fragment()));
            case Tls.APPLICATION_DATA -> protectedRecord(record);
            default -> changeCipherSpec();
        }
    }

    private void protectedRecord(TlsRecord record) throws TlsFormatException {
        if (decryptor.isEmpty()) {
            throw TlsFormatException.malformed("application data before the handshake has keys");
        }
        TlsRecord inner = decryptor.get().open(record);
        switch (inner.type()) {
            case Tls.HANDSHAKE -> handshake(inner.fragment());
            case Tls.ALERT -> alert(new ByteReader(inner.fragment()));
            default ->
                throw TlsFormatException.malformed(
                        "a protected record of type " + inner.type() + " during the handshake");
        }
    }

    /** TLS 1.3 servers send a dummy one for middleboxes (RFC 8446 appendix D.4); older ones only after our Finished. */
    private void changeCipherSpec() throws TlsFormatException {
        if (hello.isEmpty() || hello.get().version() != Tls.TLS13) {
            throw TlsFormatException.malformed("a ChangeCipherSpec in the middle of the handshake");
        }
    }

    private void alert(ByteReader in) throws TlsFormatException {
        int level = in.uint8();
        int description = in.uint8();
        // Before TLS 1.3 a warning lets the handshake go on; RFC 8446 section 6 makes every other alert fatal.
        if (level == FATAL || hello.isPresent() && hello.get().version() == Tls.TLS13) {
            alert = OptionalInt.of(description);
        }
    }

    private void handshake(byte[] fragment) throws TlsFormatException {
        messages.offer(fragment);
        while (!finished()) {
            Optional<HandshakeReader.Message> message = messages.next();
            if (message.isEmpty()) {
                return;
            }
            message(message.get());
        }
    }

    private void message(HandshakeReader.Message message) throws TlsFormatException {
        if (hello.isEmpty()) {
            if (message.type() != Tls.SERVER_HELLO) {
                throw TlsFormatException.malformed("the flight begins with handshake message " + message.type());
            }
            serverHello(message);
        } else if (hello.get().version() == Tls.TLS13) {
            encryptedMessage(message);
        } else {
            plainMessage(message);
        }
    }

    private void serverHello(HandshakeReader.Message message) throws TlsFormatException {
        ServerHello chosen = ServerHello.read(message.body());
        chosen.checkAgainst(offer);
        hello = Optional.of(chosen);
        alpn = chosen.alpn();
        if (chosen.version() != Tls.TLS13) {
            return;
        }
        if (!messages.isEmpty()) {
            throw TlsFormatException.malformed("unprotected messages behind the ServerHello");
        }
        if (!chosen.retry()) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(clientHello);
            both.writeBytes(message.bytes());
            decryptor = secrets.serverTrafficSecret(chosen, both.toByteArray())
                    .flatMap(secret -> RecordDecryptor.of(chosen.suite(), secret));
        }
        complete = decryptor.isEmpty();
    }

    private void encryptedMessage(HandshakeReader.Message message) throws TlsFormatException {
        ByteReader body = message.body();
        switch (message.type()) {
            case Tls.ENCRYPTED_EXTENSIONS -> encryptedExtensions(body.vector(2));
            case Tls.CERTIFICATE_REQUEST -> certificateRequested = true;
            case Tls.CERTIFICATE -> chain = chain(body);
            case Tls.CERTIFICATE_VERIFY -> {
                scheme = OptionalInt.of(checkedScheme(body.uint16()));
                complete = true;
            }
            case Tls.FINISHED -> complete = true;
            default -> throw unexpected(message);
        }
    }

    private void encryptedExtensions(ByteReader extensions) throws TlsFormatException {
        while (!extensions.isEmpty()) {
            int type = extensions.uint16();
            ByteReader data = extensions.vector(2);
            if (type == Tls.EXT_SUPPORTED_GROUPS) {
                groups = Optional.of(data.vector(2).uint16s());
            } else if (type == Tls.EXT_ALPN) {
                String chosen = ServerHello.alpn(data);
                ServerHello.checkAlpn(chosen, offer);
                alpn = Optional.of(chosen);
            }
        }
    }

    private void plainMessage(HandshakeReader.Message message) throws TlsFormatException {
        ByteReader body = message.body();
        switch (message.type()) {
            case Tls.CERTIFICATE -> chain = chain(body);
            case Tls.SERVER_KEY_EXCHANGE -> serverKeyExchange(body);
            case Tls.CERTIFICATE_REQUEST -> certificateRequested = true;
            case Tls.SERVER_HELLO_DONE -> complete = true;
            case Tls.CERTIFICATE_STATUS -> body.rest();
            default -> throw unexpected(message);
        }
    }

    private List<byte[]> chain(ByteReader body) throws TlsFormatException {
        return List.copyOf(CertificateChain.read(body, hello.orElseThrow().version()));
    }

    private void serverKeyExchange(ByteReader body) throws TlsFormatException {
        ServerHello chosen = hello.orElseThrow();
        if (suiteClasses.ecdhe(chosen.suite())) {
            ServerKeyExchange exchange = ServerKeyExchange.readEcdhe(body, chosen.version());
            int group = exchange.group().orElseThrow();
            if (!offer.groups().contains(group)) {
                throw TlsFormatException.malformed("the group " + Tls.hex(group) + " was not offered");
            }
            keyExchange = Optional.of(exchange);
        } else if (suiteClasses.dhe(chosen.suite())) {
            keyExchange = Optional.of(ServerKeyExchange.readDhe(body, chosen.version()));
        }
        if (keyExchange.isPresent() && keyExchange.get().scheme().isPresent()) {
            scheme = OptionalInt.of(checkedScheme(keyExchange.get().scheme().getAsInt()));
        }
    }

    private int checkedScheme(int chosen) throws TlsFormatException {
        if (!offer.schemes().contains(chosen)) {
            throw TlsFormatException.malformed("the signature scheme " + Tls.hex(chosen) + " was not offered");
        }
        return chosen;
    }

    private static TlsFormatException unexpected(HandshakeReader.Message message) {
        return TlsFormatException.malformed("handshake message " + message.type() + " has no place here");
    }
}
