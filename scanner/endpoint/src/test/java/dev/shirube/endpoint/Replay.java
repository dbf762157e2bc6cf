package dev.shirube.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transcript.TranscriptFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Transcripts of real servers, recorded once on loopback, and what must hold of every one of them. */
public final class Replay {
    private Replay() {}

    /** The transcript of that name beside that class. */
    public static Transcript recorded(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name + ".transcript")) {
            return TranscriptFormat.read(in.readAllBytes());
        } catch (IOException | TranscriptFormatException e) {
            throw new AssertionError(name, e);
        }
    }

    /** A course asks again what it asked then, and nothing more. */
    public static void assertAsksTheSame(Transcript transcript, Course course) {
        for (Exchange exchange : transcript.exchanges()) {
            Attempt attempt = course.next().orElseThrow();
            assertThat(attempt.probe()).isEqualTo(exchange.probe());
            course.add(exchange);
        }
        assertThat(course.next()).isEmpty();
    }

    /** A conversation that hears those bytes, and all that it said. */
    public static byte[] hear(Conversation talk, byte[] received, int pieces) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        said.writeBytes(talk.opening());
        for (int at = 0; at < received.length; at += pieces) {
            said.writeBytes(talk.receive(received, at, Math.min(pieces, received.length - at)));
        }
        return said.toByteArray();
    }
}
