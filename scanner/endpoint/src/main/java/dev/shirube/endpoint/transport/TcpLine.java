package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.transcript.Ending;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** A conversation over a TCP connection of its own. */
final class TcpLine extends Line {
    private final SocketChannel channel;
    private final Deque<ByteBuffer> outgoing = new ArrayDeque<>();
    private SelectionKey key;
    private boolean deaf;
    private boolean listening = true;

    TcpLine(Setting setting) throws IOException {
        super(setting);
        channel = SocketChannel.open();
    }

    @Override
    void open(Selector selector, InetSocketAddress address) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        // A reset at the end frees the server at once; by then everything there was to learn has been read.
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        boolean stands = channel.connect(address);
        key = channel.register(selector, stands ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    @Override
    boolean connected() {
        return channel.isConnected();
    }

    @Override
    void finishConnect() throws IOException {
        channel.finishConnect();
        interest();
    }

    @Override
    void listen(boolean on) {
        listening = on;
        interest();
    }

    private void interest() {
        int reading = listening ? SelectionKey.OP_READ : 0;
        key.interestOps(outgoing.isEmpty() ? reading : reading | SelectionKey.OP_WRITE);
    }

    @Override
    void read(ByteBuffer buffer) throws IOException {
        buffer.limit(Math.min(buffer.limit(), LargeLines.LITTLE));
        if (channel.read(buffer) < 0) {
            // The error of a reset is told once: if writing met it, reading finds a mere end.
            end(deaf ? Ending.RESET : Ending.CLOSED, "");
        } else {
            taken(buffer);
        }
    }

    @Override
    void write(byte[] bytes) {
        if (!deaf) {
            outgoing.add(ByteBuffer.wrap(bytes));
            flush();
        }
    }

    @Override
    void flush() {
        try {
            while (!outgoing.isEmpty()) {
                ByteBuffer first = outgoing.element();
                int from = first.position();
                int count = channel.write(first);
                left(first.array(), from, count);
                if (first.hasRemaining()) {
                    break;
                }
                outgoing.remove();
            }
        } catch (IOException e) {
            // The peer listens no more, but what it said before is still there to be read.
            deaf = true;
            outgoing.clear();
        }
        interest();
    }

    @Override
    void close() {
        close(channel);
    }
}
