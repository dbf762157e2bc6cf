package dev.shirube.source.flow;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Files of a unit that were read for the values of others, as long as there is room for them. */
public final class UnitPrograms {

    /** UTF-16 units of source whose models are kept, by the heap: a model takes some fifty to a hundred times as much memory. */
    private static final long MOST_CHARACTERS =
            Math.min(16L << 20, Math.max(1L << 20, Runtime.getRuntime().maxMemory() >> 8));

    private final Map<String, Optional<ProgramFile>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** Other files of the unit, in any of those languages. */
    public UnitSources in(ScanUnit unit, List<ProgramLanguage> languages) {
        return new UnitSources() {
            @Override
            public Optional<ProgramFile> file(String location) {
                String lower = location.toLowerCase(Locale.ROOT);
                return languages.stream()
                        .filter(it -> it.fileEndings().stream().anyMatch(lower::endsWith))
                        .findFirst()
                        .flatMap(it -> read(location, unit, it));
            }

            @Override
            public TreeSet<String> endings() {
                TreeSet<String> endings = new TreeSet<>();
                languages.forEach(it -> endings.addAll(it.fileEndings()));
                return endings;
            }

            @Override
            public Optional<String> text(String location) {
                try {
                    Optional<ScanInput> input = unit.input(location);
                    return input.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    SourceText.of(location, input.get().bytes()).text());
                } catch (IOException e) {
                    return Optional.empty(); // whoever looks at that input itself is told why it cannot be read
                }
            }

            @Override
            public Optional<Mentions> mentions(String word) {
                return unit.mentions(word).map(it -> new Mentions(it.locations(), it.more()));
            }
        };
    }

    private Optional<ProgramFile> read(String location, ScanUnit unit, ProgramLanguage language) {
        String key = language.id() + " " + location;
        unit.restsOn(location);
        synchronized (kept) {
            Optional<ProgramFile> known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Optional<ProgramFile> read = parse(location, unit, language);
        synchronized (kept) {
            if (kept.put(key, read) == null) {
                characters += size(read);
            }
            var oldest = kept.entrySet().iterator();
            while (characters > MOST_CHARACTERS && oldest.hasNext()) {
                characters -= size(oldest.next().getValue());
                oldest.remove();
            }
        }
        return read;
    }

    private static int size(Optional<ProgramFile> file) {
        return file.map(it -> it.source().text().length()).orElse(0) + 64;
    }

    private static Optional<ProgramFile> parse(String location, ScanUnit unit, ProgramLanguage language) {
        try {
            Optional<ScanInput> input = unit.input(location);
            return input.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            language.read(SourceText.of(location, input.get().bytes())));
        } catch (IOException e) {
            return Optional.empty(); // whoever looks at that input itself is told why it cannot be read
        }
    }
}
