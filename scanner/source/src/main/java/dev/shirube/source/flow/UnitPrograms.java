package dev.shirube.source.flow;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Files of a unit that were read for the values of others, as long as there is room for them. */
public final class UnitPrograms {

    /** UTF-16 units of source whose models are kept, by the heap: a model takes some ten to twenty bytes for each. */
    private static final long MOST_MODELLED =
            Math.max(1L << 20, Runtime.getRuntime().maxMemory() / 40);

    /** UTF-16 units of source whose mere text is kept, of which most take a byte. */
    private static final long MOST_TEXT =
            Math.max(8L << 20, Runtime.getRuntime().maxMemory() >> 5);

    /** What a file takes besides its text. */
    private static final int ENTRY = 64;

    /** Answers that are kept: each takes some hundred bytes with its key. */
    private static final long MOST_ANSWERS = 100_000;

    private final Kept<FileIndex> models =
            new Kept<>(MOST_MODELLED, it -> it.file().source().text().length() + ENTRY);

    private final Kept<Optional<SourceText>> texts =
            new Kept<>(MOST_TEXT, it -> it.map(text -> text.text().length()).orElse(0) + ENTRY);

    /** Answers to whether a file may declare a word: each file that uses the word asks the same of the same files. */
    private final Kept<Boolean> declaring = new Kept<>(MOST_ANSWERS, it -> 1);

    /** Other files of the unit, in any of those languages. */
    public UnitSources in(ScanUnit unit, List<ProgramLanguage> languages) {
        return new UnitSources() {
            @Override
            public Optional<FileIndex> file(String location) {
                String lower = location.toLowerCase(Locale.ROOT);
                return languages.stream()
                        .filter(it -> it.fileEndings().stream().anyMatch(lower::endsWith))
                        .findFirst()
                        .flatMap(it -> beside(location, unit, it));
            }

            @Override
            public FileIndex own(SourceText source, ProgramLanguage language) {
                return model(language.id() + " " + source.location(), source, language::read);
            }

            @Override
            public TreeSet<String> endings() {
                TreeSet<String> endings = new TreeSet<>();
                languages.forEach(it -> endings.addAll(it.fileEndings()));
                return endings;
            }

            @Override
            public Optional<String> text(String location) {
                return source(location, unit).map(SourceText::text);
            }

            @Override
            public boolean mayDeclare(String location, String word) {
                Optional<SourceText> text = source(location, unit);
                if (text.isEmpty()) {
                    return false;
                }
                String key = word + "\n" + location;
                Optional<Boolean> known = declaring.get(key);
                if (known.isEmpty()) {
                    known = Optional.of(Declaring.mayDeclare(text.get().text(), word));
                    declaring.put(key, known.get());
                }
                return known.get();
            }

            @Override
            public boolean mayAwait() {
                return unit.mayAwait();
            }

            @Override
            public Optional<Mentions> mentions(String word) {
                return unit.mentions(word).map(it -> new Mentions(it.locations(), it.more()));
            }
        };
    }

    private Optional<FileIndex> beside(String location, ScanUnit unit, ProgramLanguage language) {
        String key = language.id() + (language.resolves() ? " beside " : " ") + location;
        return source(location, unit).map(it -> model(key, it, language::readBeside));
    }

    private FileIndex model(String key, SourceText source, Function<SourceText, ProgramFile> read) {
        Optional<FileIndex> known =
                models.get(key).filter(it -> it.file().source().equals(source));
        if (known.isPresent()) {
            return known.get();
        }
        FileIndex made = new FileIndex(read.apply(source));
        models.put(key, made);
        return made;
    }

    private Optional<SourceText> source(String location, ScanUnit unit) {
        Optional<Optional<SourceText>> known = texts.get(location);
        if (known.isPresent()) {
            unit.restsOn(location);
            return known.get();
        }
        Optional<SourceText> read = read(location, unit);
        texts.put(location, read);
        return read;
    }

    private static Optional<SourceText> read(String location, ScanUnit unit) {
        try {
            Optional<ScanInput> input = unit.input(location);
            return input.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SourceText.of(location, input.get().bytes()));
        } catch (IOException e) {
            return Optional.empty(); // whoever looks at that input itself is told why it cannot be read
        }
    }
}
