package dev.shirube.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.FiscalQuarter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfficeEditsTest {

    private static Declaration<String> cell(String value) {
        return new Declaration<>(Optional.of(value), "工程表.xlsx:12", "市民課", "2026-11-24");
    }

    private static final OfficeEdits EDITS = OfficeEdits.NONE
            .with(
                    OfficeForm.TASKS,
                    "T-1",
                    Map.of(
                            TaskEdit.BEGUN, cell("2026-10-01"),
                            TaskEdit.START, cell("2027Q1"),
                            TaskEdit.PERSON_DAYS, cell("7"),
                            TaskEdit.NOTE, cell("一行目\n\t二行目 \\n")))
            .with(OfficeForm.ISSUES, "late/T-1", Map.of(IssueAnswer.STATUS, cell("△ 確認中")));

    @Test
    void cellsAreValuesOfTheirTask() {
        TaskEdit task = EDITS.task("T-1");
        assertThat(task.begun()).contains(LocalDate.of(2026, 10, 1));
        assertThat(task.start()).contains(new FiscalQuarter(2027, 1));
        assertThat(task.personDays()).contains(7);
        assertThat(task.standing()).isEqualTo(TaskStatus.UNDER_WAY);
        assertThat(EDITS.answer("late/T-1").status()).contains(AnswerStatus.ASKED);
        assertThat(EDITS.task("T-2")).isEqualTo(TaskEdit.NONE);
    }

    @Test
    void bytesAreReadAsTheSameEdits() {
        assertThat(OfficeEdits.read(EDITS.bytes())).contains(EDITS);
        assertThat(OfficeEdits.read(OfficeEdits.NONE.bytes())).contains(OfficeEdits.NONE);
        assertThat(OfficeEdits.read("shirube-office/9\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(OfficeEdits.read("shirube-office/1\ntasks\tT-1\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void whatIsTakenBackIsGone() {
        OfficeEdits less = EDITS.with(OfficeForm.ISSUES, "late/T-1", Map.of(IssueAnswer.STATUS, Declaration.unknown()));
        assertThat(less.rows(OfficeForm.ISSUES)).isEmpty();
        assertThat(less.task("T-1")).isEqualTo(EDITS.task("T-1"));
    }

    @Test
    void anExceptionIsOneOnlyWithItsDates() {
        Map<String, Declaration<String>> cells = Map.of(
                ExceptionCells.SYSTEM, cell("juki"),
                ExceptionCells.RULE, cell("rule"),
                ExceptionCells.GRANTED, cell("2026-11-01"));
        assertThat(EDITS.with(OfficeForm.EXCEPTIONS, "E-001", cells).exceptions())
                .isEmpty();
        assertThat(EDITS.with(OfficeForm.EXCEPTIONS, "E-001", cells)
                        .with(OfficeForm.EXCEPTIONS, "E-001", Map.of(ExceptionCells.EXPIRES, cell("2027-10-31")))
                        .exceptions())
                .singleElement()
                .satisfies(it -> assertThat(it.expires()).isEqualTo("2027-10-31"));
    }
}
