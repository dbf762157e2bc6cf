package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.exchange.JsonStream;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.Conflict;
import dev.shirube.planner.policy.Match;
import dev.shirube.planner.policy.PackDiff;
import dev.shirube.planner.policy.Policy;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.planner.policy.PolicyRule;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.policy.Verdicts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Packs, rules, conflicts and verdicts as JSON: names are stable, and texts come in both languages. */
final class PolicyJson {

    private PolicyJson() {}

    static void packs(JsonStream json, PlanSettings settings) throws IOException {
        head(json, "shirube-policy-packs/1", settings);
        json.list("packs", list -> {
            for (PolicyPack pack : PolicyPacks.standard()) {
                list.object(item -> summary(item, pack, settings));
            }
        });
    }

    static void pack(JsonStream json, PolicyPack pack, PlanSettings settings) throws IOException {
        head(json, "shirube-policy-pack/1", settings);
        summary(json, pack, settings);
        json.text("sha256", pack.sha256());
        json.list("policies", list -> {
            for (Policy policy : pack.policies()) {
                list.object(item -> policy(item, pack, policy, settings));
            }
        });
    }

    static void conflicts(JsonStream json, List<Conflict> conflicts, PlanSettings settings) throws IOException {
        head(json, "shirube-policy-conflicts/1", settings);
        json.list("conflicts", list -> {
            for (Conflict conflict : conflicts) {
                list.object(item -> {
                    item.text("id", conflict.id());
                    text(item, "name", conflict.name());
                    item.text("kind", conflict.kind().id());
                    text(item, "text", conflict.text());
                    rules(item, "a", conflict.one(), settings);
                    rules(item, "b", conflict.other(), settings);
                });
            }
        });
    }

    static void diff(JsonStream json, PackDiff diff, PlanSettings settings) throws IOException {
        head(json, "shirube-policy-diff/1", settings);
        rules(json, "added", diff.added(), settings);
        rules(json, "removed", diff.removed(), settings);
        json.list("changed", list -> {
            for (PackDiff.Changed it : diff.changed()) {
                list.object(item -> {
                    item.allTexts("what", it.what().stream().map(Text::en).toList());
                    item.object("before", rule -> citation(rule, it.before(), settings));
                    item.object("after", rule -> citation(rule, it.after(), settings));
                });
            }
        });
        json.list("verdicts", list -> {
            for (PackDiff.VerdictChange it : diff.verdicts()) {
                list.object(item -> {
                    text(item, "subject", it.subject());
                    item.object("before", verdicts -> outcome(verdicts, it.before(), settings));
                    item.object("after", verdicts -> outcome(verdicts, it.after(), settings));
                });
            }
        });
    }

    static void head(JsonStream json, String schema, PlanSettings settings) {
        json.text("schema", schema);
        json.text("asOf", settings.asOf().toString());
        json.text("yearReading", id(settings.reading()));
    }

    /** What the verdicts say together, and every verdict that says something. */
    static void outcome(JsonStream json, Verdicts verdicts, PlanSettings settings) throws IOException {
        json.text("outcome", id(verdicts.outcome()));
        json.truth("open", verdicts.open());
        date(json, "effective", verdicts.effective(settings));
        json.allTexts("dates", verdicts.dates().stream().map(String::valueOf).toList());
        json.list("verdicts", list -> {
            for (Verdict it : verdicts.all()) {
                if (it.outcome() != Verdict.Outcome.NOT_APPLICABLE) {
                    list.object(item -> {
                        item.text("outcome", id(it.outcome()));
                        date(item, "deadline", it.deadline());
                        text(item, "reason", it.reason());
                        item.text("pack", it.citation().pack());
                        item.text("policy", it.citation().policy().id());
                        item.text("rule", it.citation().rule().id());
                        item.truth("verified", it.citation().verified());
                        item.truth("draft", it.citation().draft());
                    });
                }
            }
        });
    }

