package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.ServerAnswer;
import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.starttls.StartTlsFailure;
import dev.shirube.endpoint.transcript.Ending;
import java.util.Optional;
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
    /** Alerts that refuse what was offered (RFC 8446 section 6.2): 40, 47, 70, 71, 86 and 109. */
    private static final Set<Integer> REFUSALS = Set.of(40, 47, 70, 71, 86, 109);

    /** An observation of a server that speaks TLS, or was to speak it, from the first byte. */
    public Observation(String probe, ClientOffer offer, ServerAnswer answer, Ending ending, String detail) {
        this(probe, offer, answer, ending, detail, Optional.empty());
    }

    /** The server's choice, if it made a valid one. */
    Optional<ServerHello> choice() {
        return answer.hello();
    }

    /** Whether the server chose TLS 1.3, be it only to ask for another share. */
    boolean choseTls13() {
        return choice().isPresent() && choice().get().version() == Tls.TLS13;
    }

    /** Whether the server said explicitly that nothing offered suits it. */
    boolean refused() {
        return choice().isEmpty()
                && answer.alert().isPresent()
                && REFUSALS.contains(answer.alert().getAsInt());
    }

    /** Whether the host cannot be expected to answer another probe better than this one. */
    boolean hopeless() {
        boolean silent = ending == Ending.TIMED_OUT || ending == Ending.LIMIT || ending == Ending.UNREACHABLE;
        return silent
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
                ? tlsOutcome() + " " + failure.reason()
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
