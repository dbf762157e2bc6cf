package dev.shirube.planner.policy;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.Text;
import dev.shirube.planner.Sha256;
import java.time.DateTimeException;
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
import java.util.function.Function;

/** Reads one pack from its table; a word the pack uses and the planner does not know is a fault of the pack. */
final class PackReader {

    private PackReader() {}

    static PolicyPack read(DataNode table) {
        List<Policy> policies = new ArrayList<>();
        Map<String, List<PolicyRule>> rules = new LinkedHashMap<>();
        for (DataNode policy : table.get("policies").items()) {
            policies.add(named(
                    "policy",
                    policy,
                    it -> policy(it, table.get("information_only").truthOr(false))));
            rules.put(
                    need(policy, "id").text(),
                    policy.get("rules").items().stream()
                            .map(it -> named("rule", it, PackReader::rule))
                            .toList());
        }
        return new PolicyPack(
                need(table, "id").text(),
                need(table, "version").text(),
                Sha256.hex(DataTable.write(table)),
                text(table.get("name")),
                need(table, "jurisdiction").text(),
                table.get("default").truthOr(false),
                table.get("information_only").truthOr(false),
                policies,
                rules);
    }

    private static <T> T named(String what, DataNode node, Function<DataNode, T> read) {
        try {
            return read.apply(node);
        } catch (IllegalStateException | IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException(
                    what + " " + node.get("id").textOr("without id") + ": " + e.getMessage(), e);
        }
    }

    private static DataNode need(DataNode node, String name) {
        DataNode value = node.get(name);
        if (!value.present()) {
            throw new IllegalStateException(name + " is missing");
        }
        return value;
    }

    private static Policy policy(DataNode node, boolean informationOnly) {
        return new Policy(
                need(node, "id").text(),
                text(node.get("name")),
                need(node, "issuer").text(),
                date(node.get("date")),
                node.get("date_verified").truthOr(false),
                need(node, "status").text(),
                node.get("draft").truthOr(true),
                known("binding", need(node, "binding"), Binding.values(), Binding::id),
                text(node.get("scope")),
                new Provenance(
                        need(node, "jurisdiction").text(),
                        node.get("sections").optionalText(),
                        date(node.get("retrieved")),
                        Math.toIntExact(need(node, "stale_after").whole())),
                informationOnly,
                EvidenceGrade.valueOf(need(node, "evidence").text()),
                node.get("verified").truthOr(false),
                node.get("sources").texts());
    }

    private static PolicyRule rule(DataNode node) {
        Set<PolicyFunction> functions = new LinkedHashSet<>();
        for (DataNode function : node.get("functions").items()) {
            functions.add(known("function", function, PolicyFunction.values(), PolicyFunction::id));
        }
        return new PolicyRule(
                need(node, "id").text(),
                PolicyRule.About.valueOf(need(node, "about").text().toUpperCase(Locale.ROOT)),
                known("state", need(node, "state"), RuleState.values(), RuleState::id),
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
                EvidenceGrade.valueOf(need(node, "evidence").text()),
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
                                need(condition, "name").text(),
                                need(condition, "value").text()))
                        : Optional.empty(),
                node.get("draft").truthOr(false),
                node.get("binding").present()
                        ? Optional.of(known("binding", need(node, "binding"), Binding.values(), Binding::id))
                        : Optional.empty());
    }

    private static OptionalInt bits(DataNode node) {
        return node.present() ? OptionalInt.of(node.intOr(0)) : OptionalInt.empty();
    }

    private static Optional<LocalDate> date(DataNode node) {
        return node.optionalText().map(LocalDate::parse);
    }

    private static Text text(DataNode node) {
        return new Text(need(node, "ja").text(), need(node, "en").text());
    }

    private static <E extends Enum<E>> E known(String what, DataNode node, E[] values, Function<E, String> id) {
        for (E value : values) {
            if (id.apply(value).equals(node.text())) {
                return value;
            }
        }
        throw new IllegalStateException("A pack uses the " + what + " " + node.text() + ", which is not one of ours.");
    }
}
