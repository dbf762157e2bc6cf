package dev.shirube.reports.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.format.Csv;
import dev.shirube.reports.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Files for machines in the hands of readers that share nothing with their writers. */
class MachineReadersTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String PROJECT = "http://schemas.microsoft.com/project";
    private static final Roadmap ROADMAP = CityHall.roadmap();

    /** Reads both encodings strictly, and prints their shapes and whether a cell begins as a formula does. */
    private static final String SCRIPT = """
            import csv, io, sys
            for name, encoding in ((sys.argv[1], 'utf-8-sig'), (sys.argv[2], 'cp932')):
                text = open(name, 'rb').read().decode(encoding)
                rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
                formulas = [cell for row in rows for cell in row if len(cell) > 1 and cell[0] in '=+@\\t']
                print(len(rows), sorted({len(row) for row in rows}), formulas)
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(RoadmapTable.class)
    @Tag("slow")
    void pythonReadsEveryTableInBothEncodings(RoadmapTable which) throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "needs the Debian package python3");
        Table<?> table = which.of(ROADMAP, CityHall.inventory());
        Path utf8 = folder.resolve("utf8.csv");
        Path old = folder.resolve("old.csv");
        try (OutputStream one = Files.newOutputStream(utf8);
                OutputStream other = Files.newOutputStream(old)) {
            Csv.write(table, Language.JA, one);
            Csv.writeShiftJis(table, Language.JA, loss -> {}, other);
        }
        int rows = 1;
        for (Record ignored : table.rows()) {
            rows++;
        }
        String shape = rows + " [" + table.columns().size() + "] []";
        assertThat(python(SCRIPT, utf8.toString(), old.toString()).lines()).containsExactly(shape, shape);
    }

    @Test
    void thePlatformsOwnParserReadsTheProjectFile() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProjectFile.write(ROADMAP, Language.EN, out);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element project = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
        assertThat(project.getLocalName()).isEqualTo("Project");
        NodeList tasks = project.getElementsByTagNameNS(PROJECT, "Task");
        Set<String> ids = new HashSet<>();
        List<String> before = new ArrayList<>();
        for (int i = 0; i < tasks.getLength(); i++) {
            Element task = (Element) tasks.item(i);
            assertThat(ids.add(text(task, "UID"))).isTrue();
            assertThat(text(task, "Start")).isLessThanOrEqualTo(text(task, "Finish"));
            NodeList links = task.getElementsByTagNameNS(PROJECT, "PredecessorUID");
            for (int j = 0; j < links.getLength(); j++) {
                before.add(links.item(j).getTextContent());
            }
        }
        assertThat(before)
                .hasSize((int) ROADMAP.tasks().stream()
                        .map(ScheduledTask::task)
                        .mapToLong(it -> it.predecessors().size())
                        .sum())
                .isSubsetOf(ids);
    }

    /** RFC 5545, 3.1 and 3.3.11, read as written there: unfolded by octets, each property once in an event. */
    @Test
    void aCalendarReadByTheLetterOfItsGrammarIsWhole() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MilestoneCalendar.write(ROADMAP, Language.JA, out);
        String unfolded = out.toString(StandardCharsets.UTF_8).replace("\r\n ", "");
        assertThat(unfolded).endsWith("\r\n").doesNotContain("\uFFFD").matches("(?s)(?:[^\r\n]+\r\n)+");
        List<Text> titles =
                Milestones.of(ROADMAP).stream().map(Milestone::title).toList();
        String[] events = unfolded.split("BEGIN:VEVENT\r\n");
        assertThat(events).hasSize(titles.size() + 1);
        for (String event : Arrays.asList(events).subList(1, events.length)) {
            List<String> names = new ArrayList<>();
            event.lines().takeWhile(it -> !it.equals("END:VEVENT")).forEach(line -> {
                assertThat(line).matches("[A-Z-]+(?:;[A-Z-]+=[^;:,]+)*:.*");
                names.add(line.split("[:;]")[0]);
                if (line.startsWith("SUMMARY:") || line.startsWith("DESCRIPTION:")) {
                    assertThat(line.substring(line.indexOf(':') + 1)).matches("(?:[^\\\\;,]|\\\\[\\\\;,nN])*");
                }
            });
            assertThat(names).doesNotHaveDuplicates().contains("UID", "DTSTAMP", "DTSTART", "SUMMARY");
        }
    }

    private static String text(Element task, String name) {
        NodeList found = task.getElementsByTagNameNS(PROJECT, name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private String python(String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-I", "-c", script));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }
}
