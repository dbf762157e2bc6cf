package dev.shirube.reports.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.format.Csv;
import dev.shirube.reports.format.ShiftJis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.sf.mpxj.Relation;
import net.sf.mpxj.Task;
import net.sf.mpxj.mspdi.MSPDIReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The roadmap of a city hall in every format for machines, read again by a reader that is not ours where there is one. */
class MachineFormatsTest {
    private static final Path SCHEMA = Path.of("..", "docs", "schema", "shirube-plan-1.schema.json");
    private static final Roadmap ROADMAP = CityHall.roadmap();

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** What is written, twice the same. */
    private static byte[] written(Writer writer) throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        writer.write(first);
        writer.write(second);
        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
        return first.toByteArray();
    }

    private static List<String> errors(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
                .toList();
    }

    @Test
    void theJsonFitsItsSchema() throws IOException {
        String json = new String(written(out -> RoadmapJson.write(ROADMAP, out)), StandardCharsets.UTF_8);
        assertThat(errors(json)).isEmpty();
        for (ScheduledTask task : ROADMAP.tasks()) {
            assertThat(json).contains("\"id\":\"" + task.task().id() + "\"");
        }
        assertThat(errors(json.replace("\"late\":", "\"tardy\":"))).isNotEmpty();
        assertThat(errors(json.replace("shirube-plan/1", "shirube-plan/2"))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCalendarHasADayForEachMilestone(Language language) throws Exception {
        byte[] bytes = written(out -> MilestoneCalendar.write(ROADMAP, language, out));
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        calendar.validate();
        List<VEvent> events = calendar.getComponents("VEVENT");
        List<Milestone> milestones = Milestones.of(ROADMAP);
        assertThat(milestones).extracting(Milestone::kind).contains(Milestone.Kind.POLICY, Milestone.Kind.SYSTEM);
        assertThat(events).hasSameSizeAs(milestones);
        assertThat(events.stream().map(it -> it.getRequiredProperty("UID").getValue()))
                .doesNotHaveDuplicates();
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).getRequiredProperty("DTSTART").getValue())
                    .isEqualTo(milestones.get(i).day().toString().replace("-", ""));
            assertThat(events.get(i).getSummary().getValue())
                    .contains(milestones.get(i).title().in(language));
            assertThat(events.get(i).getRequiredProperty("DTSTAMP").getValue()).isEqualTo("20261123T000000Z");
        }
        // RFC 5545, section 3.1: lines of at most 75 octets, ended by CR LF.
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theDiagramHasALineForEachTaskThatItsGrammarCanRead(Language language) throws IOException {
        List<String> lines = new String(
                        written(out -> MermaidGantt.write(ROADMAP, language, out)), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("gantt");
        ROADMAP.tasks().stream()
                .map(it -> it.task().system())
                .distinct()
                .forEach(it -> assertThat(lines)
                        .anyMatch(line -> line.startsWith("    section " + it)
                                && line.length() > ("    section " + it).length()));
        for (ScheduledTask scheduled : ROADMAP.tasks()) {
            String id = scheduled.task().id();
            List<String> own = lines.stream()
                    .filter(it -> it.startsWith("    " + id + " ") || it.startsWith("    %% " + id + " "))
                    .toList();
            assertThat(own).hasSize(1);
            if (scheduled.start().isPresent()) {
                // A name, one colon, then words by comma: a second colon would end the name early.
                assertThat(own.get(0))
                        .matches("[^:;#]+ :(crit, )?" + id + ", \\d{4}-\\d\\d-\\d\\d, \\d{4}-\\d\\d-\\d\\d");
            } else {
                assertThat(own.get(0)).startsWith("    %% ");
            }
        }
    }

    @Test
    void theProjectFileKeepsDatesPredecessorsAndTeams() throws Exception {
        byte[] bytes = written(out -> ProjectFile.write(ROADMAP, Language.JA, out));
        net.sf.mpxj.ProjectFile file = new MSPDIReader().read(new ByteArrayInputStream(bytes));
        Map<String, Task> tasks = new HashMap<>();
        file.getTasks().forEach(it -> tasks.put(it.getText(1), it));
        for (ScheduledTask scheduled : ROADMAP.tasks()) {
            Task task = tasks.get(scheduled.task().id());
            assertThat(task.getName()).isEqualTo(scheduled.task().title().ja());
            scheduled
                    .start()
                    .ifPresent(it -> assertThat(task.getStart().toLocalDate()).isEqualTo(it.firstDay()));
            scheduled
                    .finish()
                    .ifPresent(it -> assertThat(task.getFinish().toLocalDate()).isEqualTo(it.lastDay()));
            List<String> before = new ArrayList<>();
            for (Relation relation : task.getPredecessors()) {
                before.add(relation.getPredecessorTask().getText(1));
            }
            assertThat(before)
                    .containsExactlyInAnyOrderElementsOf(scheduled.task().predecessors());
            assertThat(task.getParentTask().getName())
                    .startsWith(scheduled.task().system());
        }
        assertThat(file.getResources().stream().map(it -> it.getName()))
                .containsAll(ROADMAP.teams().stream()
                        .map(it -> it.name().isEmpty() ? it.id() : it.name())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(RoadmapTable.class)
    void everyTableCanBeHadInTheOldEncodingToo(RoadmapTable table) throws IOException {
        Inventory inventory = CityHall.inventory();
        byte[] utf8 = written(out -> Csv.write(table.of(ROADMAP, inventory), Language.JA, out));
        List<ShiftJis.Loss> losses = new ArrayList<>();
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        Csv.writeShiftJis(table.of(ROADMAP, inventory), Language.JA, losses::add, old);
        String expected = new String(utf8, 3, utf8.length - 3, StandardCharsets.UTF_8);
        for (ShiftJis.Loss loss : losses) {
            expected = expected.replace(loss.character(), loss.replacement());
        }
        assertThat(old.toString(Charset.forName("windows-31j"))).isEqualTo(expected);
        assertThat(Arrays.copyOf(utf8, 3)).containsExactly(0xEF, 0xBB, 0xBF);
    }
}
