package dev.shirube.planner.roadmap;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.LibraryNeeds;
import dev.shirube.planner.migration.Replacement;
import dev.shirube.planner.migration.Replacements;
import dev.shirube.planner.policy.Operation;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.roadmap.Disposition.TaskKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the tasks: one for each system, use and function that must migrate, one for each library to upgrade, and those that
 * follow from them.
 */
final class TaskDrafter {

    private final Inventory inventory;
    private final PlanSettings settings;
    private final Replacements replacements;
    private final EffortTable efforts;
    private final TeamCalendar teams;
    private final ProtocolThreat protocols;
    private final AgilityNotes agility;
    private final Map<String, SortedSet<CryptoAsset.Library>> libraries;

    TaskDrafter(
            Inventory inventory,
            PlanSettings settings,
            Replacements replacements,
            EffortTable efforts,
            TeamCalendar teams,
            ProtocolThreat protocols,
            AgilityNotes agility) {
        this.inventory = inventory;
        this.settings = settings;
        this.replacements = replacements;
        this.efforts = efforts;
        this.teams = teams;
        this.protocols = protocols;
        this.agility = agility;
        this.libraries = libraries(inventory);
    }

    /** All drafts, by id. */
    List<Draft> draft(List<AssessedUse> uses, List<PolicyPack> packs) {
        Map<TaskKey, List<AssessedUse>> byTask = new TreeMap<>();
        for (AssessedUse use : uses) {
            use.disposition()
                    .task()
                    .ifPresent(key ->
                            byTask.computeIfAbsent(key, it -> new ArrayList<>()).add(use));
        }
        List<Draft> drafts = new ArrayList<>();
        byTask.forEach((key, covered) -> drafts.add(migration(key, covered)));
        DerivedDrafts derived = new DerivedDrafts(inventory, settings, packs, this::effort, replacements);
        drafts.addAll(derived.enabling(drafts));
        drafts.addAll(upgrades(List.copyOf(drafts)));
        drafts.addAll(derived.concluding(drafts));
        drafts.addAll(derived.declarations(uses));
        drafts.addAll(new OwnDrafts(inventory, efforts, teams).of(settings.tasks()));
        return DerivedDrafts.titled(drafts).stream().map(this::edited).sorted().toList();
    }

    /** With the office's own estimate where it wrote one. */
    private Draft edited(Draft draft) {
        Optional<Integer> days = settings.edits().task(draft.id()).personDays();
        if (days.isEmpty()) {
            return draft;
        }
        String team = draft.system().team();
        Effort before = draft.effort();
        return draft.withEffort(
                efforts.revised(before, days.get(), team, teams.largestCapacity(team)),
                Reason.of(
                        Reason.Kind.EVIDENCE,
                        "工数は所管の見積り " + days.get() + " 人日（標準の見積りは " + before.personDays() + " 人日）",
                        "the office estimates " + days.get() + " person-days (the table " + before.personDays() + ")"));
    }

    private Draft migration(TaskKey key, List<AssessedUse> uses) {
        Replacement replacement = key.kind() == TaskKind.INVESTIGATE
                ? investigation()
                : key.kind() == TaskKind.LIBRARY ? libraries() : replacements.of(key.use(), key.function());
        Optional<LocalDate> review = key.kind() == TaskKind.WAIT ? Optional.of(nextReview()) : Optional.empty();
        UnitCounts units = UnitCounts.of(
                uses.stream().flatMap(use -> use.use().findings().stream()).toList());
        return new Draft(
                key.id(),
                key,
                inventory.system(key.system()),
                title(key, replacement),
                uses,
                List.of(),
                replacement,
                effort(key, units),
                review,
                notes(key, uses));
    }

    private Effort effort(TaskKey key, UnitCounts units) {
        String team = inventory.system(key.system()).team();
        return efforts.of(key.kind(), units, team, teams.largestCapacity(team));
    }

    private static Text title(TaskKey key, Replacement replacement) {
        if (key.kind() == TaskKind.LIBRARY) {
            return key.detail().isEmpty()
                    ? new Text("ライブラリ内の暗号利用：提供元の版で対応", "Cryptography inside libraries: follow their suppliers")
                    : new Text(
                            "ライブラリ内の暗号（利用は未確認）：更新時に確認",
                            "Cryptography inside libraries, no use seen: check at their upgrade");
        }
        if (key.kind() == TaskKind.INVESTIGATE) {
            return new Text("特定できていない暗号の調査", "Find out which cryptography is decided at run time");
        }
        boolean verifying = key.operation() == Operation.PROCESS_EXISTING;
        return new Text(
                replacement.useName().ja() + "：" + key.kind().label().ja() + (verifying ? "（検証側）" : ""),
                replacement.useName().en() + ": " + key.kind().label().en() + (verifying ? " (verifying side)" : ""));
    }

    private static Replacement investigation() {
        return new Replacement(
                "",
                TaskKind.INVESTIGATE.label(),
                new Text("移行先は調査後に決まる", "the target follows from the investigation"),
                List.of(),
                List.of(),
                List.of());
    }

    private static Replacement libraries() {
        return new Replacement(
                "",
                TaskKind.LIBRARY.label(),
                new Text(
                        "ライブラリの提供元の版による（自らのコードからの選択は別の作業）",
                        "what the libraries' suppliers bring; what our own code chooses is another task"),
                List.of(),
                List.of(),
                List.of());
    }

