package dev.shirube.material.document;

import dev.shirube.engine.LimitException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Reads the first document of a YAML text (YAML 1.2) into a tree. An alias stands for nothing: what refers to a value is not
 * followed, so that no text can grow.
 */
public final class YamlDocument {

    private final Budget budget = new Budget();
    private final Deque<Open> open = new ArrayDeque<>();
    private Node root = Node.NONE;

    /** A collection that is being filled; of a mapping, the name that waits for its value. */
    private static final class Open {
        private final Node node;
        private Optional<String> name = Optional.empty();
        private int nameLine;

        Open(Node node) {
            this.node = node;
        }
    }

    private YamlDocument() {}

    /** The value of the first document; none where the text has no document. */
    public static Node read(String text) throws MalformedException, LimitException {
        YamlDocument reader = new YamlDocument();
        YamlEvents.<LimitException>read(text, reader::take);
        return reader.root;
    }

    /** False at the end of the first document. */
    private boolean take(Event event, int line) throws LimitException {
        switch (event.getEventId()) {
            case Scalar -> value(Node.scalar(line, ((ScalarEvent) event).getValue()));
            case Alias -> value(Node.NONE);
            case MappingStart -> begin(Node.map(lineOfName(line)));
            case SequenceStart -> begin(Node.list(lineOfName(line)));
            case MappingEnd, SequenceEnd -> value(open.pop().node);
            case DocumentEnd -> {
                return false;
            }
            default -> {
                // the beginning of the stream or of the document
            }
        }
        return true;
    }

    private void begin(Node node) throws LimitException {
        Budget.depth(open.size());
        open.push(new Open(node));
    }

    /** Puts a value that is whole where it belongs. */
    private void value(Node value) throws LimitException {
        budget.spend();
        if (open.isEmpty()) {
            root = value;
        } else if (open.peek().node.isList()) {
            open.peek().node.add(value);
        } else if (open.peek().name.isEmpty()) {
            open.peek().nameLine = value.line();
            open.peek().name = Optional.of(value.text()); // a key that is no scalar is one that nobody asks for
        } else {
            open.peek().node.put(open.peek().name.get(), value);
            open.peek().name = Optional.empty();
        }
    }

    /** A collection begins where its name stands. */
    private int lineOfName(int line) {
        return open.isEmpty() || open.peek().name.isEmpty() ? line : open.peek().nameLine;
    }
}
