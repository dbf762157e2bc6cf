package dev.shirube.material.document;

import dev.shirube.engine.LimitException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the first document of a YAML text (YAML 1.2) into a tree. An alias stands for nothing: what refers to a value is not
 * followed, so that no text can grow.
 */
public final class YamlDocument {

    private static final String FORMAT = "YAML";

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE) // the caller has bounded the bytes
            .setMaxAliasesForCollections(0)
            .setUseMarks(true)
            .build();

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
        try {
            reader.walk(new Parse(SETTINGS).parseString(text).iterator());
        } catch (MarkedYamlEngineException e) {
            throw new MalformedException(
                    FORMAT, e.getProblemMark().map(it -> it.getLine() + 1).orElse(1));
        } catch (YamlEngineException e) {
            throw new MalformedException(FORMAT, 1);
        }
        return reader.root;
    }

    private void walk(Iterator<Event> events) throws LimitException {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case Scalar -> value(Node.scalar(line(event), ((ScalarEvent) event).getValue()));
                case Alias -> value(Node.NONE);
                case MappingStart -> begin(Node.map(lineOfName(event)));
                case SequenceStart -> begin(Node.list(lineOfName(event)));
                case MappingEnd, SequenceEnd -> value(open.pop().node);
                case DocumentEnd -> {
                    return;
                }
                default -> {
                    // the beginning of the stream or of the document, and comments
                }
            }
        }
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
    private int lineOfName(Event event) {
        return open.isEmpty() || open.peek().name.isEmpty() ? line(event) : open.peek().nameLine;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
