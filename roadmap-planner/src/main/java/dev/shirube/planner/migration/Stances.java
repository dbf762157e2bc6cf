package dev.shirube.planner.migration;

import dev.shirube.data.DataNode;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.PolicyFunction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Replacements by use, function and authority: the map's targets, narrowed to what an authority accepts. */
public final class Stances {

    private final MigrationMap map;
    private final List<Stance> all;

    Stances(MigrationMap map, DataNode rows) {
        this.map = map;
        this.all = rows.items().stream().map(Stance::of).toList();
    }

    /** The stances that the program carries. */
    public static Stances standard() {
        return MigrationMap.standard().stances();
    }

    /** Every stance, in authored order. */
    public List<Stance> all() {
        return all;
    }

    /** The stances for which these packs speak, each once. */
    public List<Stance> of(Collection<String> packs) {
        return all.stream()
                .filter(it -> it.packs().stream().anyMatch(packs::contains))
                .toList();
    }

    /**
     * What may replace that use for that function in that authority's eyes.
     *
     * @throws IllegalArgumentException for a use the map does not have
     */
    public StanceView view(String use, PolicyFunction function, Stance stance) {
        DataNode row = map.row(use);
        boolean software = row.get("signs_software").truthOr(false);
        List<StanceView.Choice> choices = new ArrayList<>();
        boolean unseen = false;
        for (DataNode node : ordered(row, stance)) {
            Optional<Target> target = map.target(node, function);
            if (target.isEmpty()) {
                continue;
            }
            List<String> keys = node.get("kem").texts();
            List<String> signatures = node.get("sig").texts();
            if (!signatures.isEmpty() && !stance.signaturesSeen()) {
                unseen = true;
                continue;
            }
            List<String> acceptedKeys = accepted(keys, stance.keys(), stance.any());
            List<String> acceptedSignatures = accepted(signatures, stance.signatures(software), stance.any());
            if (keys.isEmpty() != acceptedKeys.isEmpty() || signatures.isEmpty() != acceptedSignatures.isEmpty()) {
                continue;
            }
            List<String> parameters = new ArrayList<>(acceptedKeys);
            parameters.addAll(acceptedSignatures);
            choices.add(new StanceView.Choice(target.get(), parameters));
        }
        return new StanceView(stance, choices, choices.isEmpty() ? why(unseen) : Text.same(""));
    }

    /**
     * What all of these views accept with a final standard: what an office that has adopted them all can move to. Where there
     * is none, it must decide between them and keep a record of why.
     */
    public static List<StanceView.Choice> agreed(List<StanceView> views) {
        if (views.isEmpty()) {
            return List.of();
        }
        List<StanceView.Choice> agreed = new ArrayList<>();
        for (StanceView.Choice choice : views.get(0).choices()) {
            List<String> parameters = new ArrayList<>(choice.parameters());
            boolean everywhere = choice.target().available();
            for (StanceView view : views) {
                Optional<StanceView.Choice> same = view.choices().stream()
                        .filter(it -> it.target().equals(choice.target()))
                        .findFirst();
                same.ifPresent(it -> parameters.retainAll(it.parameters()));
                everywhere &= same.isPresent()
                        && parameters.isEmpty() == choice.parameters().isEmpty();
            }
            if (everywhere) {
                agreed.add(new StanceView.Choice(choice.target(), parameters));
            }
        }
        return List.copyOf(agreed);
    }

    private static Text why(boolean unseen) {
        return unseen
                ? new Text(
                        "署名の移行先は示せない：一覧の署名の行が未確認である",
                        "no signature target is named: the signature rows of its list were not seen")
                : new Text("受け入れられる移行先が表にない", "the map has no target that it accepts");
    }

    private static List<DataNode> ordered(DataNode row, Stance stance) {
        List<DataNode> targets = row.get("targets").items();
        List<String> preferred = row.get("by_stance").get(stance.id()).texts();
        if (preferred.isEmpty()) {
            return targets;
        }
        return preferred.stream()
                .map(name -> targets.stream()
                        .filter(it -> MigrationMap.text(it.get("name")).en().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "The migration map prefers " + name + ", which is no target of its use.")))
                .toList();
    }

    private static List<String> accepted(List<String> parts, List<String> allowed, boolean any) {
        return any ? parts : parts.stream().filter(allowed::contains).toList();
    }
}
