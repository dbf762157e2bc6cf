package dev.shirube.domain;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing about an endpoint that was asked, with the reason for saying so.
 *
 * @param subject what was asked, for example {@code version/TLS 1.3}, {@code group/X25519MLKEM768} or {@link
 *     EndpointProfile#PQC_PREFERRED}
 * @param reason for {@link State#UNKNOWN} why it could not be decided; otherwise what decided it
 * @param probe id of the probe that decided it; empty where several did, or none could
 */
public record ObservedFact(String subject, State state, String reason, String probe)
        implements Comparable<ObservedFact> {

    /** Not tested, not answered and absent are different things. */
    public enum State {
        /** It was seen. */
        SUPPORTED,
        /** It was refused explicitly, or something else was chosen instead of it. */
        NOT_SUPPORTED,
        /** It could not be decided. */
        UNKNOWN;

        /** The id that results carry, for example {@code not-supported}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The state of that id. */
        public static Optional<State> of(String id) {
            return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
        }
    }

    /** The reason of a fact that nobody asked for. */
    public static final String NOT_ASKED = "not asked";

    private static final Comparator<ObservedFact> ORDER = Comparator.comparing(ObservedFact::subject)
            .thenComparing(ObservedFact::state)
            .thenComparing(ObservedFact::reason)
            .thenComparing(ObservedFact::probe);

    /** Refuses null. */
    public ObservedFact {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(state);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(probe);
    }

    /** What may be said of something that nobody asked for: not tested is never none. */
    public static ObservedFact notAsked(String subject) {
        return new ObservedFact(subject, State.UNKNOWN, NOT_ASKED, "");
    }

    /** The reason in that language, as far as it is in words of ours. */
    public String words(Language language) {
        return language == Language.JA ? Phrases.japanese(reason) : reason;
    }

    /** Whether it is known to be so, or known not to be so. */
    public boolean decided() {
        return state != State.UNKNOWN;
    }

    /** Whether anybody asked. */
    public boolean asked() {
        return decided() || !reason.equals(NOT_ASKED);
    }

    @Override
    public int compareTo(ObservedFact other) {
        return ORDER.compare(this, other);
    }
}
