package dev.shirube.planner.roadmap;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Placement;
import dev.shirube.domain.Protection;
import dev.shirube.domain.Text;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.SystemQuestion.Answer;
import dev.shirube.planner.roadmap.SystemQuestion.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which open declaration of a system would narrow its score most, found by evaluating the model with the answers to that one
 * declaration, all else as it is. The score of a system is that of its most urgent asset, so its interval reaches from the
 * greatest low end to the greatest high end.
 */
public final class SystemQuestions {

    private static final int CENTURY_YEARS = 100;
    private static final int CENTURY_MONTHS = 12 * CENTURY_YEARS;
    private static final int HIGHEST_IMPACT = 4;
    private static final String ASSUMED = "assumed";

    private static final Comparator<SystemQuestion> MOST_FIRST = Comparator.comparingInt(
                    (SystemQuestion it) -> -it.sureNarrowing())
            .thenComparingInt(it -> -it.averageNarrowing())
            .thenComparing(SystemQuestion::field);

    private final Roadmap roadmap;
    private final InformationSystem system;
    private final List<AssetAssessment> assets;

    private SystemQuestions(Roadmap roadmap, InformationSystem system, List<AssetAssessment> assets) {
        this.roadmap = roadmap;
        this.system = system;
        this.assets = SystemRanking.leading(assets);
    }

    /** The questions of a system, the one that narrows most first; none where nothing of it must migrate. */
    public static List<SystemQuestion> of(Roadmap roadmap, InformationSystem system) {
        List<AssetAssessment> assets = roadmap.assets().stream()
                .filter(it -> it.system().equals(system.id()))
                .toList();
        return new SystemQuestions(roadmap, system, assets).questions();
    }

    private List<SystemQuestion> questions() {
        if (assets.isEmpty()) {
            return List.of();
        }
        Answer now = answer(Text.same(""), system);
        List<SystemQuestion> questions = new ArrayList<>();
        for (Field field : Field.values()) {
            List<Answer> answers = new ArrayList<>();
            open(field).forEach(it -> answers.add(answer(it.label(), it.system())));
            if (answers.stream().anyMatch(it -> it.width() < now.width())) {
                questions.add(new SystemQuestion(field, now.low(), now.high(), answers));
            }
        }
        questions.sort(MOST_FIRST);
        return List.copyOf(questions);
    }

    private Answer answer(Text label, InformationSystem assumed) {
        int low = 0;
        int high = 0;
        for (AssetAssessment it : assets) {
            LocalDate completion = it.earliest().orElseThrow().completion();
            Score score = AssessedUse.score(
                    it.asset(), it.function(), it.threat(), it.deadline(), assumed, roadmap.settings(), completion);
            low = Math.max(low, score.low());
            high = Math.max(high, score.high());
        }
        return new Answer(label, low, high);
    }

    /** The system with one answer given. */
    private record Assumed(Text label, InformationSystem system) {}

    /** The answers to a declaration that is open; none where it was made. */
    private List<Assumed> open(Field field) {
        Protection known = system.protection();
        List<Assumed> answers = new ArrayList<>();
        switch (field) {
            case IMPACT -> {
                for (int impact = 1; impact <= HIGHEST_IMPACT && !known.impact().known(); impact++) {
                    answers.add(protection(Text.same(Integer.toString(impact)), given(impact), Map.of()));
                }
            }
            case EXPOSURE -> {
                for (int i = Exposure.values().length - 1;
                        i >= 0 && !system.exposure().known();
                        i--) {
                    answers.add(exposure(Exposure.values()[i]));
                }
            }
            case PROTECTION_PERIOD -> {
                if (!known.months().known()) {
                    answers.add(protection(new Text("0 年", "0 years"), known.impact(), Map.of(field, 0)));
                    answers.add(protection(
                            new Text(CENTURY_YEARS + " 年", CENTURY_YEARS + " years"),
                            known.impact(),
                            Map.of(field, CENTURY_MONTHS)));
                }
            }
            case TRUST_UNTIL -> {
                if (!known.trustUntil().known()) {
                    LocalDate today = roadmap.settings().asOf();
                    LocalDate far = today.plusYears(CENTURY_YEARS);
                    answers.add(protection(Text.same(today.toString()), known.impact(), Map.of(field, today)));
                    answers.add(protection(Text.same(far.toString()), known.impact(), Map.of(field, far)));
                }
            }
            case VERIFIER_UPDATABLE -> {
                if (!known.verifierUpdatable().known()) {
                    answers.add(protection(new Text("可", "yes"), known.impact(), Map.of(field, true)));
                    answers.add(protection(new Text("不可", "no"), known.impact(), Map.of(field, false)));
                }
            }
        }
        return answers;
    }

    private static <T> Declaration<T> given(T value) {
        return Declaration.of(value, ASSUMED);
    }

    private static <T> Declaration<T> given(Map<Field, ?> values, Field field, Class<T> type, Declaration<T> or) {
        return Optional.ofNullable(values.get(field))
                .map(type::cast)
                .map(SystemQuestions::given)
                .orElse(or);
    }

    private Assumed protection(Text label, Declaration<Integer> impact, Map<Field, ?> values) {
        Protection it = system.protection();
        Protection assumed = new Protection(
                impact,
                it.grade(),
                it.dataKind(),
                given(values, Field.PROTECTION_PERIOD, Integer.class, it.months()),
                given(values, Field.TRUST_UNTIL, LocalDate.class, it.trustUntil()),
                given(values, Field.VERIFIER_UPDATABLE, Boolean.class, it.verifierUpdatable()));
        return new Assumed(label, with(assumed, system.placement()));
    }

    private Assumed exposure(Exposure exposure) {
        Placement it = system.placement();
        Text label = switch (exposure) {
            case INTERNET -> new Text("インターネット", "internet");
            case PARTNER -> new Text("取引先等", "partner");
            case INTERNAL -> new Text("内部", "internal");
            case ISOLATED -> new Text("閉域", "isolated");
        };
        return new Assumed(label, with(system.protection(), new Placement(it.hosting(), it.zone(), given(exposure))));
    }

    private InformationSystem with(Protection protection, Placement placement) {
        return new InformationSystem(
                system.id(),
                system.name(),
                system.category(),
                system.responsibility(),
                protection,
                placement,
                system.procurement(),
                system.peers(),
                system.note(),
                new TreeMap<>(system.others()));
    }
}
