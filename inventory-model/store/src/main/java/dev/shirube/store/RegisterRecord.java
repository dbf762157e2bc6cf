package dev.shirube.store;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Grade;
import dev.shirube.domain.Hosting;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Placement;
import dev.shirube.domain.Procurement;
import dev.shirube.domain.Protection;
import dev.shirube.domain.Responsibility;
import dev.shirube.domain.Team;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The stored forms of the register: information systems with their declarations, and teams. */
final class RegisterRecord {

    private static final int FORM = 1;

    private RegisterRecord() {}

    /** All systems as one document, by id. */
    static byte[] write(Collection<InformationSystem> systems) {
        return new RecordWriter()
                .number(FORM)
                .list(systems.stream().sorted().toList(), (out, it) -> out.text(write(it)))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<InformationSystem> systems(byte[] bytes) {
        RecordReader in = new RecordReader(new String(bytes, StandardCharsets.UTF_8));
        int form = in.integer();
        if (form != FORM) {
            throw new IllegalStateException(
                    "The register was stored in form " + form + " by a newer version of Shirube: update Shirube");
        }
        return in.list(it -> system(it.text()));
    }

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
        out.text(system.team()).text(system.note());
        Grade grade = system.protection().grade();
        declaration(out, grade.confidentiality(), (to, it) -> to.number(it));
        declaration(out, grade.integrity(), (to, it) -> to.number(it));
        declaration(out, grade.availability(), (to, it) -> to.number(it));
        declaration(out, system.protection().dataKind(), RecordWriter::text);
        declaration(out, system.placement().hosting(), RecordWriter::code);
        declaration(out, system.placement().zone(), RecordWriter::text);
        declaration(out, system.procurement().contractEnd(), (to, day) -> to.number(day.toEpochDay()));
        declaration(out, system.procurement().budgetLine(), RecordWriter::text);
        declaration(out, system.procurement().vendor(), RecordWriter::text);
        declaration(out, system.peers(), RecordWriter::texts);
        return out.list(
                        system.others().entrySet(),
                        (to, it) -> to.text(it.getKey()).text(it.getValue()))
                .toString();
    }

    /** Reads a record; one from before the fields after the note were thought of leaves them unknown. */
    static InformationSystem system(String record) {
        RecordReader in = new RecordReader(record);
        String id = in.text();
        String name = in.text();
        String owner = in.text();
        String contact = in.text();
        String category = in.text();
        Declaration<Integer> impact = declaration(in, RecordReader::integer);
        Declaration<Exposure> exposure = declaration(in, it -> it.code(Exposure.class));
        Declaration<Integer> months = declaration(in, RecordReader::integer);
        Declaration<LocalDate> trustUntil = declaration(in, RegisterRecord::day);
        Declaration<Boolean> updatable = declaration(in, RecordReader::truth);
        Declaration<Integer> renewal = declaration(in, RecordReader::integer);
        Responsibility responsibility = new Responsibility(owner, contact, in.text());
        String note = in.text();
        Grade grade = new Grade(
                declaration(in, RecordReader::integer),
                declaration(in, RecordReader::integer),
                declaration(in, RecordReader::integer));
        Declaration<String> dataKind = declaration(in, RecordReader::text);
        Placement placement = new Placement(
                declaration(in, it -> it.code(Hosting.class)), declaration(in, RecordReader::text), exposure);
        Procurement procurement = new Procurement(
                renewal,
                declaration(in, RegisterRecord::day),
                declaration(in, RecordReader::text),
                declaration(in, RecordReader::text));
        Declaration<List<String>> peers = declaration(in, RecordReader::texts);
        return new InformationSystem(
                id,
                name,
                category,
                responsibility,
                new Protection(impact, grade, dataKind, months, trustUntil, updatable),
                placement,
                procurement,
                peers,
                note,
                others(in));
    }

    private static LocalDate day(RecordReader in) {
        return LocalDate.ofEpochDay(in.number());
    }

    private static Map<String, String> others(RecordReader in) {
        Map<String, String> others = new TreeMap<>();
        if (!in.ended()) {
            in.list(it -> Map.entry(it.text(), it.text())).forEach(it -> others.put(it.getKey(), it.getValue()));
        }
        return others;
    }

    private static <T> void declaration(
            RecordWriter out, Declaration<T> declaration, BiConsumer<RecordWriter, T> value) {
        out.optional(declaration.value(), it -> value.accept(out, it));
        out.text(declaration.origin()).text(declaration.by()).text(declaration.on());
    }

    private static <T> Declaration<T> declaration(RecordReader in, Function<RecordReader, T> value) {
        return in.ended()
                ? Declaration.unknown()
                : new Declaration<>(in.optional(() -> value.apply(in)), in.text(), in.text(), in.text());
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