    /** The end of the fiscal year, in step with the yearly plan and report; at least three months away. */
    private LocalDate nextReview() {
        LocalDate base = settings.asOf().plusMonths(3);
        int fiscalYear = FiscalQuarter.of(base).year();
        return LocalDate.of(fiscalYear + 1, 3, 31);
    }

    private List<Draft> upgrades(List<Draft> migrations) {
        Map<TaskKey, Draft> upgrades = new TreeMap<>();
        for (Draft migration : migrations) {
            for (CryptoAsset.Library library : libraries(migration.key().system())) {
                LibraryNeeds.standard()
                        .of(library)
                        .filter(entry -> entry.upgrade().isPresent() && !entry.readyAt(library.version()))
                        .filter(entry -> needs(migration, entry))
                        .ifPresent(entry -> upgrades.computeIfAbsent(
                                upgradeKey(migration.key().system(), library), key -> upgrade(key, library, entry)));
            }
        }
        return List.copyOf(upgrades.values());
    }

    private static boolean needs(Draft draft, LibraryNeeds.Entry entry) {
        return draft.needsOneOf(entry.uses());
    }

    private static TaskKey upgradeKey(String system, CryptoAsset.Library library) {
        String use = library.purl().split("[@?]", 2)[0];
        return new TaskKey(
                system, TaskKind.UPGRADE, use, PolicyFunction.UNKNOWN, Operation.NEW_GENERATION, library.version());
    }

    private Draft upgrade(TaskKey key, CryptoAsset.Library library, LibraryNeeds.Entry entry) {
        LibraryUpgrade upgrade = new LibraryUpgrade(library, entry.upgrade().orElseThrow());
        return new Draft(
                key.id(),
                key,
                inventory.system(key.system()),
                upgrade.title(),
                List.of(),
                List.of(),
                new Replacement(
                        "", TaskKind.UPGRADE.label(), Text.same(""), List.of(upgrade.target()), List.of(), List.of()),
                effort(key, UnitCounts.of(List.of())),
                Optional.empty(),
                upgrade.reasons());
    }

    private List<Reason> notes(TaskKey key, List<AssessedUse> uses) {
        List<Reason> notes = new ArrayList<>(libraryNotes(key));
        notes.addAll(agility.of(key.system(), uses));
        fixedVerifier(key, uses).ifPresent(notes::add);
        SortedSet<String> offered = new TreeSet<>();
        for (AssessedUse use : uses) {
            if (use.use().asset() instanceof CryptoAsset.Protocol protocol) {
                offered.addAll(protocols.safeKeyExchanges(protocol));
            }
        }
        if (!offered.isEmpty()) {
            String names = String.join(", ", offered);
            notes.add(Reason.of(
                    Reason.Kind.EVIDENCE,
                    names + " は既に受け付けている。残るのは従来方式の受入れを終えること",
                    names + " is accepted already: what remains is to stop accepting the classical ones"));
        }
        return notes;
    }

    /** Where those who verify cannot be updated, a new key alone ends nothing. */
    private Optional<Reason> fixedVerifier(TaskKey key, List<AssessedUse> uses) {
        InformationSystem system = inventory.system(key.system());
        boolean fixed = !system.verifierUpdatable().value().orElse(true);
        boolean verified =
                uses.stream().anyMatch(it -> it.use().subject().function().authenticity());
        if (!fixed || !verified) {
            return Optional.empty();
        }
        String until = system.trustUntil().value().map(String::valueOf).orElse("?");
        return Optional.of(Reason.of(
                Reason.Kind.EVIDENCE,
                "検証側は更新できないと登録されている。鍵の更新だけでは終わらず、" + until + " まで頼られる機器の交換又は例外措置の決定を含む",
                "those who verify are declared not updatable: a new key alone does not end it; plan to replace the devices that rely"
                        + " on it until " + until + ", or decide on an exception"));
    }

    /** A library of the same system for which no release with the replacement is known yet. */
    private List<Reason> libraryNotes(TaskKey key) {
        return libraries(key.system()).stream()
                .filter(library -> LibraryNeeds.standard()
                        .of(library)
                        .filter(entry ->
                                entry.upgrade().isEmpty() && entry.uses().contains(key.use()))
                        .isPresent())
                .map(library -> Reason.of(
                        Reason.Kind.WAIT,
                        library.name() + " には対応した版が確認できていない（提供元の予定を確認）",
                        "no release of " + library.name() + " with the replacement is known: ask its supplier"))
                .toList();
    }

    private SortedSet<CryptoAsset.Library> libraries(String system) {
        return libraries.getOrDefault(system, Collections.emptySortedSet());
    }

    /** The libraries of each system, by package URL; what only its tests need does not run in it. */
    static Map<String, SortedSet<CryptoAsset.Library>> libraries(Inventory inventory) {
        Map<String, SortedSet<CryptoAsset.Library>> bySystem = new HashMap<>();
        for (AssignedFinding assigned : inventory.findings()) {
            if (assigned.finding().occurrence().context() == CodeContext.MAIN
                    && assigned.finding().asset() instanceof CryptoAsset.Library library) {
                bySystem.computeIfAbsent(
                                assigned.system(), it -> new TreeSet<>(Comparator.comparing(CryptoAsset.Library::purl)))
                        .add(library);
            }
        }
        return bySystem;
    }
}
