package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.Seen;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.wire.WireFormatException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fuzz target: any bytes as what an IKE responder sends on port 4500, behind the marker of that port and the initiator's
 * SPI, which are the request's, through the reader and the detector.
 *
 * <p>Written to the convention of Jazzer and libFuzzer; the tests run it over recorded responders and changes of them.
 */
public final class IkeFuzz {
    private static final int MARKER = 4;
    private static final byte[] REQUEST =
            new IkeAttempt(IkeCourse.SA_INIT, IkeOffers.both(true), true, new SecureRandom()).opening();

    private IkeFuzz() {}

    /** Fails if the bytes throw, or if they mean something else when they come one by one. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        byte[] received = bytes.clone();
        System.arraycopy(REQUEST, 0, received, 0, Math.min(MARKER + Ike.SPI, received.length));
        try {
            SaInit request = SaInit.read(Arrays.copyOfRange(REQUEST, MARKER, REQUEST.length));
            IkeFlight whole = new IkeFlight(request, true);
            whole.read(received, 0, received.length);
            if (received.length < 4096) {
                IkeFlight bytewise = new IkeFlight(request, true);
                for (int i = 0; i < received.length; i++) {
                    bytewise.read(received, i, 1);
                }
                if (!text(whole).equals(text(bytewise))) {
                    throw new AssertionError("the pieces decide the meaning");
                }
            }
        } catch (WireFormatException e) {
            throw new AssertionError("our own request", e);
        }
        Exchange exchange = new Exchange(
                IkeCourse.SA_INIT, Instant.EPOCH, REQUEST, received, Ending.TIMED_OUT, "5000", Optional.empty());
        Seen seen = Seen.of(new IkeTranscriptDetector(), new Transcript("ike://127.0.0.1:4500", List.of(exchange)));
        if (seen.profile().facts().isEmpty()) {
            throw new AssertionError("not accounted for");
        }
    }

    private static String text(IkeFlight flight) {
        IkeAnswer answer = flight.answer();
        return flight.finished() + " " + answer.chosen() + answer.named() + answer.error() + answer.notices()
                + answer.fault().map(Throwable::getMessage);
    }
}
