package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientHelloReader;
import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.Flight;
import dev.shirube.endpoint.codec.ServerFlight;
import dev.shirube.endpoint.codec.Ssl2Flight;
import dev.shirube.endpoint.codec.Ssl2Hello;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.starttls.StartTlsFailure;
import dev.shirube.endpoint.starttls.StartTlsRecord;
import dev.shirube.endpoint.transcript.Exchange;
import java.util.List;
import java.util.Optional;

/** Understands a recorded exchange again, from its bytes alone. */
public final class Observer {
    private static final ClientOffer NOTHING =
            new ClientOffer(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    private Observer() {}

    /**
     * What the exchange tells.
     *
     * @throws TlsFormatException when the bytes we are said to have sent are no ClientHello
     */
    public static Observation observe(Exchange exchange) throws TlsFormatException {
        boolean ssl2 = Ssl2Hello.recognizes(exchange.sent());
        ClientOffer offer = ssl2
                ? Ssl2Hello.read(exchange.sent())
                : exchange.sent().length == 0 ? NOTHING : ClientHelloReader.read(exchange.sent());
        Flight flight = ssl2
                ? new Ssl2Flight(offer)
                : new ServerFlight(
                        offer, exchange.sent(), (hello, messages) -> exchange.secret(), CodePoints.SUITE_CLASSES);
        Optional<StartTlsFailure> startTls = StartTlsRecord.failure(exchange);
        if (startTls.isEmpty()) {
            flight.read(exchange.received(), 0, exchange.received().length);
        }
        return new Observation(
                exchange.probe(), offer, flight.answer(), exchange.ending(), exchange.detail(), startTls);
    }
}
