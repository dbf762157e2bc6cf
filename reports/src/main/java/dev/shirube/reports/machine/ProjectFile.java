package dev.shirube.reports.machine;

import dev.shirube.domain.Language;
import dev.shirube.domain.Team;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.Reason;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.mpxj.Duration;
import net.sf.mpxj.ProjectCalendar;
import net.sf.mpxj.Relation;
import net.sf.mpxj.Resource;
import net.sf.mpxj.ResourceAssignment;
import net.sf.mpxj.Task;
import net.sf.mpxj.TaskMode;
import net.sf.mpxj.TimeUnit;
import net.sf.mpxj.mspdi.MSPDIWriter;

/**
 * The roadmap as a project file (Microsoft's XML for projects, MSPDI): a summary task for each system, its tasks with dates,
 * predecessors, team and person-days. Tasks keep the dates of the roadmap: they are scheduled by hand in the program's words, so
 * that opening the file does not make another plan. A task without a place has no dates and says why in its notes.
 */
public final class ProjectFile {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    /** Working hours of a person-day, as the file's calendar has them. */
    private static final int HOURS = 8;

    private final Roadmap roadmap;
    private final Language language;
    private final net.sf.mpxj.ProjectFile file = new net.sf.mpxj.ProjectFile();
    private final Map<String, Task> tasks = new HashMap<>();
    private final Map<String, Resource> teams = new HashMap<>();

    private ProjectFile(Roadmap roadmap, Language language) {
        this.roadmap = roadmap;
        this.language = language;
    }

    /**
     * Writes the file; the same roadmap gives the same bytes. The stream is not closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void write(Roadmap roadmap, Language language, OutputStream out) throws IOException {
        ProjectFile project = new ProjectFile(roadmap, language);
        project.properties();
        project.tasks();
        new MSPDIWriter().write(project.file, out);
    }

    private void properties() {
        ProjectCalendar calendar = file.addDefaultBaseCalendar();
        file.setDefaultCalendar(calendar);
        LocalDate asOf = roadmap.settings().asOf();
        file.getProjectProperties()
                .setProjectTitle(language.choose("耐量子計算機暗号への移行工程表", "Roadmap to post-quantum cryptography"));
        file.getProjectProperties().setName(file.getProjectProperties().getProjectTitle());
        file.getProjectProperties().setStatusDate(asOf.atTime(EVENING));
        file.getProjectProperties().setCurrentDate(asOf.atTime(MORNING));
        file.getProjectProperties().setCreationDate(asOf.atTime(MORNING));
        file.getProjectProperties().setLastSaved(asOf.atTime(MORNING));
        file.getProjectProperties().setStartDate(asOf.atTime(MORNING));
        file.getProjectProperties().setGUID(guid("project"));
        file.getProjectProperties().setFiscalYearStartMonth(4);
        file.getProjectProperties().setCurrencyCode("JPY");
        file.getProjectProperties().setCurrencySymbol("¥");
        file.getProjectProperties().setCurrencyDigits(0);
        for (Team team : roadmap.teams()) {
            Resource resource = file.addResource();
            resource.setName(team.name().isEmpty() ? team.id() : team.name());
            resource.setCode(team.id());
            resource.setGUID(guid("team " + team.id()));
            teams.put(team.id(), resource);
        }
    }

    private void tasks() {
        Map<String, List<ScheduledTask>> bySystem = new LinkedHashMap<>();
        roadmap.systems().forEach(it -> bySystem.put(it.system().id(), new ArrayList<>()));
        roadmap.tasks()
                .forEach(it -> bySystem.computeIfAbsent(it.task().system(), id -> new ArrayList<>())
                        .add(it));
        bySystem.values().removeIf(List::isEmpty);
        bySystem.forEach((system, own) -> {
            Task summary = file.addTask();
            summary.setName(clean(SystemNames.of(roadmap, system)));
            summary.setGUID(guid("system " + system));
            summary.setTaskMode(TaskMode.AUTO_SCHEDULED);
            own.forEach(task -> add(summary.addTask(), task));
        });
        roadmap.tasks().forEach(this::links);
    }

    private void add(Task task, ScheduledTask scheduled) {
        String id = scheduled.task().id();
        tasks.put(id, task);
        task.setName(clean(scheduled.task().title().in(language)));
        task.setGUID(guid("task " + id));
        task.setWBS(id);
        task.setText(1, id);
        task.setTaskMode(TaskMode.MANUALLY_SCHEDULED);
        task.setNotes(notes(scheduled));
        scheduled.task().deadline().ifPresent(it -> task.setDeadline(it.atTime(EVENING)));
        Duration work = Duration.getInstance(scheduled.task().effort().personDays() * HOURS, TimeUnit.HOURS);
        task.setWork(work);
        scheduled.start().ifPresent(it -> task.setStart(it.firstDay().atTime(MORNING)));
        scheduled.finish().ifPresent(it -> {
            task.setFinish(it.lastDay().atTime(EVENING));
            task.setDuration(file.getDefaultCalendar().getWork(task.getStart(), task.getFinish(), TimeUnit.DAYS));
        });
        Resource team = teams.get(scheduled.task().team());
        if (team != null) {
            ResourceAssignment assignment = task.addResourceAssignment(team);
            assignment.setGUID(guid("assignment " + id));
            assignment.setWork(work);
            assignment.setRemainingWork(work);
            assignment.setStart(task.getStart());
            assignment.setFinish(task.getFinish());
        }
    }

    private void links(ScheduledTask scheduled) {
        Task task = tasks.get(scheduled.task().id());
        for (String predecessor : scheduled.task().predecessors()) {
            Task before = tasks.get(predecessor);
            if (before != null) {
                task.addPredecessor(new Relation.Builder().predecessorTask(before));
            }
        }
    }

    private String notes(ScheduledTask scheduled) {
        Stream<Text> reasons = Stream.concat(
                scheduled.needs().stream(),
                Stream.concat(scheduled.task().reasons().stream(), scheduled.reasons().stream())
                        .map(Reason::text));
        return reasons.map(it -> clean(it.in(language))).collect(Collectors.joining("\n"));
    }

    /** XML 1.0 has no control characters but tab, line feed and carriage return. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]+", " ");
    }

    private static UUID guid(String name) {
        return UUID.nameUUIDFromBytes(("shirube " + name).getBytes(StandardCharsets.UTF_8));
    }
}
