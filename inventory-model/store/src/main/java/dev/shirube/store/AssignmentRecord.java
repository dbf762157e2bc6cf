package dev.shirube.store;

import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.PlacePattern;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The stored form of explicit assignments: one document with all of them, of which every version is kept. */
final class AssignmentRecord {

    /** Kind and id of the document. */
    static final String KIND = "assignments";

    static final String ID = "systems";

    private AssignmentRecord() {}

    static byte[] write(List<Assignment> assignments) {
        return new RecordWriter()
                .list(
                        assignments,
                        (out, it) -> out.text(it.system())
                                .code(it.pattern().kind())
                                .text(it.pattern().text())
                                .text(it.by())
                                .number(it.on().toEpochDay()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<Assignment> read(StoredDocument document) {
        return new RecordReader(new String(document.bytes(), StandardCharsets.UTF_8))
                .list(in -> new Assignment(
                        in.text(),
                        PlacePattern.of(in.code(PlacePattern.Kind.class), in.text()),
                        in.text(),
                        LocalDate.ofEpochDay(in.number())));
    }
}