    private static void summary(JsonStream json, PolicyPack pack, PlanSettings settings) throws IOException {
        json.text("id", pack.id());
        json.text("version", pack.version());
        text(json, "name", pack.name());
        json.text("jurisdiction", pack.jurisdiction());
        json.truth("informationOnly", pack.informationOnly());
        json.number("rules", pack.citations().size());
        json.number(
                "verified", pack.citations().stream().filter(Citation::verified).count());
        json.text("staleness", id(pack.staleness(settings.asOf())));
        json.text("adoptedAs", PolicyCommands.adoption(pack, settings));
    }

    private static void policy(JsonStream json, PolicyPack pack, Policy policy, PlanSettings settings)
            throws IOException {
        json.text("id", policy.id());
        text(json, "name", policy.name());
        json.text("jurisdiction", policy.provenance().jurisdiction());
        json.text("issuer", policy.issuer());
        date(json, "date", policy.date());
        json.truth("dateVerified", policy.dateVerified());
        json.text("status", policy.status());
        json.truth("draft", policy.draft());
        json.text("binding", policy.binding().id());
        text(json, "scope", policy.scope());
        policy.provenance().sections().ifPresent(it -> json.text("sections", it));
        date(json, "retrieved", policy.provenance().retrieved());
        json.number("staleAfterDays", policy.provenance().staleAfter());
        json.text("staleness", id(policy.provenance().on(settings.asOf())));
        json.text("evidence", policy.evidence().name());
        json.truth("verified", policy.verified());
        json.allTexts("sources", policy.sources());
        rules(
                json,
                "rules",
                pack.citations().stream()
                        .filter(it -> it.policy().id().equals(policy.id()))
                        .toList(),
                settings);
    }

    private static void rules(JsonStream json, String name, List<Citation> rules, PlanSettings settings)
            throws IOException {
        json.list(name, list -> {
            for (Citation it : rules) {
                list.object(item -> citation(item, it, settings));
            }
        });
    }

    private static void citation(JsonStream json, Citation citation, PlanSettings settings) throws IOException {
        PolicyRule rule = citation.rule();
        json.text("id", rule.id());
        json.text("pack", citation.pack());
        json.text("policy", citation.policy().id());
        json.text("about", id(rule.about()));
        json.text("state", rule.state().id());
        json.allTexts(
                "functions", rule.functions().stream().map(PolicyFunction::id).toList());
        rule.operation().ifPresent(it -> json.text("operation", it.id()));
        json.object("match", match -> match(match, rule.match()));
        rule.proviso().construction().ifPresent(it -> json.text("construction", it.id()));
        json.truth("only", rule.proviso().only());
        rule.proviso().condition().ifPresent(it -> json.text("condition", it.name() + " = " + it.value()));
        date(json, "from", rule.firstDay());
        date(json, "lastDay", rule.deadline(settings.reading()));
        if (rule.section().isPresent()) {
            text(json, "section", rule.section().get());
        }
        text(json, "wording", rule.wording());
        text(json, "ambiguity", rule.ambiguity());
        json.text("binding", citation.binding().id());
        json.truth("draft", citation.draft());
        json.text("evidence", rule.evidence().name());
        json.truth("verified", citation.verified());
        json.truth("mayFail", citation.mayFail(settings));
        text(
                json,
                "cited",
                new Text(citation.line(dev.shirube.domain.Language.JA), citation.line(dev.shirube.domain.Language.EN)));
    }

    private static void match(JsonStream json, Match match) throws IOException {
        json.truth("quantumVulnerable", match.quantumVulnerable());
        json.texts("groups", match.groups());
        json.texts("params", match.params());
        json.number("minimumBits", match.minimumBits());
        json.number("maximumBits", match.maximumBits());
        json.number("confidentialityYears", match.confidentialityYears());
    }

    static void text(JsonStream json, String name, Text text) throws IOException {
        json.object(name, item -> {
            item.text("ja", text.ja());
            item.text("en", text.en());
        });
    }

    static void date(JsonStream json, String name, Optional<LocalDate> date) {
        date.ifPresent(it -> json.text(name, it.toString()));
    }

    static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
