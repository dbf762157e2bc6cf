package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import java.util.Optional;

/**
 * One recorded connection with what was understood of it, from its bytes alone.
 *
 * @param group the sizes that were asked for, where a group exchange was agreed on
 * @param detail of the ending
 */
record SshObservation(
        String probe,
        Optional<SshFlight.Agreed> agreed,
        Optional<GroupRequest> group,
        SshAnswer answer,
        Ending ending,
        String detail) {

    static SshObservation of(Exchange exchange) {
        Sent sent = Sent.read(exchange.sent());
        SshFlight flight = new SshFlight(offered -> sent.agreed);
        flight.read(exchange.received(), 0, exchange.received().length);
        return new SshObservation(
                exchange.probe(),
                flight.agreed(),
                flight.agreed().filter(it -> it.method().groupExchange()).flatMap(it -> sent.group),
                flight.answer(),
                exchange.ending(),
                exchange.detail());
    }

    /** What we said ourselves; nothing where it is not what this program says. */
    private record Sent(Optional<SshFlight.Agreed> agreed, Optional<GroupRequest> group) {
        static Sent read(byte[] bytes) {
            Optional<SshFlight.Agreed> agreed = Optional.empty();
            Optional<GroupRequest> group = Optional.empty();
            try {
                SshStream stream = new SshStream();
                stream.offer(bytes, 0, bytes.length);
                Optional<byte[]> packet = stream.identification().isPresent() ? stream.next() : Optional.empty();
                while (packet.isPresent()) {
                    WireReader in = new WireReader(packet.get());
                    int number = in.uint8();
                    if (number == Ssh.KEXINIT) {
                        agreed = agreed(KexInit.read(in));
                    } else if (number == Ssh.GEX_REQUEST) {
                        group = Optional.of(GroupRequest.read(in));
                    }
                    packet = stream.next();
                }
            } catch (WireFormatException e) {
                // Only a journal that somebody else wrote: what was understood before stands.
            }
            return new Sent(agreed, group);
        }

        private static Optional<SshFlight.Agreed> agreed(KexInit ours) {
            Optional<String> hostKey = ours.hostKeys().stream().findFirst();
            return ours.keyExchanges().stream()
                    .findFirst()
                    .flatMap(KexMethod::of)
                    .flatMap(method -> hostKey.map(it -> new SshFlight.Agreed(method, it)));
        }
    }

    /** Whether the server was heard far enough to say what it offers. */
    boolean hasKexInit() {
        return answer.kexInit().isPresent();
    }

    /** In a few words of ours, how this connection ended; for reasons of what stays unknown. */
    String outcome() {
        if (answer.fault().isPresent()) {
            return answer.fault().get().getMessage();
        }
        if (answer.identification().isPresent() && !answer.speaks2()) {
            return answer.speaks1() ? "the server announces SSH 1 alone" : "an identification without a known version";
        }
        if (answer.disconnect().isPresent()) {
            return "the server disconnected with reason " + answer.disconnect().getAsInt();
        }
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (ending) {
            case ANSWERED -> "no key exchange method in common with this program";
            case CLOSED -> "the connection was closed";
            case RESET -> "the connection was reset";
            case TIMED_OUT -> "no answer within " + detail + " ms";
            case LIMIT -> "more than " + detail + " bytes";
            case UNREACHABLE -> "no connection: " + detail;
        };
    }

    /** What OpenSSH says before the identification when it will not talk to anybody, or to us, just now. */
    Optional<String> refusal() {
        if (answer.identification().isPresent()) {
            return Optional.empty();
        }
        return answer.firstLine().flatMap(line -> {
            if (line.startsWith("Exceeded MaxStartups")) {
                return Optional.of("the server has too many connections just now (MaxStartups)");
            }
            if (line.startsWith("Not allowed at this time")) {
                return Optional.of("the server does not take connections from here for a while (PerSourcePenalties)");
            }
            return Optional.empty();
        });
    }
}
