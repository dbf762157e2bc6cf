package dev.shirube.shell.cache;

import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.engine.InputRecord;
import dev.shirube.engine.InputRecord.Counted;
import dev.shirube.engine.InputRecord.Said;
import dev.shirube.engine.InputRecord.Trait;
import dev.shirube.engine.UnitRecord;
import dev.shirube.engine.UnitRecord.WordRecord;
import dev.shirube.store.StoredText;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was seen of a unit of loose files, in the form of a file. */
final class UnitForm {
    private UnitForm() {}

    static void write(UnitRecord unit, CacheOutput out) throws IOException {
        out.number(unit.moment());
        out.all(unit.inputs(), it -> write(it, out));
        out.all(unit.words(), it -> {
            out.word(it.detector());
            out.text(it.word());
            out.all(it.locations(), out::word);
            out.number(it.total());
        });
    }

    private static void write(InputRecord input, CacheOutput out) throws IOException {
        out.text(input.location());
        out.text(input.version());
        out.text(input.digest());
        int traits = 0;
        for (Trait trait : input.traits()) {
            traits |= 1 << trait.ordinal();
        }
        out.number(traits);
        out.all(input.counted(), it -> {
            out.word(it.detector());
            out.word(it.outcome().name());
            out.number(it.bytes());
        });
        out.all(input.unread(), out::word);
        out.all(input.diagnostics(), it -> out.text(StoredText.of(it)));
        out.all(input.said(), it -> {
            out.word(it.detector());
            out.word(it.location());
            out.all(it.findings(), finding -> out.text(StoredText.of(finding)));
            out.all(it.diagnostics(), told -> out.text(StoredText.of(told)));
        });
        out.all(input.touched(), out::word);
        out.all(input.words().entrySet(), it -> {
            out.word(it.getKey());
            out.all(it.getValue(), out::word);
        });
    }

    static UnitRecord read(CacheInput in) throws IOException {
        return new UnitRecord(
                in.number(),
                in.all(() -> input(in)),
                in.all(() -> new WordRecord(in.word(), in.text(), in.all(in::word), in.integer())));
    }

    private static InputRecord input(CacheInput in) throws IOException {
        return new InputRecord(
                in.text(),
                in.text(),
                in.text(),
                traits(in.integer()),
                in.all(() -> new Counted(in.word(), Outcome.valueOf(in.word()), in.number())),
                in.all(in::word),
                in.all(() -> StoredText.diagnostic(in.text())),
                in.all(() -> new Said(
                        in.word(),
                        in.word(),
                        in.all(() -> StoredText.finding(in.text())),
                        in.all(() -> StoredText.diagnostic(in.text())))),
                in.all(in::word),
                words(in));
    }

    private static Set<Trait> traits(int bits) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (Trait trait : Trait.values()) {
            if ((bits >> trait.ordinal() & 1) != 0) {
                traits.add(trait);
            }
        }
        return traits;
    }

    private static Map<String, List<String>> words(CacheInput in) throws IOException {
        Map<String, List<String>> words = new TreeMap<>();
        int count = in.integer();
        for (int i = 0; i < count; i++) {
            words.put(in.word(), in.all(in::word));
        }
        return words;
    }
}
