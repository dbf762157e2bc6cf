package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;

/** A TLS conversation that must not be given a byte. */
final class Refusing implements Conversation {
    @Override
    public byte[] opening() {
        return Script.HELLO;
    }

    @Override
    public byte[] receive(byte[] bytes, int from, int count) {
        throw new AssertionError("Clear text was given to TLS");
    }

    @Override
    public boolean finished() {
        return false;
    }
}
