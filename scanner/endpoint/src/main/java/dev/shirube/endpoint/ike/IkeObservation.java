package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.wire.WireFormatException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One probe with what was understood of its answer, from its bytes alone.
 *
 * @param offered nothing where what was sent is no request of ours
 * @param detail of the ending
 */
record IkeObservation(String probe, List<Proposal> offered, IkeAnswer answer, Ending ending, String detail) {

    static IkeObservation of(Exchange exchange) {
        byte[] sent = exchange.sent();
        boolean marked = sent.length > 0 && sent[0] == 0;
        try {
            IkeStream stream = new IkeStream(marked);
            stream.offer(sent, 0, sent.length);
            Optional<byte[]> first = stream.next();
            if (first.isPresent()) {
                SaInit request = SaInit.read(first.get());
                IkeFlight flight = new IkeFlight(request, marked);
                flight.read(exchange.received(), 0, exchange.received().length);
                return new IkeObservation(
                        exchange.probe(), request.proposals(), flight.answer(), exchange.ending(), exchange.detail());
            }
            return nothing(exchange, WireFormatException.malformed("a request that is cut off"));
        } catch (WireFormatException e) {
            return nothing(exchange, e); // only a journal that somebody else wrote
        }
    }

    private static IkeObservation nothing(Exchange exchange, WireFormatException fault) {
        IkeAnswer answer = new IkeAnswer(
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                false,
                false,
                Optional.of(fault));
        return new IkeObservation(exchange.probe(), List.of(), answer, exchange.ending(), exchange.detail());
    }

    /** The key exchange that the responder chose, be it only by asking for its public value. */
    OptionalInt chosenKey() {
        return answer.chosen().isPresent()
                ? OptionalInt.of(answer.chosen().get().ids(Ike.KE).get(0))
                : answer.named();
    }

    /** The additional key exchanges that the responder chose; nothing where it did not get so far as to choose. */
    Optional<List<Integer>> chosenAdditional() {
        Optional<List<Integer>> chosen = answer.chosen().map(Proposal::additional);
        boolean none = offered.stream().allMatch(it -> it.additional().isEmpty());
        return chosen.isEmpty() && none && answer.named().isPresent() ? Optional.of(List.of()) : chosen;
    }

    /** Whether the responder chose at all. */
    boolean chose() {
        return chosenKey().isPresent();
    }

    /** Whether it chose a post-quantum key exchange; nothing where that did not show. */
    Optional<Boolean> chosePqc() {
        if (chosenKey().isPresent() && IkeNames.isPqc(chosenKey().getAsInt())) {
            return Optional.of(true);
        }
        return chosenAdditional().map(it -> it.stream().anyMatch(IkeNames::isPqc));
    }

    /** In a few words of ours, how this probe ended; for reasons of what stays unknown. */
    String outcome() {
        if (answer.fault().isPresent()) {
            return answer.fault().get().getMessage();
        }
        if (answer.error().isPresent()) {
            return answer.refused()
                    ? "refused all that was offered (NO_PROPOSAL_CHOSEN)"
                    : "answered with error " + answer.error().getAsInt();
        }
        if (answer.notices().contains(Ike.REDIRECT)) {
            return "sends elsewhere (REDIRECT), which is not followed";
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
