package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.ServerAnswer;
import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.ServerKeyExchange;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.starttls.StartTlsFailure;
import dev.shirube.endpoint.transcript.Ending;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One probe with what was understood of its answer.
 *
 * @param probe id of the probe
 * @param detail of the ending
 * @param startTls why TLS did not begin, where the server had to be asked for it
 */
public record Observation(
        String probe,
        ClientOffer offer,
        ServerAnswer answer,
        Ending ending,
        String detail,
        Optional<StartTlsFailure> startTls) {
    /** Alerts that refuse what was offered (RFC 8446 section 6.2). */
    private static final Set<Integer> REFUSALS = Set.of(40, 47, 70, 71, 86, 109);

    private static final int PROTOCOL_VERSION = 70;

    /** An observation of a server that speaks TLS, or was to speak it, from the first byte. */
    public Observation(String probe, ClientOffer offer, ServerAnswer answer, Ending ending, String detail) {
        this(probe, offer, answer, ending, detail, Optional.empty());
    }

    /**
     * The server's choice, if it made a valid one. Before TLS 1.3 it counts only with the whole flight behind it: a server
     * that names a suite and then stalls was not seen to use it.
     */
    public Optional<ServerHello> choice() {
        return answer.hello().filter(it -> it.version() == Tls.TLS13 || answer.complete());
    }

    /** Whether the server chose that version. */
    boolean chose(int version) {
        return choice().isPresent() && choice().get().version() == version;
    }

    /** Whether the server chose TLS 1.3, be it only to ask for another share. */
    boolean choseTls13() {
        return chose(Tls.TLS13);
    }

    /** The group of the key exchange: that of a TLS 1.3 answer, or the curve of an older one. */
    OptionalInt group() {
        if (choice().isEmpty() || choseTls13()) {
            return choice().map(ServerHello::group).orElse(OptionalInt.empty());
        }
        return answer.keyExchange().map(ServerKeyExchange::group).orElse(OptionalInt.empty());
    }

    /** The certificate chain of a handshake that counts. */
    public List<byte[]> chain() {
        return choice().isPresent() ? answer.chain() : List.of();
    }

    /** Whether the server said explicitly that nothing offered suits it. */
    boolean refused() {
        return choice().isEmpty()
                && answer.alert().isPresent()
                && REFUSALS.contains(answer.alert().getAsInt());
    }

    /** Whether the server said explicitly that none of the versions suits it. */
    boolean refusedVersions() {
        return refused() && answer.alert().getAsInt() == PROTOCOL_VERSION;
    }

    /** Whether the server neither chose nor said anything that TLS has a word for. */
    boolean brokenOff() {
        return choice().isEmpty() && answer.alert().isEmpty();
    }

    /** Whether the host cannot be expected to answer another probe better than this one. */
    boolean hopeless() {
        boolean silent = ending == Ending.TIMED_OUT || ending == Ending.LIMIT || ending == Ending.UNREACHABLE;
        return silent || otherProtocol();
    }

    /** Whether this connection told less than it was made to tell: a limiter, a stall, or a hello that was not borne. */
    boolean failed() {
        return brokenOff() || ending == Ending.TIMED_OUT;
    }

    /** Whether what came is no TLS, or more than is taken from one connection. */
    boolean otherProtocol() {
        return ending == Ending.LIMIT
                || startTls.filter(it -> it.kind() != StartTlsFailure.Kind.UNFINISHED)
                        .isPresent()
                || answer.fault()
                        .filter(it -> it.kind() != TlsFormatException.Kind.MALFORMED)
                        .isPresent();
    }

    /** In a few words, how this probe ended; for reasons of what stays unknown. */
    public String outcome() {
        if (startTls.isEmpty()) {
            return tlsOutcome();
        }
        StartTlsFailure failure = startTls.get();
        return failure.kind() == StartTlsFailure.Kind.UNFINISHED
                ? tlsOutcome() + " before STARTTLS was agreed"
                : failure.reason();
    }

    private String tlsOutcome() {
        if (answer.fault().isPresent()) {
            return answer.fault().get().getMessage();
        }
        if (answer.alert().isPresent()) {
            return "alert " + answer.alert().getAsInt();
        }
        return switch (ending) {
            case ANSWERED -> "an answer that does not tell";
            case CLOSED -> "the connection was closed";
            case RESET -> "the connection was reset";
            case TIMED_OUT -> "no answer within " + detail + " ms";
            case LIMIT -> "more than " + detail + " bytes";
            case UNREACHABLE -> "no connection: " + detail;
        };
    }
}
