package dev.shirube.planner.policy;

import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.planner.PlanSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What changes when one pack takes another's place: for the day on which the national roadmap (工程表) fills its slot.
 *
 * @param added rules that only the new pack has
 * @param removed rules that only the old pack has
 * @param changed rules with the same id that do not say the same
 * @param verdicts classes of use on which the packs' outcomes differ
 */
public record PackDiff(
        List<Citation> added, List<Citation> removed, List<Changed> changed, List<VerdictChange> verdicts) {

    /** A rule before and after, with the names of what differs. */
    public record Changed(Citation before, Citation after, List<Text> what) {}

    /** A class of use, and what the two packs say of it together. */
    public record VerdictChange(Text subject, Verdicts before, Verdicts after) {}

    /** Keeps unmodifiable copies. */
    public PackDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        verdicts = List.copyOf(verdicts);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && verdicts.isEmpty();
    }

    /** The difference under these settings, by which it is decided what may fail. */
    public static PackDiff between(PolicyPack before, PolicyPack after, PlanSettings settings) {
        Map<String, Citation> old = byRule(before);
        Map<String, Citation> now = byRule(after);
        List<Changed> changed = new ArrayList<>();
        now.forEach((id, citation) -> {
            List<Text> what = old.containsKey(id) ? differences(old.get(id), citation) : List.of();
            if (!what.isEmpty()) {
                changed.add(new Changed(old.get(id), citation, what));
            }
        });
        List<VerdictChange> verdicts = new ArrayList<>();
        classes().forEach((name, subject) -> {
            Verdicts one = Verdicts.of(before.assess(subject, settings, Optional.empty()));
            Verdicts two = Verdicts.of(after.assess(subject, settings, Optional.empty()));
            if (one.outcome() != two.outcome() || !one.dates().equals(two.dates())) {
                verdicts.add(new VerdictChange(name, one, two));
            }
        });
        return new PackDiff(only(now, old), only(old, now), changed, verdicts);
    }

    private static Map<String, Citation> byRule(PolicyPack pack) {
        Map<String, Citation> rules = new LinkedHashMap<>();
        pack.citations().forEach(it -> rules.put(it.rule().id(), it));
        return rules;
    }

    private static List<Citation> only(Map<String, Citation> here, Map<String, Citation> there) {
        return here.entrySet().stream()
                .filter(it -> !there.containsKey(it.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<Text> differences(Citation before, Citation after) {
        PolicyRule one = before.rule();
        PolicyRule two = after.rule();
        List<Text> what = new ArrayList<>();
        add(what, !one.lastDay().equals(two.lastDay()) || !one.firstDay().equals(two.firstDay()), "期日", "dates");
        add(what, !one.fiscalLastDay().equals(two.fiscalLastDay()), "年度の読み方", "fiscal-year reading");
        add(what, one.state() != two.state(), "状態", "state");
        add(what, !one.functions().equals(two.functions()), "用途", "function");
        add(what, !one.operation().equals(two.operation()), "操作", "operation");
        add(what, !one.match().equals(two.match()), "対象アルゴリズム", "algorithms");
        add(what, one.about() != two.about(), "対象", "whom it binds");
        add(
                what,
                !one.proviso().equals(two.proviso()) || before.draft() != after.draft(),
                "条件・案の別",
                "conditions or draft");
        add(what, before.binding() != after.binding(), "拘束力", "force");
        add(what, before.verified() != after.verified() || one.evidence() != two.evidence(), "確認の程度", "evidence");
        add(what, !one.section().equals(two.section()), "条項", "section");
        add(what, !one.wording().equals(two.wording()) || !one.ambiguity().equals(two.ambiguity()), "文言", "wording");
        return what;
    }

    private static void add(List<Text> what, boolean differs, String ja, String en) {
        if (differs) {
            what.add(new Text(ja, en));
        }
    }

    /** The classes of use that verdicts are compared for: by function, operation and strength, and what is built to last. */
    private static Map<Text, Subject> classes() {
        Map<Text, Subject> classes = new LinkedHashMap<>();
        for (PolicyFunction function : List.of(PolicyFunction.KEY_ESTABLISHMENT, PolicyFunction.SIGNATURE)) {
            for (Operation operation : Operation.values()) {
                for (int bits : new int[] {112, 128, 192}) {
                    classes.put(
                            new Text(
                                    function.label().ja() + "、"
                                            + operation.label().ja() + "、従来方式 " + bits + " ビット",
                                    function.label().en() + ", "
                                            + operation.label().en() + ", classical " + bits + " bits"),
                            new Subject(
                                    QuantumThreat.VULNERABLE,
                                    Optional.of("RSA"),
                                    OptionalInt.of(bits),
                                    function,
                                    operation));
                }
            }
            boolean keys = function == PolicyFunction.KEY_ESTABLISHMENT;
            for (String parameter : keys ? List.of("512", "768", "1024") : List.of("44", "65", "87")) {
                String name = (keys ? "ML-KEM-" : "ML-DSA-") + parameter;
                classes.put(
                        Text.same(name),
                        new Subject(
                                        QuantumThreat.SAFE,
                                        Optional.of(keys ? "ML-KEM" : "ML-DSA"),
                                        OptionalInt.empty(),
                                        function,
                                        Operation.NEW_GENERATION)
                                .withParameter(Optional.of(parameter)));
            }
        }
        return classes;
    }
}
