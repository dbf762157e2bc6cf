package dev.shirube.planner.policy;

import dev.shirube.domain.Language;
import java.util.Objects;

/**
 * What a verdict rests on: the rule, in the policy, in the pack.
 *
 * @param pack id of the pack
 */
public record Citation(String pack, Policy policy, PolicyRule rule) {

    /** Refuses null. */
    public Citation {
        Objects.requireNonNull(pack);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(rule);
    }

    /** Whether both the policy's text and this rule in it were seen. */
    public boolean verified() {
        return policy.verified() && rule.verified();
    }

    /** One line: name, section, rule id, and the marks 案/draft and 未検証/unverified where they are due. */
    public String line(Language language) {
        StringBuilder line = new StringBuilder(policy.name().in(language));
        rule.section().ifPresent(it -> line.append(language.choose("、", ", ")).append(it.in(language)));
        line.append(language.choose("（", " (")).append(rule.id());
        if (policy.draft()) {
            line.append(language.choose("、案", ", draft"));
        }
        if (!verified()) {
            line.append(language.choose("、未検証", ", unverified"));
        }
        return line.append(language.choose("）", ")")).toString();
    }
}
