package dev.shirube.engine.zip;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that can be read at any place and by several threads at once. */
public interface ByteSource extends Closeable {

    /** How many bytes there are. */
    long size();

    /**
     * Fills a part of the array with the bytes from that position on.
     *
     * @throws EOFException when there are not so many
     */
    void read(long position, byte[] into, int offset, int length) throws IOException;

    @Override
    default void close() throws IOException {}

    /** So many bytes from that position, in an array of their own. */
    default byte[] bytes(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        read(position, bytes, 0, length);
        return bytes;
    }

    /** A part of this source; reads through it, copies nothing, and closing it closes nothing. */
    default ByteSource slice(long from, long length) {
        ByteSource whole = this;
        return new ByteSource() {
            @Override
            public long size() {
                return length;
            }

            @Override
            public void read(long position, byte[] into, int offset, int count) throws IOException {
                check(length, position, count);
                whole.read(from + position, into, offset, count);
            }
        };
    }

    /** These bytes. */
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long position, byte[] into, int offset, int count) throws IOException {
                check(bytes.length, position, count);
                System.arraycopy(bytes, (int) position, into, offset, count);
            }
        };
    }

    /** That file, open until the source is closed. Never mapped: a file that shrinks meanwhile must not end the process. */
    static ByteSource of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        long size = channel.size();
        return new ByteSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void read(long position, byte[] into, int offset, int count) throws IOException {
                check(size, position, count);
                ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer, position + buffer.position() - offset) < 0) {
                        throw new EOFException("the file became shorter while it was read");
                    }
                }
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    private static void check(long size, long position, int count) throws EOFException {
        if (position < 0 || count < 0 || position > size - count) {
            throw new EOFException(count + " bytes at " + position + " of " + size);
        }
    }
}
