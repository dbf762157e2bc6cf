package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.planner.check.Violation;
import dev.shirube.shell.cli.Console;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoadmapCommandsTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Session session = new Session(
            new Console(new ByteArrayOutputStream(), err, false, true),
            Language.EN,
            LocalDate.of(2026, 11, 23),
            Settings.none(),
            "test");

    @Test
    void aPlanThatBreaksItsOwnRulesIsAFaultOfOurs() {
        Violation violation = new Violation(Violation.Kind.CAPACITY, "T-1", new Text("能力を超えています", "is over capacity"));
        assertThat(RoadmapCommands.checked(List.of(violation), session)).isEqualTo(Exit.FAULT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Do not use it", "CAPACITY  T-1: is over capacity");
        assertThat(RoadmapCommands.checked(List.of(), session)).isEqualTo(Exit.DONE);
    }
}
