package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.planner.policy.PolicyRule;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Makes 別紙1 方針と期限: the rules of the packs in use, in their own order, and how many assets each speaks to. */
public final class PolicySheet {
    private PolicySheet() {}

    /** The rules that the roadmap was made under. */
    public static Table<?> of(Roadmap roadmap) {
        Map<String, Integer> due = new HashMap<>();
        roadmap.assets().stream()
                .flatMap(it -> it.verdicts().stream())
                .filter(it -> it.outcome() == Verdict.Outcome.WARN || it.outcome() == Verdict.Outcome.FAIL)
                .forEach(it -> due.merge(key(it.citation()), 1, Integer::sum));
        List<PolicyRow> rows = new ArrayList<>();
        PolicyPacks.inUse(roadmap.settings()).stream()
                .flatMap(pack -> pack.citations().stream())
                .forEach(citation -> rows.add(row(citation, roadmap, due)));
        return Table.of(PolicyRow.class, rows);
    }

    private static PolicyRow row(Citation citation, Roadmap roadmap, Map<String, Integer> due) {
        PolicyRule rule = citation.rule();
        return new PolicyRow(
                citation.pack(),
                rule.id(),
                citation.policy().name(),
                citation.policy().issuer(),
                rule.section()
                        .orElseGet(() -> Text.same(
                                citation.policy().provenance().sections().orElse(""))),
                rule.functions().stream().map(PolicyFunction::label).toList(),
                rule.state().label(),
                rule.deadline(roadmap.settings().reading()),
                evidence(citation),
                adoption(roadmap.settings().adoption(citation.pack())),
                rule.about() == PolicyRule.About.ASSET
                        ? OptionalInt.of(due.getOrDefault(key(citation), 0))
                        : OptionalInt.empty(),
                rule.wording());
    }

    private static String key(Citation citation) {
        return citation.pack() + "\n" + citation.rule().id();
    }

    private static Word evidence(Citation citation) {
        String ja = citation.verified() ? "○ 確認済み" : "？ 未検証";
        String en = citation.verified() ? "○ verified" : "？ unverified";
        return citation.draft()
                ? new Word(new Text(ja + "・案", en + ", draft"), Tone.CAUTION)
                : new Word(new Text(ja, en), citation.verified() ? Tone.GOOD : Tone.CAUTION);
    }

    private static Text adoption(Adoption adoption) {
        return switch (adoption) {
            case INFORMATION -> new Text("表示のみ", "information");
            case IN_SCOPE -> new Text("適用対象", "in scope");
            case OUT_OF_SCOPE -> new Text("適用対象外", "out of scope");
            case INTERNAL_RULE -> new Text("内部規則として採用", "internal rule");
        };
    }
}
