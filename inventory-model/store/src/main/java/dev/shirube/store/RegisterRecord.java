package dev.shirube.store;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Team;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The stored forms of the register: information systems with their declarations, and teams. */
final class RegisterRecord {

    private RegisterRecord() {}

    static String write(InformationSystem system) {
        RecordWriter out = new RecordWriter();
        out.text(system.id()).text(system.name()).text(system.owner());
        out.text(system.contact()).text(system.category());
        declaration(out, system.impact(), (to, it) -> to.number(it));
        declaration(out, system.exposure(), RecordWriter::code);
        declaration(out, system.protectionMonths(), (to, it) -> to.number(it));
        declaration(out, system.trustUntil(), (to, day) -> to.number(day.toEpochDay()));
        declaration(out, system.verifierUpdatable(), RecordWriter::truth);
        declaration(out, system.renewalFiscalYear(), (to, it) -> to.number(it));
        return out.text(system.team()).text(system.note()).toString();
    }

    static InformationSystem system(String record) {
        RecordReader in = new RecordReader(record);
        return new InformationSystem(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                declaration(in, RecordReader::integer),
                declaration(in, it -> it.code(Exposure.class)),
                declaration(in, RecordReader::integer),
                declaration(in, it -> LocalDate.ofEpochDay(it.number())),
                declaration(in, RecordReader::truth),
                declaration(in, RecordReader::integer),
                in.text(),
                in.text());
    }

    private static <T> void declaration(
            RecordWriter out, Declaration<T> declaration, BiConsumer<RecordWriter, T> value) {
        out.optional(declaration.value(), it -> value.accept(out, it));
        out.text(declaration.origin()).text(declaration.by()).text(declaration.on());
    }

    private static <T> Declaration<T> declaration(RecordReader in, Function<RecordReader, T> value) {
        return new Declaration<>(in.optional(() -> value.apply(in)), in.text(), in.text(), in.text());
    }

    static String write(Team team) {
        return new RecordWriter()
                .text(team.id())
                .text(team.name())
                .list(
                        new TreeMap<>(team.personDays()).entrySet(),
                        (out, it) -> out.number(it.getKey().year())
                                .number(it.getKey().quarter())
                                .number(it.getValue()))
                .toString();
    }

    static Team team(String record) {
        RecordReader in = new RecordReader(record);
        String id = in.text();
        String name = in.text();
        List<Map.Entry<FiscalQuarter, Integer>> capacities =
                in.list(it -> Map.entry(new FiscalQuarter(it.integer(), it.integer()), it.integer()));
        Map<FiscalQuarter, Integer> personDays = new TreeMap<>();
        capacities.forEach(it -> personDays.put(it.getKey(), it.getValue()));
        return new Team(id, name, personDays);
    }
}
