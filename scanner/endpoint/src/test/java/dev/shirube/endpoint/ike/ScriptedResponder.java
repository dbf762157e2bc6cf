package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.Seen;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import dev.shirube.endpoint.wire.WireWriter;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A responder without a socket that says to each datagram what a test tells it to, and what comes of it. */
final class ScriptedResponder {
    static final byte[] SILENCE = {};

    private ScriptedResponder() {}

    /** A request as a responder sees it. */
    record Request(IkeMessage message, List<Proposal> proposals, int keyGroup, byte[] keyValue) {
        static Request read(byte[] datagram) {
            try {
                IkeMessage message = IkeMessage.read(datagram);
                WireReader key = new WireReader(message.first(Ike.PAYLOAD_KE).orElseThrow());
                int group = key.uint16();
                key.uint16();
                return new Request(
                        message, Proposal.read(message.first(Ike.PAYLOAD_SA).orElseThrow()), group, key.rest());
            } catch (WireFormatException e) {
                throw new AssertionError("The request is malformed", e);
            }
        }

        boolean hasCookie(byte[] cookie) {
            try {
                return message.notifications().stream()
                        .anyMatch(it -> it.type() == Ike.COOKIE && Arrays.equals(it.data(), cookie));
            } catch (WireFormatException e) {
                throw new AssertionError(e);
            }
        }

        /** An answer that chooses. */
        byte[] choosing(int number, Transform... transforms) {
            return answer(Ike.PAYLOAD_SA, Proposal.write(List.of(new Proposal(number, List.of(transforms)))));
        }

        byte[] notifying(int type, byte[] data) {
            return answer(
                    Ike.PAYLOAD_NOTIFY,
                    new WireWriter().uint8(0).uint8(0).uint16(type).bytes(data).toByteArray());
        }

        byte[] answer(int payload, byte[] body) {
            return new WireWriter()
                    .bytes(message.initiatorSpi())
                    .bytes(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                    .uint8(payload)
                    .uint8(Ike.VERSION_2)
                    .uint8(Ike.IKE_SA_INIT)
                    .uint8(Ike.FLAG_RESPONSE)
                    .uint32(0)
                    .uint32(Ike.HEADER + 4 + body.length)
                    .uint8(0)
                    .uint8(0)
                    .uint16(4 + body.length)
                    .bytes(body)
                    .toByteArray();
        }
    }

    /** A whole course against such a responder, with the number of datagrams that were sent. */
    static Seen look(ProbePlan plan, Function<Request, byte[]> responder) {
        return lookRaw(plan, datagram -> responder.apply(Request.read(datagram)));
    }

    static Seen lookRaw(ProbePlan plan, Function<byte[], byte[]> responder) {
        IkeCourse course = new IkeCourse(plan, 500, new SecureRandom());
        List<Exchange> exchanges = new ArrayList<>();
        Optional<Attempt> attempt = course.next();
        while (attempt.isPresent()) {
            if (exchanges.size() > 50) {
                throw new AssertionError("The course does not end");
            }
            Exchange exchange = talk(attempt.get(), responder);
            exchanges.add(exchange);
            course.add(exchange);
            attempt = course.next();
        }
        return Seen.of(new IkeTranscriptDetector(), new Transcript("ike://127.0.0.1:500", exchanges));
    }

    private static Exchange talk(Attempt attempt, Function<byte[], byte[]> responder) {
        WireWriter sent = new WireWriter();
        WireWriter received = new WireWriter();
        byte[] next = attempt.conversation().opening();
        while (next.length > 0 && sent.size() < 100_000) {
            sent.bytes(next);
            byte[] answer = responder.apply(next);
            received.bytes(answer);
            next = answer.length == 0 ? SILENCE : attempt.conversation().receive(answer, 0, answer.length);
        }
        Ending ending = attempt.conversation().finished() ? Ending.ANSWERED : Ending.TIMED_OUT;
        return attempt.exchange(Instant.EPOCH, new Outcome(sent.toByteArray(), received.toByteArray(), ending, "5000"));
    }
}
