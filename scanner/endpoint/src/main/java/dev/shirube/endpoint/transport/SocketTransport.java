package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.codec.ServerFlight;
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

/** Sends one hello over a new TCP connection and hands what comes back to a {@link ServerFlight}. */
public final class SocketTransport {
    private static final int CHUNK = 4096;

    private final InetSocketAddress address;
    private final Budgets budgets;

    /** A transport to that address alone; it follows no proxy setting, so that nobody else is contacted. */
    public SocketTransport(InetSocketAddress address, Budgets budgets) {
        this.address = address;
        this.budgets = budgets;
    }

    /**
     * What came back.
     *
     * @param detail of the ending, in a few words of ours; or empty
     */
    public record Reply(byte[] received, Ending ending, String detail) {}

    /** One connection, closed again when this returns. */
    public Reply exchange(byte[] hello, ServerFlight flight) {
        long end = System.nanoTime() + budgets.connectionMillis() * 1_000_000L;
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.setTcpNoDelay(true);
            // A reset at the end frees the server at once; by then everything there was to learn has been read.
            socket.setSoLinger(true, 0);
            socket.connect(address, budgets.connectMillis());
            return converse(socket, hello, flight, end);
        } catch (SocketTimeoutException e) {
            return unreachable("no answer within " + budgets.connectMillis() + " ms");
        } catch (ConnectException e) {
            return unreachable("refused");
        } catch (NoRouteToHostException e) {
            return unreachable("no route");
        } catch (IOException e) {
            // A peer that resets at once may do so before connect has returned; the JDK tells it by its words alone.
            boolean reset = String.valueOf(e.getMessage()).startsWith("Connection reset");
            return reset ? new Reply(new byte[0], Ending.RESET, "") : unreachable("network error");
        }
    }

    private static Reply unreachable(String detail) {
        return new Reply(new byte[0], Ending.UNREACHABLE, detail);
    }

    private Reply converse(Socket socket, byte[] hello, ServerFlight flight, long end) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        long firstByteEnd = Math.min(end, System.nanoTime() + budgets.firstByteMillis() * 1_000_000L);
        try {
            socket.getOutputStream().write(hello);
            InputStream in = socket.getInputStream();
            byte[] chunk = new byte[CHUNK];
            while (!flight.finished()) {
                int room = budgets.connectionBytes() - received.size();
                if (room == 0) {
                    return reply(received, Ending.LIMIT, budgets.connectionBytes());
                }
                socket.setSoTimeout(remainingMillis(received.size() == 0 ? firstByteEnd : end));
                int count = in.read(chunk, 0, Math.min(CHUNK, room));
                if (count < 0) {
                    return new Reply(received.toByteArray(), Ending.CLOSED, "");
                }
                received.write(chunk, 0, count);
                flight.read(chunk, 0, count);
            }
            return new Reply(received.toByteArray(), Ending.ANSWERED, "");
        } catch (SocketTimeoutException e) {
            boolean silent = received.size() == 0 && budgets.firstByteMillis() < budgets.connectionMillis();
            return reply(received, Ending.TIMED_OUT, silent ? budgets.firstByteMillis() : budgets.connectionMillis());
        } catch (SocketException e) {
            return new Reply(received.toByteArray(), Ending.RESET, "");
        } catch (IOException e) {
            return new Reply(received.toByteArray(), Ending.CLOSED, "");
        }
    }

    private static Reply reply(ByteArrayOutputStream received, Ending ending, int bound) {
        return new Reply(received.toByteArray(), ending, Integer.toString(bound));
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
