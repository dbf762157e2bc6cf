package dev.shirube.engine.testing;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.MentionCollector;
import dev.shirube.engine.Mentions;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.SearchedBytes;
import dev.shirube.engine.UnitIndex;
import dev.shirube.engine.UnitIndexes;
import dev.shirube.engine.prefilter.WordSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A unit made of inputs in memory; handed over in the order in which they were given. */
public final class InMemoryUnit implements ScanUnit {

    private final String location;
    private final ScanContext context;
    private final List<ScanInput> inputs;
    private final UnitIndexes indexes = new UnitIndexes();

    private InMemoryUnit(String location, ScanContext context, List<ScanInput> inputs) {
        this.location = Objects.requireNonNull(location);
        this.context = Objects.requireNonNull(context);
        this.inputs = List.copyOf(inputs);
    }

    /** The unit {@code .} with these inputs and the ordinary settings, stated for 1970-01-01. */
    public static InMemoryUnit of(ScanInput... inputs) {
        return new InMemoryUnit(".", ScanContext.standard(LocalDate.EPOCH), List.of(inputs));
    }

    /** The same inputs and one more. */
    public InMemoryUnit with(String inputLocation, byte[] bytes) {
        return with(new InMemoryInput(inputLocation, bytes));
    }

    /** The same inputs and one more, that text in UTF-8. */
    public InMemoryUnit with(String inputLocation, String text) {
        return with(InMemoryInput.of(inputLocation, text));
    }

    /** The same inputs and one more. */
    public InMemoryUnit with(ScanInput input) {
        List<ScanInput> more = new ArrayList<>(inputs);
        more.add(input);
        return new InMemoryUnit(location, context, more);
    }

    /** The same inputs in a unit of that location. */
    public InMemoryUnit at(String value) {
        return new InMemoryUnit(value, context, inputs);
    }

    /** The same inputs under those settings. */
    public InMemoryUnit under(ScanContext value) {
        return new InMemoryUnit(location, value, inputs);
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public void forEach(Consumer<ScanInput> consumer, Consumer<Diagnostic> diagnostics) {
        inputs.forEach(consumer);
    }

    @Override
    public Optional<ScanInput> input(String wanted) {
        return inputs.stream().filter(it -> it.location().equals(wanted)).findFirst();
    }

    @Override
    public <T> T index(UnitIndex<T> index) {
        return indexes.get(index, this);
    }

    /** Looks for the word right away, in all inputs. */
    @Override
    public Optional<Mentions> mentions(String word) {
        WordSearch search = new WordSearch(List.of(word));
        MentionCollector collector = new MentionCollector();
        for (ScanInput input : inputs) {
            try {
                byte[] bytes = SearchedBytes.of(input, context.limits());
                if (!search.search(bytes, bytes.length).isEmpty()) {
                    collector.add(input.location());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.of(collector.mentions());
    }

    @Override
    public ScanContext context() {
        return context;
    }
}
