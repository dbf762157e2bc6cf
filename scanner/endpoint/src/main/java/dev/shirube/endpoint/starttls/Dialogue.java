package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;

/**
 * One protocol's talk in clear, up to the server's agreement to go over to TLS: a line, packet or tag of the server's in,
 * what to say to it out. The agreement is the end of a unit, so that what stands behind it is known.
 */
interface Dialogue {
    /** What to say first; {@link Conversation#NOTHING} where the server greets. */
    byte[] opening();

    /**
     * How many bytes the first unit has.
     *
     * @param held what came and was not taken yet; only the first {@code length} bytes count
     * @return 0 while it is not known; may be more than {@code length}
     */
    int unit(byte[] held, int length) throws DialogueException;

    /** Takes one whole unit. */
    Step take(byte[] unit) throws DialogueException;

    /**
     * What a unit of the server's leads to.
     *
     * @param say what to say now, often nothing
     * @param agreed whether TLS begins after it
     */
    record Step(byte[] say, boolean agreed) {
        /** The server has more to say. */
        static final Step LISTEN = new Step(Conversation.NOTHING, false);

        /** TLS begins with our next byte. */
        static final Step AGREED = new Step(Conversation.NOTHING, true);

        static Step say(byte[] bytes) {
            return new Step(bytes, false);
        }
    }
}
