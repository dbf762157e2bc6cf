package dev.shirube.planner.policy;

import dev.shirube.domain.Language;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
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

    /** Whether the text that was read, or this rule in it, is a draft or a proposal. */
    public boolean draft() {
        return policy.draft() || rule.proviso().draft();
    }

    /** The force it has of its own. */
    public Binding binding() {
        return rule.proviso().binding().orElse(policy.binding());
    }

    /** Whether it could fail anything under any settings. */
    public boolean couldFail() {
        return verified() && !policy.informationOnly();
    }

    /**
     * Whether it may fail something under these settings: it was seen, its pack is not for information only, and either the
     * organisation has adopted the pack, or it has declared itself in scope of a rule that compels and is final.
     */
    public boolean mayFail(PlanSettings settings) {
        boolean ownForce =
                settings.adoption(pack) == Adoption.IN_SCOPE && binding().compelling() && !draft();
        return couldFail() && (ownForce || settings.adopts(pack));
    }

    /** Whether nobody has said if those it compels include the organisation. */
    public boolean scopeOpen(PlanSettings settings) {
        return binding().compelling() && settings.adoption(pack) == Adoption.INFORMATION;
    }

    /** One line: name, section, rule id, and the marks 案/draft and 未検証/unverified where they are due. */
    public String line(Language language) {
        StringBuilder line = new StringBuilder(policy.name().in(language));
        rule.section()
                .map(it -> it.in(language))
                .or(() -> policy.provenance().sections())
                .ifPresent(it -> line.append(language.choose("、", ", ")).append(it));
        line.append(language.choose("（", " (")).append(rule.id());
        if (draft()) {
            line.append(language.choose("、案", ", draft"));
        }
        if (!verified()) {
            line.append(language.choose("、未検証", ", unverified"));
        }
        return line.append(language.choose("）", ")")).toString();
    }
}
