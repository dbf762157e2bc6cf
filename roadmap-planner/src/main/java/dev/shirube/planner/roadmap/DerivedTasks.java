package dev.shirube.planner.roadmap;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Operation;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.Disposition.TaskKey;
import dev.shirube.planner.roadmap.TaskTable.Derived;
import dev.shirube.planner.roadmap.TaskTable.Within;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tasks that follow from others by the table: they end no exposure themselves and inherit the urgency of what waits. */
final class DerivedTasks {

    /** The office as a whole, in the place of a system. */
    static final String OFFICE = "-";

    private final PlanSettings settings;

    DerivedTasks(PlanSettings settings) {
        this.settings = settings;
    }

    /**
     * A task that follows from others, before its effort and words are known.
     *
     * @param id of the key, or of one without a system where the system may change from one plan to the next
     * @param causes the tasks it follows from, by id
     * @param related the uses that they end
     */
    record Wanted(String id, TaskKey key, Derived row, List<Draft> causes, List<AssessedUse> related) {}

    /** What the table asks for; a row may follow from tasks that rows before it have made. */
    List<Wanted> of(List<Draft> drafts) {
        List<Wanted> wanted = new ArrayList<>();
        for (Derived row : TaskTable.standard().derived()) {
            groups(row, drafts).forEach((group, causes) -> {
                List<AssessedUse> related = related(row, causes);
                if (wantedFor(row, causes, related)) {
                    wanted.add(wanted(row, causes, related));
                }
            });
        }
        return wanted;
    }

    private static Map<String, List<Draft>> groups(Derived row, List<Draft> drafts) {
        Map<String, List<Draft>> groups = new TreeMap<>();
        for (Draft draft : drafts) {
            if (row.of().contains(draft.key().kind())
                    && (row.uses().isEmpty() || row.uses().contains(draft.key().use()))) {
                groups.computeIfAbsent(group(row.per(), draft), it -> new ArrayList<>())
                        .add(draft);
            }
        }
        return groups;
    }

    private static String group(Within per, Draft draft) {
        return switch (per) {
            case OFFICE -> "";
            case SYSTEM -> draft.key().system();
            case USE -> draft.key().use();
            case USE_AND_SYSTEM -> draft.key().system() + "\n" + draft.key().use();
            case TASK -> draft.id();
        };
    }

    private static List<AssessedUse> related(Derived row, List<Draft> causes) {
        return causes.stream()
                .flatMap(it -> it.uses().stream())
                .filter(it -> row.certificates().isEmpty() || certificate(row, it))
                .toList();
    }

    private static boolean certificate(Derived row, AssessedUse use) {
        return use.use().asset() instanceof CryptoAsset.Certificate it
                && it.subject().equals(it.issuer()) == row.certificates().equals("self-signed");
    }

    private static boolean wantedFor(Derived row, List<Draft> causes, List<AssessedUse> related) {
        long systems = causes.stream().map(it -> it.key().system()).distinct().count();
        long places = causes.stream().mapToLong(DerivedTasks::places).sum();
        boolean broad = row.systems() == 0 || systems >= row.systems() || row.places() > 0 && places >= row.places();
        boolean named = row.words().isEmpty()
                || related.stream().flatMap(it -> it.use().findings().stream()).anyMatch(it -> names(it, row.words()));
        boolean met = !row.peers() || causes.stream().anyMatch(it -> !peers(it).isEmpty());
        boolean found = row.certificates().isEmpty() || !related.isEmpty();
        return causes.size() >= row.tasks() && broad && named && met && found;
    }

    /** Places that somebody of the office has to change: what is in libraries is not among them. */
    private static long places(Draft draft) {
        return draft.uses().stream()
                .flatMap(it -> it.use().findings().stream())
                .filter(UnitCounts::changed)
                .map(Finding::fingerprint)
                .distinct()
                .count();
    }

    private static List<String> peers(Draft draft) {
        InformationSystem system = draft.system();
        return system.peers().value().orElse(List.of());
    }

    private static boolean names(Finding finding, List<String> words) {
        String text = Stream.of(
                        finding.occurrence().symbol(),
                        finding.evidence().row(),
                        finding.occurrence().location(),
                        finding.evidence().expression())
                .reduce("", (one, two) -> one + " " + two)
                .toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains);
    }

    private Wanted wanted(Derived row, List<Draft> causes, List<AssessedUse> related) {
        Draft first = row.per() == Within.USE ? leastCritical(causes) : causes.get(0);
        TaskKey of = first.key();
        boolean ofUse = row.per() == Within.USE || row.per() == Within.TASK;
        TaskKey key = new TaskKey(
                row.per() == Within.OFFICE ? OFFICE : of.system(),
                row.kind(),
                ofUse || row.kind() == TaskKind.AUTHORITY ? of.use() : "",
                row.per() == Within.TASK || row.kind() == TaskKind.AUTHORITY ? of.function() : PolicyFunction.UNKNOWN,
                Operation.NEW_GENERATION,
                row.detail());
        return new Wanted(row.per() == Within.USE ? key.inAnySystem().id() : key.id(), key, row, causes, related);
    }

    /** The one of which a failure harms least, so that it can go first; one that a team can do before one that none can. */
    private Draft leastCritical(List<Draft> causes) {
        return causes.stream()
                .min(Comparator.comparing((Draft it) -> it.system().team().isEmpty())
                        .thenComparingInt(
                                it -> it.score(settings, settings.horizon().lastDay())
                                        .map(Score::high)
                                        .orElse(0))
                        .thenComparing(Draft::id))
                .orElseThrow();
    }
}
