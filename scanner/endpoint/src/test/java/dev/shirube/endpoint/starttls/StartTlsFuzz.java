package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.StartTls;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A fuzz target: any bytes as what a server says before TLS. The first byte chooses the protocol, the second one the size of
 * the pieces in which the rest arrives.
 *
 * <p>Written to the convention of Jazzer and libFuzzer; the tests run it over dialogues and changes of them.
 */
public final class StartTlsFuzz {
    /** One command for each turn is all that we say; the longest is XMPP's stream header. */
    private static final int SAID = 1 << 10;

    private StartTlsFuzz() {}

    /** Fails if an exception leaves, too much is said, or the record of the dialogue leads to another end. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        StartTls protocol = StartTls.values()[(bytes[0] & 0xFF) % StartTls.values().length];
        byte[] says = Arrays.copyOfRange(bytes, 2, bytes.length);
        check(protocol, says, 1 + (bytes[1] & 0xFF));
        check(protocol, says, Math.max(1, says.length));
    }

    /** A dialogue of a real server, as input of this target. */
    static byte[] seed(StartTls protocol) throws IOException {
        try (InputStream in = StartTlsFuzz.class.getResourceAsStream("fuzz/" + protocol.id())) {
            return in.readAllBytes();
        }
    }

    private static void check(StartTls protocol, byte[] says, int piece) {
        CountingTls tls = new CountingTls();
        StartTlsConversation conversation = new StartTlsConversation(protocol, "a.test", tls);
        int said = conversation.opening().length;
        for (int at = 0; at < says.length && !conversation.finished(); at += piece) {
            said += conversation.receive(says, at, Math.min(piece, says.length - at)).length;
        }
        require(said <= SAID, "too much was said");
        int clear = conversation.clearReceived();
        require(clear <= says.length, "more was taken than came");
        require(conversation.failure().isEmpty() || tls.received == 0, "TLS was given what is none");
        Exchange exchange = new Exchange(
                        "wide",
                        Instant.EPOCH,
                        Conversation.NOTHING,
                        Conversation.NOTHING,
                        Ending.CLOSED,
                        "",
                        Optional.empty())
                .behind(new Exchange.Preface(protocol, Conversation.NOTHING, Arrays.copyOf(says, clear)));
        Optional<StartTlsFailure> recorded =
                StartTlsRecord.failure(exchange).filter(it -> it.kind() != Kind.UNFINISHED);
        require(recorded.equals(conversation.failure()), "the record says " + recorded);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }

    private static final class CountingTls implements Conversation {
        private int received;

        @Override
        public byte[] opening() {
            return NOTHING;
        }

        @Override
        public byte[] receive(byte[] bytes, int from, int count) {
            received += count;
            return NOTHING;
        }

        @Override
        public boolean finished() {
            return false;
        }
    }
}
