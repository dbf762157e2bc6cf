package dev.shirube.planner.migration;

import dev.shirube.domain.Text;
import dev.shirube.planner.policy.PolicyFunction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an office that has adopted certain packs puts in the place of a use: what all of their authorities accept.
 *
 * <p>An authority of which the signature rows were not seen is asked for nothing there, and nothing is said in its name. Where
 * no adopted pack has an opinion the neutral view stands, labelled as such. Where they contradict one another all their choices
 * are shown, and a decision is asked for.
 */
public final class Replacements {

    private final MigrationMap map;
    private final List<Stance> stances;
    private final Map<String, Replacement> known = new HashMap<>();

    /** Replacements for an office that has adopted those packs. */
    public Replacements(Collection<String> adopted) {
        this.map = MigrationMap.standard();
        this.stances = map.stances().of(adopted);
    }

    /**
     * What replaces that use for that function; without an available target the task is to wait.
     *
     * @throws IllegalArgumentException for a use the map does not have
     */
    public Replacement of(String use, PolicyFunction function) {
        return known.computeIfAbsent(use + "\n" + function.id(), it -> find(use, function));
    }

    private Replacement find(String use, PolicyFunction function) {
        Replacement neutral = map.replacement(use, function);
        List<StanceView> views = stances.stream()
                .filter(it -> it.signaturesSeen())
                .map(it -> map.stances().view(use, function, it))
                .toList();
        if (views.isEmpty() || neutral.targets().isEmpty() || namesNothing(neutral, use, function)) {
            return neutral;
        }
        List<StanceView> all = new ArrayList<>(views);
        stances.stream()
                .filter(it -> !it.signaturesSeen())
                .map(it -> map.stances().view(use, function, it))
                .filter(it -> !it.choices().isEmpty())
                .forEach(all::add);
        List<StanceView.Choice> agreed = Stances.agreed(all);
        return agreed.isEmpty()
                ? of(neutral, every(all), disagreement(all))
                : of(neutral, agreed, names(all, "採用した方針の受け入れるもの：", "accepted by what was adopted: "));
    }

    /** Whether the map's targets name no algorithm, so that no authority has an opinion on them. */
    private boolean namesNothing(Replacement neutral, String use, PolicyFunction function) {
        return neutral.targets().size()
                == map.row(use).get("targets").items().stream()
                        .filter(it -> map.target(it, function).isPresent())
                        .filter(it -> it.get("kem").texts().isEmpty()
                                && it.get("sig").texts().isEmpty())
                        .count();
    }

    private static List<StanceView.Choice> every(List<StanceView> views) {
        Map<Target, StanceView.Choice> choices = new LinkedHashMap<>();
        views.forEach(view -> view.choices().forEach(it -> choices.putIfAbsent(it.target(), it)));
        return List.copyOf(choices.values());
    }

    private static Text disagreement(List<StanceView> views) {
        return views.size() == 1
                ? names(views, "採用した方針の受け入れる標準はまだない：", "no final standard is accepted yet by what was adopted: ")
                : names(
                        views,
                        "採用した方針が一致する移行先はない。どれによるかを決定し記録する：",
                        "what was adopted does not agree on a target; decide between them and keep a record: ");
    }

    private static Text names(List<StanceView> views, String ja, String en) {
        return new Text(
                ja + views.stream().map(it -> it.stance().name().ja()).collect(Collectors.joining("、")),
                en + views.stream().map(it -> it.stance().name().en()).collect(Collectors.joining(", ")));
    }

    private static Replacement of(Replacement neutral, List<StanceView.Choice> choices, Text view) {
        return new Replacement(
                neutral.use(),
                neutral.useName(),
                view,
                choices.stream().map(Replacements::target).toList(),
                neutral.gates(),
                neutral.caveats());
    }

    /** The target with the parameter sets that are accepted, where its name does not tell. */
    private static Target target(StanceView.Choice choice) {
        Target it = choice.target();
        String sets = String.join(", ", choice.parameters());
        boolean said = choice.parameters().isEmpty()
                || choice.parameters().size() == 1 && it.name().en().equals(sets);
        return said
                ? it
                : new Target(
                        new Text(it.name().ja() + "（" + sets + "）", it.name().en() + " (" + sets + ")"),
                        it.construction(),
                        it.reference(),
                        it.status(),
                        it.evidence(),
                        it.verified(),
                        it.note());
    }
}
