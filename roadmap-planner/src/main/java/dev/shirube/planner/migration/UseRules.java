package dev.shirube.planner.migration;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.planner.policy.PolicyFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Decides which row of the migration map a finding belongs to, by the ordered rules of {@code use-rules.yaml}. */
public final class UseRules {

    private final List<Rule> rules;

    private UseRules(DataNode table) {
        rules = table.get("rules").items().stream().map(Rule::new).toList();
    }

    /** The rules that the program carries. */
    public static UseRules standard() {
        return Holder.RULES;
    }

    /** The id of the use, or an empty text where no rule holds: symmetric cryptography, hashes, libraries. */
    public String use(Finding finding, PolicyFunction function) {
        for (Rule rule : rules) {
            if (rule.holds(finding, function)) {
                return rule.use;
            }
        }
        return "";
    }

    /** Every use that a rule names, with repetitions. */
    List<String> named() {
        return rules.stream().map(rule -> rule.use).toList();
    }

    private static final class Rule {

        private final String use;
        private final Map<String, List<String>> conditions = new HashMap<>();

        Rule(DataNode row) {
            use = row.get("use").text();
            row.entries().forEach((name, words) -> conditions.put(name, words.texts()));
        }

        boolean holds(Finding finding, PolicyFunction function) {
            return condition("asset", word -> word.equals(type(finding.asset())))
                    && condition("functions", word -> word.equals(function.id()))
                    && condition(
                            "operations", word -> word.equals(finding.function().id()))
                    && condition(
                            "locations", word -> finding.occurrence().location().startsWith(word))
                    && condition(
                            "symbols",
                            word -> finding.occurrence().symbol().startsWith(word)
                                    || finding.evidence().row().startsWith(word))
                    && condition(
                            "formats",
                            word -> finding.asset() instanceof CryptoAsset.Key key
                                    && key.format().equalsIgnoreCase(word))
                    && protocolConditions(finding.asset());
        }

        private boolean protocolConditions(CryptoAsset asset) {
            if (!(asset instanceof CryptoAsset.Protocol protocol)) {
                return !conditions.containsKey("protocol") && !conditions.containsKey("versions");
            }
            return condition("protocol", word -> word.equalsIgnoreCase(protocol.protocol()))
                    && condition(
                            "versions",
                            word -> protocol.version()
                                    .filter(word::equalsIgnoreCase)
                                    .isPresent());
        }

        private boolean condition(String name, Predicate<String> holds) {
            List<String> words = conditions.get(name);
            return words == null || words.stream().anyMatch(holds);
        }

        private static String type(CryptoAsset asset) {
            String id = asset.id();
            return id.substring(0, id.indexOf(':'));
        }
    }

    private static final class Holder {
        static final UseRules RULES = new UseRules(DataTable.load(UseRules.class, "use-rules.table"));
    }
}
