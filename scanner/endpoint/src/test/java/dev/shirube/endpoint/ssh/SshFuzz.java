package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.Replay;
import dev.shirube.endpoint.Seen;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A fuzz target: any bytes as what an SSH server sends, through the conversation, the course and the detector.
 *
 * <p>Written to the convention of Jazzer and libFuzzer; the tests run it over recorded servers and changes of them.
 */
public final class SshFuzz {
    private SshFuzz() {}

    /** Fails if the bytes throw, or if they mean something else when they are read again or come in other pieces. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String whole = meaning(bytes, Math.max(1, bytes.length));
        if (bytes.length < 4096 && !whole.equals(meaning(bytes, 3))) {
            throw new AssertionError("the pieces decide the meaning");
        }
        try {
            HostKey.read(bytes);
        } catch (WireFormatException e) {
            // the only thing that may leave it
        }
    }

    private static String meaning(byte[] bytes, int pieces) {
        SshCourse course = new SshCourse(ProbePlan.DEEP, new SecureRandom());
        Attempt attempt = course.next().orElseThrow();
        byte[] sent = Replay.hear(attempt.conversation(), bytes, pieces);
        Ending ending = attempt.conversation().finished() ? Ending.ANSWERED : Ending.TIMED_OUT;
        Exchange exchange = attempt.exchange(Instant.EPOCH, new Outcome(sent, bytes, ending, "5000"));
        course.add(exchange);
        Optional<Attempt> next = course.next();
        Seen seen = Seen.of(new SshTranscriptDetector(), new Transcript("ssh://127.0.0.1:22", List.of(exchange)));
        if (seen.profile().facts().isEmpty()) {
            throw new AssertionError("not accounted for");
        }
        return next.map(Attempt::probe).orElse("end")
                + seen.profile()
                + seen.detection().diagnostics();
    }
}
