package dev.shirube.endpoint.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A conversation in datagrams, each opening and answer one of them; only those of the peer are received. */
final class UdpLine extends Line {
    private final DatagramChannel channel;
    private SelectionKey key;

    UdpLine(Setting setting) throws IOException {
        super(setting);
        channel = DatagramChannel.open();
    }

    @Override
    void open(Selector selector, InetSocketAddress address) throws IOException {
        channel.configureBlocking(false);
        // Connected, so that the system drops what comes from anywhere else, and tells of a closed port.
        channel.connect(address);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    @Override
    boolean connected() {
        return true;
    }

    @Override
    void finishConnect() {
        // There is nothing to wait for.
    }

    @Override
    void listen(boolean on) {
        key.interestOps(on ? SelectionKey.OP_READ : 0);
    }

    @Override
    void read(ByteBuffer buffer) throws IOException {
        channel.read(buffer);
        taken(buffer);
    }

    @Override
    void write(byte[] bytes) throws IOException {
        // A datagram goes as a whole or not at all; one that does not is lost like any other on the way.
        left(bytes, 0, channel.write(ByteBuffer.wrap(bytes)));
    }

    @Override
    void flush() {
        // Nothing is ever kept back.
    }

    @Override
    void close() {
        close(channel);
    }
}
