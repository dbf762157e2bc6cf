package dev.shirube.endpoint.conversation;

/**
 * One connection as a state machine: bytes in, bytes out, until nothing more is to be learnt. It does no input or output,
 * knows no time, and no exception leaves it: what it cannot read is a fault in what it has learnt.
 */
public interface Conversation {
    /** Nothing to send. */
    byte[] NOTHING = {};

    /** What to send as soon as the connection stands; {@link #NOTHING} where the server speaks first. */
    byte[] opening();

    /**
     * Takes the server's next bytes, in pieces of any size.
     *
     * @return what to send now, often {@link #NOTHING}
     */
    byte[] receive(byte[] bytes, int from, int count);

    /** Whether nothing more is to be learnt, so that the connection may be closed. */
    boolean finished();
}
