package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.codec.FirstImpression;
import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.StartTls;
import java.util.Optional;

/** Understands the recorded dialogue before TLS again, from its bytes alone. */
public final class StartTlsRecord {
    private StartTlsRecord() {}

    /** Why the exchange did not get to TLS; nothing where it did, where no dialogue was held, or no connection stood. */
    public static Optional<StartTlsFailure> failure(Exchange exchange) {
        if (exchange.preface().isEmpty() || exchange.ending() == Ending.UNREACHABLE) {
            return Optional.empty();
        }
        Exchange.Preface preface = exchange.preface().get();
        StartTls protocol = preface.protocol();
        ClearText clear = new ClearText(protocol, Dialogues.of(protocol, ""));
        clear.receive(preface.received(), 0, preface.received().length);
        return clear.agreed() ? Optional.empty() : clear.failure().or(() -> Optional.of(unagreed(protocol, exchange)));
    }

    private static StartTlsFailure unagreed(StartTls protocol, Exchange exchange) {
        byte[] answer = exchange.received();
        if (answer.length == 0) {
            return new StartTlsFailure(protocol, Kind.UNFINISHED, StartTlsFailure.NOT_AGREED);
        }
        return ClearText.isTls(answer, answer.length)
                ? new StartTlsFailure(protocol, Kind.TLS_AT_ONCE, "it speaks TLS at once")
                : new StartTlsFailure(protocol, Kind.OTHER_PROTOCOL, FirstImpression.of(answer, answer.length));
    }
}
