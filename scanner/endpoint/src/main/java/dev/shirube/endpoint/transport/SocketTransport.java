package dev.shirube.endpoint.transport;

import static dev.shirube.endpoint.conversation.Conversation.NOTHING;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Ending;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** Holds one conversation over a new TCP connection. */
public final class SocketTransport {
    private static final int CHUNK = 4096;

    private final InetSocketAddress address;
    private final Budgets budgets;

    /** A transport to that address alone; it follows no proxy setting, so that nobody else is contacted. */
    public SocketTransport(InetSocketAddress address, Budgets budgets) {
        this.address = address;
        this.budgets = budgets;
    }

    /** One connection, closed again when this returns. */
    public Outcome exchange(Conversation conversation) {
        long end = System.nanoTime() + budgets.connectionMillis() * 1_000_000L;
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.setTcpNoDelay(true);
            // A reset at the end frees the server at once; by then everything there was to learn has been read.
            socket.setSoLinger(true, 0);
            socket.connect(address, budgets.connectMillis());
            return converse(socket, conversation, end);
        } catch (SocketTimeoutException e) {
            return unreachable("no answer within " + budgets.connectMillis() + " ms");
        } catch (ConnectException e) {
            return unreachable("refused");
        } catch (NoRouteToHostException e) {
            return unreachable("no route");
        } catch (IOException e) {
            // A peer that resets at once may do so before connect has returned; the JDK tells it by its words alone.
            boolean reset = String.valueOf(e.getMessage()).startsWith("Connection reset");
            return reset ? new Outcome(NOTHING, NOTHING, Ending.RESET, "") : unreachable("network error");
        }
    }

    private static Outcome unreachable(String detail) {
        return new Outcome(NOTHING, NOTHING, Ending.UNREACHABLE, detail);
    }

    private Outcome converse(Socket socket, Conversation conversation, long end) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        long firstByteEnd = Math.min(end, System.nanoTime() + budgets.firstByteMillis() * 1_000_000L);
        try {
            send(socket, conversation.opening(), sent);
            InputStream in = socket.getInputStream();
            byte[] chunk = new byte[CHUNK];
            while (!conversation.finished()) {
                int room = budgets.connectionBytes() - received.size();
                if (room == 0) {
                    return outcome(sent, received, Ending.LIMIT, text(budgets.connectionBytes()));
                }
                socket.setSoTimeout(remainingMillis(received.size() == 0 ? firstByteEnd : end));
                int count = in.read(chunk, 0, Math.min(CHUNK, room));
                if (count < 0) {
                    return outcome(sent, received, Ending.CLOSED, "");
                }
                received.write(chunk, 0, count);
                send(socket, conversation.receive(chunk, 0, count), sent);
            }
            return outcome(sent, received, Ending.ANSWERED, "");
        } catch (SocketTimeoutException e) {
            boolean silent = received.size() == 0 && budgets.firstByteMillis() < budgets.connectionMillis();
            int bound = silent ? budgets.firstByteMillis() : budgets.connectionMillis();
            return outcome(sent, received, Ending.TIMED_OUT, text(bound));
        } catch (SocketException e) {
            return outcome(sent, received, Ending.RESET, "");
        } catch (IOException e) {
            return outcome(sent, received, Ending.CLOSED, "");
        }
    }

    private static void send(Socket socket, byte[] bytes, ByteArrayOutputStream sent) throws IOException {
        if (bytes.length > 0) {
            socket.getOutputStream().write(bytes);
            sent.writeBytes(bytes);
        }
    }

    private static Outcome outcome(
            ByteArrayOutputStream sent, ByteArrayOutputStream received, Ending ending, String detail) {
        return new Outcome(sent.toByteArray(), received.toByteArray(), ending, detail);
    }

    private static String text(int bound) {
        return Integer.toString(bound);
    }

    /** Time left for the next read; a deadline that has passed is no time left, even if bytes keep coming. */
    private static int remainingMillis(long end) throws SocketTimeoutException {
        long millis = (end - System.nanoTime()) / 1_000_000L;
        if (millis <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        return (int) millis;
    }
}
