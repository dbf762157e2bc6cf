package dev.shirube.planner.roadmap;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Responsibility;
import dev.shirube.domain.Text;
import dev.shirube.planner.OwnTask;
import dev.shirube.planner.migration.Replacement;
import dev.shirube.planner.policy.Operation;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.roadmap.Disposition.TaskKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tasks that the office wrote down itself, as drafts beside those that the inventory asks for. */
final class OwnDrafts {

    private final Inventory inventory;
    private final EffortTable efforts;
    private final TeamCalendar teams;

    OwnDrafts(Inventory inventory, EffortTable efforts, TeamCalendar teams) {
        this.inventory = inventory;
        this.efforts = efforts;
        this.teams = teams;
    }

    List<Draft> of(List<OwnTask> tasks) {
        return tasks.stream().map(this::draft).toList();
    }

    private Draft draft(OwnTask own) {
        InformationSystem system = own.team()
                .map(it -> led(inventory.system(own.system()), it))
                .orElseGet(() -> inventory.system(own.system()));
        TaskKey key =
                new TaskKey(own.system(), TaskKind.OWN, "", PolicyFunction.UNKNOWN, Operation.NEW_GENERATION, own.id());
        Effort effort = efforts.revised(
                new Effort(0, 1, false), own.personDays(), system.team(), teams.largestCapacity(system.team()));
        return new Draft(
                own.id(),
                key,
                system,
                own.title(),
                List.of(),
                List.of(),
                new Replacement("", TaskKind.OWN.label(), TaskKind.OWN.label(), List.of(), List.of(), List.of()),
                effort,
                Optional.empty(),
                notes(own),
                Optional.of(own));
    }

    private List<Reason> notes(OwnTask own) {
        List<Reason> notes = new ArrayList<>();
        notes.add(Reason.of(
                Reason.Kind.EVIDENCE,
                "組織が設定（shirube.yaml の tasks）に記入した作業であり、検出結果によるものではない",
                "written by the office in its settings (tasks in shirube.yaml): no finding asks for it"));
        unknown(own)
                .ifPresent(it ->
                        notes.add(Reason.of(Reason.Kind.EVIDENCE, "要確認：" + it.ja(), "Needs confirmation: " + it.en())));
        return notes;
    }

    private Optional<Text> unknown(OwnTask own) {
        boolean known = own.system().equals(MigrationTask.OFFICE)
                || inventory.systems().containsKey(own.system())
                || inventory.coverage().containsKey(own.system());
        return known
                ? Optional.empty()
                : Optional.of(new Text(
                        "システム " + own.system() + " は台帳にありません。tasks の system か台帳を直してください",
                        "the register has no system " + own.system() + ". Correct system in tasks, or the register"));
    }

    /** What cannot be done as it was written, one row each: a system or a task that is not there. */
    List<Gap> gaps(List<Draft> drafts, Set<String> ids) {
        List<Gap> gaps = new ArrayList<>();
        for (Draft draft : drafts) {
            draft.own().ifPresent(own -> {
                unknown(own).ifPresent(it -> gaps.add(new Gap(own.system(), it, 1, own.id())));
                List.of(own.after(), own.before()).stream()
                        .flatMap(List::stream)
                        .filter(it -> !ids.contains(it))
                        .forEach(it -> gaps.add(new Gap(own.system(), missing(own, it), 1, own.id())));
            });
        }
        return gaps;
    }

    private static Text missing(OwnTask own, String id) {
        return new Text(
                "作業 " + own.id() + " が先後を定める作業 " + id + " は計画にありません。tasks の after と before を直してください",
                "task " + own.id() + " is to stand before or after " + id
                        + ", which the plan does not have. Correct after and before in tasks");
    }

    private static InformationSystem led(InformationSystem system, String team) {
        Responsibility who = system.responsibility();
        return new InformationSystem(
                system.id(),
                system.name(),
                system.category(),
                new Responsibility(who.department(), who.contact(), team),
                system.protection(),
                system.placement(),
                system.procurement(),
                system.peers(),
                system.note(),
                system.others());
    }
}
