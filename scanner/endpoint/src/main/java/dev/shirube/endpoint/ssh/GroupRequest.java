package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import dev.shirube.endpoint.wire.WireWriter;

/**
 * SSH_MSG_KEX_DH_GEX_REQUEST (RFC 4419 section 3): sizes in bits of the group that the client would take.
 *
 * @param preferred what it likes best
 */
record GroupRequest(int minimum, int preferred, int maximum) {
    /** What a client asks for that takes every size and prefers a usual one. */
    static final GroupRequest USUAL = new GroupRequest(1024, 2048, 8192);
    /** What shows the smallest group that the server still uses. */
    static final GroupRequest SMALLEST = new GroupRequest(1024, 1024, 8192);

    byte[] write() {
        return new WireWriter()
                .uint8(Ssh.GEX_REQUEST)
                .uint32(minimum)
                .uint32(preferred)
                .uint32(maximum)
                .toByteArray();
    }

    /** The message after its number. */
    static GroupRequest read(WireReader in) throws WireFormatException {
        return new GroupRequest((int) in.uint32(), (int) in.uint32(), (int) in.uint32());
    }

    /** As in {@code 1024-2048-8192}. */
    String text() {
        return minimum + "-" + preferred + "-" + maximum;
    }
}
