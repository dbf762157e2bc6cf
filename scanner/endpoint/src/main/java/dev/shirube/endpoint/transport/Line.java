package dev.shirube.endpoint.transport;

import static dev.shirube.endpoint.conversation.Conversation.NOTHING;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Ending;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.Optional;

/**
 * One conversation on its way over the network, until it has an outcome. Nothing here waits: the loop that owns it tells it
 * when its channel is ready and what time it is, in nanoseconds of a monotonic clock.
 */
abstract class Line {
    private final Inquiry inquiry;
    private final Budgets budgets;
    private final HeldBytes held;
    private final LargeLines large;
    private final Conversation conversation;
    private final Instant at;
    private final long begun;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private Optional<Outcome> outcome = Optional.empty();
    private Waiting waiting;
    private long deadline;

    /** What the deadline is for. */
    private enum Waiting {
        CONNECTION,
        FIRST_BYTE,
        END
    }

    /** What every line shares: who pays, how much, and when it began. */
    record Setting(Inquiry inquiry, Budgets budgets, HeldBytes held, LargeLines large, Instant at, long now) {}

    Line(Setting setting) {
        this.inquiry = setting.inquiry();
        this.budgets = setting.budgets();
        this.held = setting.held();
        this.large = setting.large();
        this.conversation = inquiry.attempt().conversation();
        this.at = setting.at();
        this.begun = setting.now();
        await(Waiting.CONNECTION, begun, budgets.connectMillis());
    }

    /** Begins; what goes wrong at once is an outcome, too. */
    final void open(Selector selector, InetSocketAddress address, long now) {
        try {
            open(selector, address);
            if (connected()) {
                established(now);
            }
        } catch (IOException | RuntimeException e) {
            broken(e);
        }
    }

    /** Does what the channel is ready for. */
    final void ready(SelectionKey key, ByteBuffer buffer, long now) {
        try {
            if (key.isConnectable()) {
                finishConnect();
                established(now);
            }
            if (!ended() && key.isReadable()) {
                hear(buffer);
            }
            if (!ended() && key.isWritable()) {
                flush();
            }
        } catch (IOException | RuntimeException e) {
            broken(e);
        }
    }

    private void hear(ByteBuffer buffer) throws IOException {
        if (received.size() >= LargeLines.LITTLE && !large.admit(this)) {
            listen(false);
        } else {
            buffer.clear().limit(Math.min(buffer.capacity(), room()));
            read(buffer);
        }
    }

    /** Ends it if its deadline has passed; bytes that keep coming do not move that. */
    final void expire(long now) {
        if (ended() || deadline - now > 0) {
            return;
        }
        switch (waiting) {
            case CONNECTION -> end(Ending.UNREACHABLE, "no answer within " + budgets.connectMillis() + " ms");
            case FIRST_BYTE -> end(Ending.TIMED_OUT, Integer.toString(budgets.firstByteMillis()));
            case END -> end(Ending.TIMED_OUT, Integer.toString(budgets.connectionMillis()));
        }
    }

    private void established(long now) throws IOException {
        await(Waiting.FIRST_BYTE, now, budgets.firstByteMillis());
        send(conversation.opening());
        if (conversation.finished()) {
            end(Ending.ANSWERED, "");
        }
    }

    /** The nearer of that deadline and the one of the whole connection. */
    private void await(Waiting what, long from, int millis) {
        long whole = begun + budgets.connectionMillis() * 1_000_000L;
        long part = from + millis * 1_000_000L;
        boolean first = what != Waiting.END && part - whole < 0;
        waiting = first || what == Waiting.CONNECTION ? what : Waiting.END;
        deadline = first ? part : whole;
    }

    /** Lets the conversation have what was read into the buffer. */
    final void taken(ByteBuffer buffer) throws IOException {
        int count = buffer.position();
        if (count == 0) {
            return;
        }
        received.write(buffer.array(), 0, count);
        held.add(count);
        await(Waiting.END, begun, budgets.connectionMillis());
        byte[] answer = conversation.receive(buffer.array(), 0, count);
        if (conversation.finished()) {
            end(Ending.ANSWERED, "");
        } else if (room() == 0) {
            end(Ending.LIMIT, Integer.toString(received.size()));
        } else {
            send(answer);
        }
    }

    private int room() {
        return budgets.connectionBytes() - received.size();
    }

    private void send(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            write(bytes);
        }
    }

    /** Notes bytes that left. */
    final void left(byte[] bytes, int from, int count) {
        sent.write(bytes, from, count);
    }

    final void end(Ending ending, String detail) {
        if (outcome.isEmpty()) {
            outcome = Optional.of(new Outcome(sent.toByteArray(), received.toByteArray(), ending, detail));
        }
    }

    private void broken(Exception e) {
        if (e instanceof RuntimeException fault) {
            // Our fault, whatever was received: it is kept, so that a detector meets the same fault and says so.
            inquiry.fail(fault);
            end(Ending.ANSWERED, "");
        } else if (waiting == Waiting.CONNECTION) {
            failedToConnect((IOException) e);
        } else if (e instanceof PortUnreachableException) {
            end(Ending.UNREACHABLE, "refused");
        } else {
            end(Ending.RESET, "");
        }
    }

    private void failedToConnect(IOException e) {
        // A peer that resets at once may do so before the connection is known to stand; the JDK tells it by words
        // alone.
        if (String.valueOf(e.getMessage()).startsWith("Connection reset")) {
            end(Ending.RESET, "");
        } else if (e instanceof NoRouteToHostException) {
            end(Ending.UNREACHABLE, "no route");
        } else if (e instanceof ConnectException) {
            boolean late = String.valueOf(e.getMessage()).contains("timed out");
            end(Ending.UNREACHABLE, late ? "no answer" : "refused");
        } else {
            end(Ending.UNREACHABLE, "network error");
        }
    }

    final boolean ended() {
        return outcome.isPresent();
    }

    final Outcome outcome() {
        return outcome.orElse(new Outcome(NOTHING, NOTHING, Ending.CLOSED, ""));
    }

    final Inquiry inquiry() {
        return inquiry;
    }

    final Instant at() {
        return at;
    }

    final long begun() {
        return begun;
    }

    final long deadline() {
        return deadline;
    }

    /** Opens the channel and registers it with this line attached. */
    abstract void open(Selector selector, InetSocketAddress address) throws IOException;

    /** Whether the channel was connected as soon as it was opened. */
    abstract boolean connected() throws IOException;

    /** Ends the connecting that the channel is ready to end. */
    abstract void finishConnect() throws IOException;

    /** Asks to be told, or not to be told, when there is something to read. */
    abstract void listen(boolean on);

    /** Reads once into the buffer, and hands on what came by {@link #taken}. */
    abstract void read(ByteBuffer buffer) throws IOException;

    /** Sends bytes, now or as soon as the channel takes them. */
    abstract void write(byte[] bytes) throws IOException;

    /** Sends what the channel did not take before. */
    abstract void flush() throws IOException;

    /** Closes the channel at once. */
    abstract void close();

    static void close(Closeable channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is sent any more, and what was received is kept.
        }
    }
}
