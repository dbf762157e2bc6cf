package dev.shirube.reports.page;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.SystemStanding;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.Conflict;
import dev.shirube.planner.policy.Conflicts;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.PolicyPacks;
import dev.shirube.planner.roadmap.PackStamp;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.sheet.ReasonSheet;
import dev.shirube.reports.sheet.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far the page's conclusions reach: which rules, where authorities disagree, and what was looked at. */
final class ScopeData {
    private final PageJson json;

    private ScopeData(PageJson json) {
        this.json = json;
    }

    /** Writes {@code packs}, {@code conflicts}, {@code outcomes} and {@code files}. */
    static void write(PageJson json, Roadmap roadmap, Inventory inventory) {
        ScopeData data = new ScopeData(json);
        json.list("packs", it -> roadmap.packs().forEach(data::pack));
        json.list("conflicts", it -> data.conflicts(roadmap));
        json.list("outcomes", it -> Stream.of(Outcome.values()).forEach(outcome -> json.said(Words.of(outcome))));
        json.list(
                "files",
                it -> SystemStanding.of(inventory)
                        .forEach((system, standing) -> data.files(
                                system, standing, inventory.coverage().getOrDefault(system, Coverage.NONE))));
    }

    private void pack(PackStamp pack) {
        json.object(it -> {
            json.text("id", pack.id());
            json.text("version", pack.version());
            json.text("sha256", pack.sha256());
            json.said("name", pack.name());
            json.truth("adopted", pack.adoption() == Adoption.INTERNAL_RULE);
        });
    }

    /** First those among the packs in use, then what other authorities would say. */
    private void conflicts(Roadmap roadmap) {
        Set<String> used = roadmap.packs().stream().map(PackStamp::id).collect(Collectors.toSet());
        List<PolicyPack> packs = PolicyPacks.standard().stream()
                .filter(it -> used.contains(it.id()))
                .toList();
        List<Conflict> ours = Conflicts.among(packs);
        Set<String> told = new HashSet<>();
        ours.forEach(conflict -> {
            told.add(conflict.id());
            conflict(conflict, true);
        });
        Conflicts.among(PolicyPacks.standard()).stream()
                .filter(conflict -> !told.contains(conflict.id()))
                .forEach(conflict -> conflict(conflict, false));
    }

    private void conflict(Conflict conflict, boolean inUse) {
        json.object(it -> {
            json.text("id", conflict.id());
            json.truth("inUse", inUse);
            json.said("kind", conflict.kind().label());
            json.said("name", conflict.name());
            json.said("text", conflict.text());
            json.list("one", list -> conflict.one().forEach(this::side));
            json.list("other", list -> conflict.other().forEach(this::side));
        });
    }

    private void side(Citation citation) {
        json.list(it -> {
            json.said(ReasonSheet.line(citation));
            json.said(citation.rule().wording());
        });
    }

    private void files(String system, SystemStanding standing, Coverage coverage) {
        json.object(it -> {
            json.text("system", system);
            json.text("standing", standing.id());
            json.list(
                    "inputs",
                    list -> Stream.of(Outcome.values())
                            .forEach(outcome -> json.number(coverage.inputs(Coverage.FILE, outcome))));
        });
    }
}
