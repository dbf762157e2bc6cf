package dev.shirube.planner.policy;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.Text;
import dev.shirube.planner.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one pack from its table; a word the pack uses and the planner does not know is a fault of the pack. */
final class PackReader {

    private PackReader() {}

    static PolicyPack read(DataNode table) {
        List<Policy> policies = new ArrayList<>();
        Map<String, List<PolicyRule>> rules = new LinkedHashMap<>();
        for (DataNode policy : table.get("policies").items()) {
            policies.add(policy(policy, table.get("information_only").truthOr(false)));
            rules.put(
                    policy.get("id").text(),
                    policy.get("rules").items().stream().map(PackReader::rule).toList());
        }
        return new PolicyPack(
                table.get("id").text(),
                table.get("version").text(),
                Sha256.hex(DataTable.write(table)),
                text(table.get("name")),
                table.get("jurisdiction").text(),
                table.get("default").truthOr(false),
                table.get("information_only").truthOr(false),
                policies,
                rules);
    }

    private static Policy policy(DataNode node, boolean informationOnly) {
        return new Policy(
                node.get("id").text(),
                text(node.get("name")),
                node.get("issuer").text(),
                date(node.get("date")),
                node.get("date_verified").truthOr(false),
                node.get("status").text(),
                node.get("draft").truthOr(true),
                known("binding", node.get("binding"), Binding.values(), Binding::id),
                text(node.get("scope")),
                new Provenance(
                        node.get("jurisdiction").text(),
                        node.get("sections").optionalText(),
                        date(node.get("retrieved")),
                        Math.toIntExact(node.get("stale_after").whole())),
                informationOnly,
                EvidenceGrade.valueOf(node.get("evidence").text()),
                node.get("verified").truthOr(false),
                node.get("sources").texts());
    }

    private static PolicyRule rule(DataNode node) {
        Set<PolicyFunction> functions = new LinkedHashSet<>();
        for (DataNode function : node.get("functions").items()) {
            functions.add(known("function", function, PolicyFunction.values(), PolicyFunction::id));
        }
        return new PolicyRule(
                node.get("id").text(),
                PolicyRule.About.valueOf(node.get("about").text().toUpperCase(Locale.ROOT)),
                known("state", node.get("state"), RuleState.values(), RuleState::id),
                functions,
                operation(node.get("operation")),
                match(node.get("match")),
                proviso(node),
                date(node.get("from")),
                date(node.get("by")).or(() -> date(node.get("after"))),
                date(node.get("fiscal_by")),
                node.get("section").present() ? Optional.of(text(node.get("section"))) : Optional.empty(),
                text(node.get("wording")),
                node.get("ambiguity").present() ? text(node.get("ambiguity")) : Text.same(""),
                EvidenceGrade.valueOf(node.get("evidence").text()),
                node.get("verified").truthOr(false));
    }

    private static Optional<Operation> operation(DataNode node) {
        return node.present()
                ? Optional.of(known("operation", node, Operation.values(), Operation::id))
                : Optional.empty();
    }

    private static Match match(DataNode node) {
        DataNode bits = node.get("bits");
        return new Match(
                node.get("class").textOr("").equals("qv"),
                node.get("groups").texts(),
                node.get("params").texts(),
                bits(bits.get("min")),
                bits(bits.get("max")),
                bits(node.get("confidentiality_years")));
    }

    private static Proviso proviso(DataNode node) {
        DataNode condition = node.get("condition");
        return new Proviso(
                node.get("construction").present()
                        ? Optional.of(known(
                                "construction", node.get("construction"), Construction.values(), Construction::id))
                        : Optional.empty(),
                node.get("only").truthOr(false),
                condition.present()
                        ? Optional.of(new Condition(
                                condition.get("name").text(),
                                condition.get("value").text()))
                        : Optional.empty(),
                node.get("draft").truthOr(false),
                node.get("binding").present()
                        ? Optional.of(known("binding", node.get("binding"), Binding.values(), Binding::id))
                        : Optional.empty());
    }

    private static OptionalInt bits(DataNode node) {
        return node.present() ? OptionalInt.of(node.intOr(0)) : OptionalInt.empty();
    }

    private static Optional<LocalDate> date(DataNode node) {
        return node.optionalText().map(LocalDate::parse);
    }

    private static Text text(DataNode node) {
        return new Text(node.get("ja").text(), node.get("en").text());
    }

    private static <E extends Enum<E>> E known(
            String what, DataNode node, E[] values, java.util.function.Function<E, String> id) {
        for (E value : values) {
            if (id.apply(value).equals(node.text())) {
                return value;
            }
        }
        throw new IllegalStateException("A pack uses the " + what + " " + node.text() + ", which is not one of ours.");
    }
}
