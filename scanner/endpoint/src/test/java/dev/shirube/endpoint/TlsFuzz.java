package dev.shirube.endpoint;

import dev.shirube.endpoint.codec.ClientHelloReader;
import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.Flight;
import dev.shirube.endpoint.codec.ServerAnswer;
import dev.shirube.endpoint.codec.ServerFlight;
import dev.shirube.endpoint.codec.Ssl2Flight;
import dev.shirube.endpoint.codec.Ssl2Hello;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.keyshare.KeyShareBox;
import dev.shirube.endpoint.probe.CodePoints;
import dev.shirube.endpoint.probe.TlsCourse;
import dev.shirube.endpoint.probe.TlsPlan;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transcript.TranscriptFormatException;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A fuzz target: any bytes as what a TLS server answers, as a hello, as a transcript, or as all answers to a whole course.
 * The first byte chooses which, the second one the hello that is answered or the plan, the third one the size of pieces.
 *
 * <p>Written to the convention of Jazzer and libFuzzer; the tests run it over recorded answers and changes of them.
 */
public final class TlsFuzz {
    /** How many bytes stand before those that are read. */
    static final int HEADER = 3;

    /** What the first byte chooses. */
    enum Reader {
        FLIGHT,
        CLIENT_HELLO,
        TRANSCRIPT,
        SSL2,
        COURSE
    }

    private static final List<Exchange> EXCHANGES = Stream.of("full-nginx-hybrid", "pqc-only", "full-openssl-legacy")
            .flatMap(it -> Recorded.transcript(it).exchanges().stream())
            .toList();

    private static final String HERE = "tls://a.test:443";

    private TlsFuzz() {}

    /** Fails if an exception leaves a reader, or something is said that was not offered. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length < HEADER) {
            return;
        }
        int choice = bytes[1] & 0xFF;
        int piece = 1 + (bytes[2] & 0xFF);
        byte[] rest = Arrays.copyOfRange(bytes, HEADER, bytes.length);
        switch (Reader.values()[(bytes[0] & 0xFF) % Reader.values().length]) {
            case FLIGHT -> flight(EXCHANGES.get(choice % EXCHANGES.size()), rest, piece);
            case CLIENT_HELLO -> hello(rest);
            case TRANSCRIPT -> transcript(rest);
            case SSL2 -> ssl2(rest, piece);
            case COURSE -> course(ProbePlan.values()[choice % ProbePlan.values().length], rest);
        }
    }

    /** An input that this target reads so. */
    static byte[] input(Reader reader, int choice, int piece, byte[] rest) {
        return TlsBytes.join(new byte[] {(byte) reader.ordinal(), (byte) choice, (byte) piece}, rest);
    }

    /** The exchanges whose hellos the second byte chooses from. */
    static List<Exchange> exchanges() {
        return EXCHANGES;
    }

    private static void flight(Exchange exchange, byte[] answer, int piece) {
        ClientOffer offer;
        try {
            offer = ClientHelloReader.read(exchange.sent());
        } catch (TlsFormatException e) {
            throw new AssertionError(e);
        }
        read(
                offer,
                () -> new ServerFlight(
                        offer, exchange.sent(), (hello, messages) -> exchange.secret(), CodePoints.SUITE_CLASSES),
                answer,
                piece);
    }

    private static void ssl2(byte[] answer, int piece) {
        try {
            ClientOffer offer = Ssl2Hello.read(Ssl2Hello.write(new byte[Ssl2Hello.ENTROPY]));
            read(offer, () -> new Ssl2Flight(offer), answer, piece);
        } catch (TlsFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static void read(ClientOffer offer, Supplier<Flight> flights, byte[] answer, int piece) {
        Flight pieces = flights.get();
        for (int at = 0; at < answer.length && !pieces.finished(); at += piece) {
            pieces.read(answer, at, Math.min(piece, answer.length - at));
        }
        Flight whole = flights.get();
        whole.read(answer, 0, answer.length);
        require(describe(pieces.answer()).equals(describe(whole.answer())), "the pieces make a difference");
        ServerAnswer told = whole.answer();
        require(told.chain().size() <= 20, "too many certificates are kept");
        require(
                told.hello()
                        .filter(it -> !offer.versions().contains(it.version()))
                        .isEmpty(),
                "a version");
        require(told.hello().filter(it -> !offer.suites().contains(it.suite())).isEmpty(), "a suite");
        require(told.alpn().filter(it -> !offer.alpn().contains(it)).isEmpty(), "an application protocol");
        require(
                told.scheme().isEmpty()
                        || offer.schemes().contains(told.scheme().getAsInt()),
                "a scheme that was not offered");
    }

    private static String describe(ServerAnswer answer) {
        return answer.hello().map(it -> it.version() + " " + it.suite() + " " + it.group())
                + " " + answer.chain().stream().map(Arrays::hashCode).toList()
                + answer.chainCut() + answer.groups() + answer.alpn() + answer.keyExchange() + answer.scheme()
                + answer.certificateRequested() + answer.alert()
                + answer.fault().map(TlsFormatException::kind)
                + answer.complete();
    }

    private static void hello(byte[] bytes) {
        try {
            ClientHelloReader.read(bytes);
        } catch (TlsFormatException e) {
            require(e.getMessage() != null, "a fault without words");
        }
        try {
            Ssl2Hello.read(bytes);
        } catch (TlsFormatException e) {
            require(e.getMessage() != null, "a fault without words");
        }
    }

    private static void transcript(byte[] bytes) {
        try {
            TranscriptFormat.read(bytes);
        } catch (TranscriptFormatException e) {
            require(e.getMessage() != null, "a fault without words");
        }
        InMemoryInput input = new InMemoryInput(HERE, bytes);
        Detection detection = new TlsTranscriptDetector().detect(input, InMemoryUnit.of(input));
        require(detection.endpoints().size() + detection.diagnostics().size() > 0, "not accounted for");
    }

    /** Every answer takes its length from two bytes, one of which also says how the connection ended. */
    private static void course(ProbePlan plan, byte[] answers) {
        TlsCourse course = new TlsCourse(Optional.empty(), new SecureRandom(), plan, new KeyShareBox());
        int connections = 0;
        int at = 0;
        for (Optional<Attempt> next = course.next(); next.isPresent(); next = course.next()) {
            int how = at < answers.length ? answers[at] & 0xFF : 0;
            int length = at + 1 < answers.length ? (how & 7) << 8 | answers[at + 1] & 0xFF : 0;
            byte[] received = Arrays.copyOfRange(
                    answers, Math.min(answers.length, at + 2), Math.min(answers.length, at + 2 + length));
            at += 2 + length;
            next.get().conversation().receive(received, 0, received.length);
            Ending ending = Ending.values()[(how >> 3) % Ending.values().length];
            Outcome outcome = new Outcome(next.get().conversation().opening(), received, ending, "1");
            course.add(next.get().exchange(Instant.EPOCH, outcome));
            connections++;
        }
        require(connections <= TlsPlan.mostConnections(plan), "more connections than were promised");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
