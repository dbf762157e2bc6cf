package dev.shirube.planner.roadmap;

import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.Replacement;
import dev.shirube.planner.migration.Replacements;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.Operation;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyRule;
import dev.shirube.planner.risk.Question;
import dev.shirube.planner.roadmap.Disposition.TaskKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Puts what the table derives into words and numbers: titles, reasons and efforts; and asks owners for what is undeclared. */
final class DerivedDrafts {

    /** Kinds that look back on others; all else enables. */
    private static final Set<TaskKind> CONCLUDING = EnumSet.of(TaskKind.GOVERN, TaskKind.VERIFY, TaskKind.RETIRE);

    private static final int SHOWN = 4;

    private final Inventory inventory;
    private final List<PolicyPack> packs;
    private final PlanSettings settings;
    private final BiFunction<TaskKey, UnitCounts, Effort> efforts;
    private final Replacements replacements;
    private final DerivedTasks derived;

    DerivedDrafts(
            Inventory inventory,
            PlanSettings settings,
            List<PolicyPack> packs,
            BiFunction<TaskKey, UnitCounts, Effort> efforts,
            Replacements replacements) {
        this.inventory = inventory;
        this.settings = settings;
        this.packs = packs;
        this.efforts = efforts;
        this.replacements = replacements;
        this.derived = new DerivedTasks(settings);
    }

    /** What must come before those changes. */
    List<Draft> enabling(List<Draft> drafts) {
        return derived.of(drafts).stream()
                .filter(it -> !CONCLUDING.contains(it.key().kind()))
                .map(this::draft)
                .toList();
    }

    /** What concludes them, or decides for all. */
    List<Draft> concluding(List<Draft> drafts) {
        return derived.of(drafts).stream()
                .filter(it -> CONCLUDING.contains(it.key().kind()))
                .map(this::draft)
                .toList();
    }

    private Draft draft(DerivedTasks.Wanted it) {
        List<Finding> findings = it.related().stream()
                .flatMap(use -> use.use().findings().stream())
                .toList();
        TaskKey key = it.key();
        boolean replaces = key.kind() == TaskKind.CODE || key.kind() == TaskKind.AUTHORITY;
        return new Draft(
                it.id(),
                key,
                inventory.system(key.system()),
                title(it),
                List.of(),
                it.related(),
                replaces ? replacements.of(key.use(), key.function()) : nothing(key.kind()),
                efforts.apply(key, UnitCounts.of(findings)),
                Optional.empty(),
                notes(it));
    }

    private static Replacement nothing(TaskKind kind) {
        return new Replacement("", kind.label(), kind.label(), List.of(), List.of(), List.of());
    }

    private Text title(DerivedTasks.Wanted it) {
        return it.row().title().orElseGet(() -> {
            Text use = replacements
                    .of(it.key().use(), it.causes().get(0).key().function())
                    .useName();
            Text kind = it.key().kind().label();
            return new Text(use.ja() + "：" + kind.ja(), use.en() + ": " + kind.en());
        });
    }

    private List<Reason> notes(DerivedTasks.Wanted it) {
        List<Reason> notes = new ArrayList<>();
        notes.add(new Reason(Reason.Kind.USE, it.row().why(), Optional.empty()));
        List<String> ids = it.causes().stream().map(Draft::id).sorted().toList();
        String shown = String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())))
                + (ids.size() > SHOWN ? " +" + (ids.size() - SHOWN) : "");
        notes.add(Reason.of(Reason.Kind.USE, "次の作業から導いた：" + shown, "follows from " + shown));
        if (it.row().peers()) {
            String peers = it.causes().stream()
                    .flatMap(cause -> cause.system().peers().value().orElse(List.of()).stream())
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(", "));
            notes.add(Reason.of(Reason.Kind.EVIDENCE, "台帳の接続先：" + peers, "peers in the register: " + peers));
        }
        if (it.key().kind() == TaskKind.GOVERN) {
            notes.addAll(duties());
        }
        return notes;
    }

    /** What the adopted packs ask of the organisation itself. */
    private List<Reason> duties() {
        return packs.stream()
                .filter(pack -> settings.adopts(pack.id()))
                .flatMap(pack -> pack.citations().stream())
                .filter(it -> it.rule().about() == PolicyRule.About.ORGANISATION)
                .map(DerivedDrafts::duty)
                .toList();
    }

    private static Reason duty(Citation citation) {
        Text wording = citation.rule().wording();
        return new Reason(
                Reason.Kind.VERDICT,
                new Text(
                        wording.ja() + "。" + citation.line(Language.JA),
                        wording.en() + ". " + citation.line(Language.EN)),
                Optional.of(citation));
    }

    /** One for each system of which something open decides on a score, or that nobody has looked at. */
    List<Draft> declarations(List<AssessedUse> uses) {
        Map<String, SortedSet<Question>> open = new TreeMap<>();
        Map<String, List<AssessedUse>> ofSystem = new HashMap<>();
        for (AssessedUse use : uses) {
            String system = use.use().key().system();
            ofSystem.computeIfAbsent(system, it -> new ArrayList<>()).add(use);
            if (use.disposition().task().isPresent()) {
                use.score(inventory.system(system), settings, settings.horizon().lastDay())
                        .question()
                        .ifPresent(question -> open.computeIfAbsent(system, it -> new TreeSet<>())
                                .add(question));
            }
        }
        List<Draft> drafts = new ArrayList<>();
        open.forEach((system, questions) -> drafts.add(declaration(system, questions)));
        inventory.systems().keySet().stream()
                .filter(it -> !ofSystem.containsKey(it) && !inventory.coverage().containsKey(it))
                .sorted()
                .forEach(it -> drafts.add(declaration(it, new TreeSet<>())));
        return drafts;
    }

    private Draft declaration(String id, SortedSet<Question> questions) {
        InformationSystem system = inventory.system(id);
        TaskKey key = new TaskKey(id, TaskKind.DECLARE, "", PolicyFunction.UNKNOWN, Operation.NEW_GENERATION, "");
        Text title = questions.isEmpty()
                ? new Text("未調査：対象を定めて調べる", "Not looked at yet: name its targets and scan them")
                : new Text("台帳の未記入項目を所管課が記入", "The owner declares what is open in the register");
        List<Reason> notes = questions.isEmpty()
                ? List.of(
                        Reason.of(
                                Reason.Kind.EVIDENCE,
                                "台帳にあるが、調査の記録がない（暗号の利用がないことを意味しない）",
                                "it is in the register, and nothing of it was looked at (which does not mean that there is nothing)"))
                : questions.stream()
                        .map(it -> Reason.of(
                                Reason.Kind.SCORE,
                                "点数を定めるのに必要：" + it.label().ja(),
                                "the score needs it: " + it.label().en()))
                        .toList();
        return new Draft(
                key.id(),
                key,
                system,
                title,
                List.of(),
                List.of(),
                nothing(TaskKind.DECLARE),
                efforts.apply(key, UnitCounts.of(List.of())),
                Optional.empty(),
                notes);
    }

    /** Titles that two tasks of one system share get the function that tells them apart. */
    static List<Draft> titled(List<Draft> drafts) {
        Map<String, Long> counts = drafts.stream()
                .collect(Collectors.groupingBy(
                        it -> it.key().system() + "\n" + it.title().en(), Collectors.counting()));
        return drafts.stream()
                .map(it -> counts.get(it.key().system() + "\n" + it.title().en()) > 1 ? it.withFunctionInTitle() : it)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
