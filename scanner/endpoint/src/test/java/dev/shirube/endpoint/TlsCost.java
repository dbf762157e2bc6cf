package dev.shirube.endpoint;

import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.keyshare.KeyShareBox;
import dev.shirube.endpoint.probe.TlsCourse;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.examples.LoopbackTlsServer;
import dev.shirube.examples.TlsProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures what one target costs a client in CPU time, the server's threads apart: {@code PLAN PROFILE|PORT TARGETS}. The
 * thread that is measured does all of a client's work, the writing of the transcript and its reading by the detector too.
 */
final class TlsCost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TlsCost() {}

    public static void main(String[] args) throws Exception {
        ProbePlan plan = ProbePlan.valueOf(args[0]);
        int targets = Integer.parseInt(args[2]);
        if (args[1].chars().allMatch(Character::isDigit)) {
            measure(plan, Integer.parseInt(args[1]), targets);
        } else {
            try (LoopbackTlsServer server = LoopbackTlsServer.start(TlsProfile.valueOf(args[1]))) {
                measure(plan, server.port(), targets);
            }
        }
    }

    private static void measure(ProbePlan plan, int port, int targets) throws IOException {
        SecureRandom random = new SecureRandom();
        long asking = 0;
        long understanding = 0;
        int connections = 0;
        for (int i = 0; i < targets; i++) {
            if (i == targets / 4) {
                System.out.printf("warming up: %.2f ms%n", (asking + understanding) / 1e6 / i);
                asking = 0;
                understanding = 0;
            }
            long start = THREADS.getCurrentThreadCpuTime();
            List<Exchange> exchanges = ask(plan, port, random);
            long asked = THREADS.getCurrentThreadCpuTime();
            byte[] transcript = TranscriptFormat.write(new Transcript("tls://a.test:443", exchanges));
            InMemoryInput input = new InMemoryInput("tls://a.test:443", transcript);
            new TlsTranscriptDetector().detect(input, InMemoryUnit.of(input));
            asking += asked - start;
            understanding += THREADS.getCurrentThreadCpuTime() - asked;
            connections = exchanges.size();
        }
        int counted = targets - targets / 4;
        System.out.printf(
                "%s: %d connections, asking %.2f ms, understanding %.2f ms, together %.2f ms CPU for each target%n",
                plan,
                connections,
                asking / 1e6 / counted,
                understanding / 1e6 / counted,
                (asking + understanding) / 1e6 / counted);
    }

    private static List<Exchange> ask(ProbePlan plan, int port, SecureRandom random) throws IOException {
        TlsCourse course = new TlsCourse(Optional.empty(), random, plan, new KeyShareBox());
        List<Exchange> exchanges = new ArrayList<>();
        byte[] chunk = new byte[16_384];
        for (Optional<Attempt> next = course.next(); next.isPresent(); next = course.next()) {
            var conversation = next.get().conversation();
            java.io.ByteArrayOutputStream received = new java.io.ByteArrayOutputStream();
            byte[] sent = conversation.opening();
            Ending ending = Ending.ANSWERED;
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoLinger(true, 0);
                OutputStream out = socket.getOutputStream();
                out.write(sent);
                while (!conversation.finished()) {
                    int count = socket.getInputStream().read(chunk);
                    if (count < 0) {
                        ending = Ending.CLOSED;
                        break;
                    }
                    received.write(chunk, 0, count);
                    conversation.receive(chunk, 0, count);
                }
            }
            Exchange exchange =
                    next.get().exchange(Instant.EPOCH, new Outcome(sent, received.toByteArray(), ending, ""));
            exchanges.add(exchange);
            course.add(exchange);
        }
        return exchanges;
    }
}
