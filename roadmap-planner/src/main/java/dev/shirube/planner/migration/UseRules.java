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
    public String use(Query query) {
        for (Rule rule : rules) {
            if (rule.holds(query)) {
                return rule.use;
            }
        }
        return "";
    }

    /** Every use that a rule names, with repetitions. */
    List<String> named() {
        return rules.stream().map(rule -> rule.use).toList();
    }

    /**
     * All that the rules look at: equal queries have the same use, so an answer can be kept.
     *
     * @param asset {@code algorithm}, {@code certificate}, {@code key}, {@code protocol} or {@code library}
     * @param protocol of a protocol asset; empty for others
     * @param version of a protocol asset, where known
     * @param format of a key; empty for others
     * @param function id of what the cryptography is for
     * @param operation id of what the finding does
     * @param symbol what was called or set
     * @param row catalogue row or rule of the detector
     * @param scheme scheme of the logical path; empty for a file
     */
    public record Query(
            String asset,
            String protocol,
            String version,
            String format,
            String function,
            String operation,
            String symbol,
            String row,
            String scheme) {

        /** The query of a finding that serves that function. */
        public static Query of(Finding finding, PolicyFunction function) {
            CryptoAsset asset = finding.asset();
            String location = finding.occurrence().location();
            int scheme = location.indexOf("://");
            return new Query(
                    type(asset),
                    asset instanceof CryptoAsset.Protocol it ? it.protocol() : "",
                    asset instanceof CryptoAsset.Protocol it ? it.version().orElse("") : "",
                    asset instanceof CryptoAsset.Key it ? it.format() : "",
                    function.id(),
                    finding.function().id(),
                    finding.occurrence().symbol(),
                    finding.evidence().row(),
                    scheme < 0 ? "" : location.substring(0, scheme));
        }

        private static String type(CryptoAsset asset) {
            String id = asset.id();
            return id.substring(0, id.indexOf(':'));
        }
    }

    private static final class Rule {

        private final String use;
        private final Map<String, List<String>> conditions = new HashMap<>();

        Rule(DataNode row) {
            use = row.get("use").text();
            row.entries().forEach((name, words) -> conditions.put(name, words.texts()));
        }

        boolean holds(Query query) {
            return condition("asset", query.asset()::equals)
                    && condition("protocol", query.protocol()::equalsIgnoreCase)
                    && condition("versions", query.version()::equalsIgnoreCase)
                    && condition("functions", query.function()::equals)
                    && condition("operations", query.operation()::equals)
                    && condition("schemes", query.scheme()::equals)
                    && condition("formats", query.format()::equalsIgnoreCase)
                    && condition("symbols", word -> begins(query.symbol(), word) || begins(query.row(), word));
        }

        private boolean condition(String name, Predicate<String> holds) {
            List<String> words = conditions.get(name);
            return words == null || words.stream().anyMatch(holds);
        }

        private static boolean begins(String text, String word) {
            return text.regionMatches(true, 0, word, 0, word.length());
        }
    }

    private static final class Holder {
        static final UseRules RULES = new UseRules(DataTable.load(UseRules.class, "use-rules.table"));
    }
}
