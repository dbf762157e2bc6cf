package dev.shirube.reports.machine;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The roadmap as a Gantt diagram of Mermaid, which wikis and code hosts draw: a section of milestones, then one for each
 * system in order of urgency. What comes late is {@code crit}; a task without a place stands as a comment.
 *
 * <p>Mermaid's grammar has no quotation in a diagram of this kind: characters that end a name are replaced by their full-width
 * forms, and each name begins with an id, so that none begins with a word of the grammar.
 */
public final class MermaidGantt {
    /** A name longer than this is cut, with a mark: the diagram writes it beside its bar. */
    private static final int LONGEST = 80;

    private final Roadmap roadmap;
    private final Language language;
    private final StringBuilder lines = new StringBuilder();

    private MermaidGantt(Roadmap roadmap, Language language) {
        this.roadmap = roadmap;
        this.language = language;
    }

    /**
     * Writes the diagram; the same roadmap gives the same bytes. The stream is not closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void write(Roadmap roadmap, Language language, OutputStream out) throws IOException {
        out.write(new MermaidGantt(roadmap, language).text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        line("gantt");
        line("    title " + name(new Text("耐量子計算機暗号への移行工程表", "Roadmap to post-quantum cryptography")) + " ("
                + roadmap.settings().asOf() + ")");
        line("    dateFormat YYYY-MM-DD");
        line("    axisFormat %Y-%m");
        // Today would be the reader's clock.
        line("    todayMarker off");
        List<Milestone> milestones = Milestones.of(roadmap);
        if (!milestones.isEmpty()) {
            section(new Text("マイルストーン", "Milestones"));
        }
        for (int i = 0; i < milestones.size(); i++) {
            Milestone milestone = milestones.get(i);
            Text title = new Text(
                    milestone.kind().label().ja() + " " + milestone.title().ja(),
                    milestone.kind().label().en() + " " + milestone.title().en());
            String critical = milestone.kind() == Milestone.Kind.LATE ? "crit, " : "";
            line("    M" + (i + 1) + " " + name(title) + " :" + critical + "milestone, m" + (i + 1) + ", "
                    + milestone.day() + ", 0d");
        }
        bySystem().forEach((system, tasks) -> {
            section(Text.same(SystemNames.of(roadmap, system)));
            tasks.forEach(this::task);
        });
        return lines.toString();
    }

    private Map<String, List<ScheduledTask>> bySystem() {
        Map<String, List<ScheduledTask>> bySystem = new LinkedHashMap<>();
        roadmap.systems().forEach(it -> bySystem.put(it.system().id(), new ArrayList<>()));
        roadmap.tasks()
                .forEach(it -> bySystem.computeIfAbsent(it.task().system(), id -> new ArrayList<>())
                        .add(it));
        bySystem.values().removeIf(List::isEmpty);
        return bySystem;
    }

    private void section(Text title) {
        line("    section " + name(title));
    }

    private void task(ScheduledTask scheduled) {
        String id = scheduled.task().id();
        String name = id + " " + name(scheduled.task().title());
        if (scheduled.start().isEmpty()) {
            line("    %% " + name + " " + name(new Text("（配置できず）", "(not placed)")));
            return;
        }
        LocalDate start = scheduled.start().orElseThrow().firstDay();
        // Mermaid takes the day of the end as the first one that is free.
        LocalDate end = scheduled.finish().orElseThrow().lastDay().plusDays(1);
        line("    " + name + " :" + (scheduled.late() ? "crit, " : "") + id + ", " + start + ", " + end);
    }

    private String name(Text text) {
        String plain = text.in(language)
                .replaceAll("\\p{Cntrl}+", " ")
                .replace(':', '：')
                .replace(';', '；')
                .replace('#', '＃')
                .replace('%', '％')
                .replace('<', '＜')
                .replace('>', '＞');
        if (plain.codePointCount(0, plain.length()) <= LONGEST) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private void line(String line) {
        lines.append(line).append('\n');
    }
}
