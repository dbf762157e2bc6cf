package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A course that asks so many times in the same way, whatever the answers. */
final class Scripted implements Course {
    private final int attempts;
    private final Medium medium;
    private final Supplier<Conversation> conversations;
    private final List<Exchange> seen = new ArrayList<>();

    Scripted(int attempts, Medium medium, Supplier<Conversation> conversations) {
        this.attempts = attempts;
        this.medium = medium;
        this.conversations = conversations;
    }

    /** One connection over which that is said, until so many bytes came back. */
    static Scripted once(byte[] opening, int until) {
        return new Scripted(1, Medium.TCP, () -> new Words(opening, until));
    }

    @Override
    public void add(Exchange exchange) {
        seen.add(exchange);
    }

    @Override
    public Optional<Attempt> next() {
        return seen.size() >= attempts ? Optional.empty() : Optional.of(new Scene(seen.size()));
    }

    private final class Scene implements Attempt {
        private final int number;
        private final Conversation conversation = conversations.get();

        private Scene(int number) {
            this.number = number;
        }

        @Override
        public String probe() {
            return "probe-" + number;
        }

        @Override
        public Medium medium() {
            return medium;
        }

        @Override
        public Conversation conversation() {
            return conversation;
        }

        @Override
        public Exchange exchange(Instant at, Outcome outcome) {
            return new Exchange(
                    probe(),
                    at,
                    outcome.sent(),
                    outcome.received(),
                    outcome.ending(),
                    outcome.detail(),
                    Optional.empty());
        }
    }

    /** Says one thing, and answers each piece that it hears with nothing. */
    static class Words implements Conversation {
        private final byte[] opening;
        private final int until;
        private int heard;

        Words(byte[] opening, int until) {
            this.opening = opening;
            this.until = until;
        }

        @Override
        public byte[] opening() {
            return opening;
        }

        @Override
        public byte[] receive(byte[] bytes, int from, int count) {
            heard += count;
            return NOTHING;
        }

        @Override
        public boolean finished() {
            return heard >= until;
        }
    }
}
