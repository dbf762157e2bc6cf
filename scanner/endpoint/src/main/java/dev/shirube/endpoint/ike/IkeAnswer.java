package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.wire.WireFormatException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one probe was answered, as far as it was read.
 *
 * @param chosen what the responder chose from what was offered
 * @param named method for which the responder asked for a public value (INVALID_KE_PAYLOAD): its choice too
 * @param error type of the last notification of an error
 * @param notices types of the notifications that tell of no error, sorted
 * @param cookie whether the responder asked for a cookie to be sent back
 * @param spoke whether any answer in IKEv2 came
 * @param fault why reading ended early
 */
record IkeAnswer(
        Optional<Proposal> chosen,
        OptionalInt named,
        OptionalInt error,
        List<Integer> notices,
        boolean cookie,
        boolean spoke,
        Optional<WireFormatException> fault) {
    /** Keeps an unmodifiable copy. */
    IkeAnswer {
        notices = List.copyOf(notices);
    }

    /** Whether the responder said explicitly that nothing offered suits it. */
    boolean refused() {
        return chosen.isEmpty() && named.isEmpty() && error.isPresent() && error.getAsInt() == Ike.NO_PROPOSAL_CHOSEN;
    }
}
