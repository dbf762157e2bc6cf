package dev.shirube.material.document;

import java.util.Iterator;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The events of a YAML text (YAML 1.2, and so of JSON) that may be hostile, under one set of limits for all who read it. Events
 * make no object and follow no alias, so nothing in a text can grow; readers bound the depth to which they follow them.
 */
public final class YamlEvents {

    private static final String FORMAT = "YAML";

    /** More than any caller lets through; the library's own limit is below that of lock files. */
    private static final int MOST_CHARACTERS = 1 << 26;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS)
            .setMaxAliasesForCollections(0)
            .setAllowRecursiveKeys(false)
            .setUseMarks(true)
            .setParseComments(false)
            .build();

    private YamlEvents() {}

    /** Takes one event after the other. */
    @FunctionalInterface
    public interface Reader<E extends Exception> {
        /** Takes an event that begins on that line, from 1; false if no more are wanted. */
        boolean take(Event event, int line) throws E;
    }

    /** Hands over the events of a text until the reader wants no more. */
    public static <E extends Exception> void read(String text, Reader<E> reader) throws MalformedException, E {
        Iterator<Event> events =
                parsing(() -> new Parse(SETTINGS).parseString(text).iterator());
        boolean wanted = true;
        while (wanted && parsing(events::hasNext)) {
            Event event = parsing(events::next);
            wanted = reader.take(event, event.getStartMark().map(Mark::getLine).orElse(0) + 1);
        }
    }

    private static <T> T parsing(Supplier<T> step) throws MalformedException {
        try {
            return step.get();
        } catch (MarkedYamlEngineException e) {
            throw new MalformedException(
                    FORMAT, e.getProblemMark().map(Mark::getLine).orElse(0) + 1);
        } catch (YamlEngineException e) {
            throw new MalformedException(FORMAT, 1);
        }
    }
}
