package dev.shirube.endpoint;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs a whole course against one address on loopback, blocking, so that a course is tested without the transport. */
public final class CourseRunner {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final InetSocketAddress address;
    private final int silenceMillis;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private CourseRunner(InetSocketAddress address, int silenceMillis) {
        this.address = address;
        this.silenceMillis = silenceMillis;
    }

    /** Everything that the course asks of that address. */
    public static Transcript run(String location, Course course, InetSocketAddress address, int silenceMillis) {
        List<Exchange> exchanges = new ArrayList<>();
        Optional<Attempt> attempt = course.next();
        while (attempt.isPresent()) {
            CourseRunner runner = new CourseRunner(address, silenceMillis);
            Outcome outcome = attempt.get().medium() == Medium.UDP
                    ? runner.datagrams(attempt.get().conversation())
                    : runner.stream(attempt.get().conversation());
            Exchange exchange = attempt.get().exchange(NOON, outcome);
            exchanges.add(exchange);
            course.add(exchange);
            attempt = course.next();
        }
        return new Transcript(location, exchanges);
    }

    private Outcome stream(Conversation talk) {
        try (Socket socket = new Socket()) {
            socket.connect(address, silenceMillis);
            socket.setSoTimeout(silenceMillis);
            socket.getOutputStream().write(talk.opening());
            sent.writeBytes(talk.opening());
            InputStream in = socket.getInputStream();
            byte[] chunk = new byte[4096];
            while (!talk.finished()) {
                int count = in.read(chunk);
                if (count < 0) {
                    return outcome(Ending.CLOSED, "");
                }
                received.write(chunk, 0, count);
                byte[] answer = talk.receive(chunk, 0, count);
                sent.writeBytes(answer);
                socket.getOutputStream().write(answer);
            }
            return outcome(Ending.ANSWERED, "");
        } catch (SocketTimeoutException e) {
            return outcome(Ending.TIMED_OUT, Integer.toString(silenceMillis));
        } catch (ConnectException e) {
            return outcome(Ending.UNREACHABLE, "refused");
        } catch (IOException e) {
            return outcome(Ending.RESET, "");
        }
    }

    private Outcome datagrams(Conversation talk) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(address);
            socket.setSoTimeout(silenceMillis);
            byte[] next = talk.opening();
            byte[] buffer = new byte[65_535];
            while (!talk.finished()) {
                if (next.length > 0) {
                    sent.writeBytes(next);
                    socket.send(new DatagramPacket(next, next.length));
                }
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] bytes = Arrays.copyOf(buffer, packet.getLength());
                received.writeBytes(bytes);
                next = talk.receive(bytes, 0, bytes.length);
            }
            return outcome(Ending.ANSWERED, "");
        } catch (SocketTimeoutException e) {
            return outcome(Ending.TIMED_OUT, Integer.toString(silenceMillis));
        } catch (PortUnreachableException e) {
            return outcome(Ending.UNREACHABLE, "refused");
        } catch (IOException e) {
            return outcome(Ending.RESET, "");
        }
    }

    private Outcome outcome(Ending ending, String detail) {
        return new Outcome(sent.toByteArray(), received.toByteArray(), ending, detail);
    }
}
