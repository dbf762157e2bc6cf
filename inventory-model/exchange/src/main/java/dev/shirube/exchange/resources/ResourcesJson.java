package dev.shirube.exchange.resources;

import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.EffortInForce;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.Estimate;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceCalendar;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.domain.resources.ResourceGap;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.TeamCapacity;
import dev.shirube.domain.resources.VendorRelease;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code resources show --format json} prints: one document, {@code shirube-resources/1}. A member that was not
 * declared is left out; amounts of work are whole person-days, in efforts tenths of them.
 */
public final class ResourcesJson {

    private final ResourceCalendar calendar;
    private final LocalDate asOf;

    private ResourcesJson(ResourceCalendar calendar, LocalDate asOf) {
        this.calendar = calendar;
        this.asOf = asOf;
    }

    /**
     * Writes the document. The stream is not closed.
     *
     * @param calendar the resources, with the periods whose capacity is written
     * @param asOf the day that lead times are counted from
     * @throws IOException if the stream cannot be written
     */
    public static void write(
            ResourceCalendar calendar,
            LocalDate asOf,
            List<EffortInForce> efforts,
            List<ResourceGap> gaps,
            OutputStream out)
            throws IOException {
        ResourcesJson document = new ResourcesJson(calendar, asOf);
        JsonStream.document(
                out,
                json -> json.object(body -> {
                    body.text("schema", "shirube-resources/1");
                    body.text("asOf", asOf.toString());
                    document.list(body, "teams", ResourceKind.TEAM);
                    document.list(body, "budgets", ResourceKind.BUDGET);
                    document.list(body, "freezes", ResourceKind.FREEZE);
                    document.list(body, "leadTimes", ResourceKind.LEAD_TIME);
                    body.list("efforts", items -> {
                        for (EffortInForce effort : efforts) {
                            items.object(item -> effort(item, effort));
                        }
                    });
                    document.list(body, "releases", ResourceKind.RELEASE);
                    body.list("gaps", items -> {
                        for (ResourceGap gap : gaps) {
                            items.object(item -> {
                                item.text("code", gap.code().id());
                                item.text("subject", gap.subject());
                                item.text("ja", gap.text().ja());
                                item.text("en", gap.text().en());
                            });
                        }
                    });
                }));
    }

    private void list(JsonStream json, String name, ResourceKind kind) throws IOException {
        json.list(name, items -> {
            for (ResourceEntry entry : calendar.resources().entries(kind)) {
                items.object(item -> entry(item, entry));
            }
        });
    }

    private void entry(JsonStream json, ResourceEntry entry) throws IOException {
        Resource value = entry.value();
        if (value instanceof TeamCapacity team) {
            team(json, team);
        } else if (value instanceof BudgetAllotment budget) {
            json.text("pool", budget.pool());
            text(json, "line", budget.line());
            text(json, "department", budget.department());
            json.number("fiscalYear", budget.fiscalYear());
            json.number("yen", budget.yen());
            optional(json, "state", budget.state().map(it -> it.id()));
            json.texts("paysFor", budget.paysFor());
            text(json, "note", budget.note());
        } else if (value instanceof Freeze freeze) {
            json.text("name", freeze.name());
            json.text("effect", freeze.effect().id());
            json.text("scope", freeze.scope().id());
            text(json, "target", freeze.target());
            json.truth("yearly", freeze.days() instanceof Freeze.Yearly);
            json.text("from", freeze.days().first());
            json.text("until", freeze.days().last());
            text(json, "note", freeze.note());
        } else if (value instanceof LeadTime time) {
            json.text("procurement", time.procurement());
            text(json, "name", time.name());
            json.number("months", time.months());
            optional(json, "funding", time.funding().map(it -> it.id()));
            optional(json, "requestBy", time.requestBy().map(it -> it.toString().substring(2)));
            optional(json, "firstStart", time.firstStart(asOf).map(LocalDate::toString));
            text(json, "note", time.note());
        } else if (value instanceof VendorRelease release) {
            json.text("product", release.product());
            text(json, "version", release.version());
            optional(json, "earliest", release.earliest().map(LocalDate::toString));
            optional(json, "likely", release.likely().map(LocalDate::toString));
            optional(json, "latest", release.latest().map(LocalDate::toString));
            text(json, "source", release.source());
            text(json, "note", release.note());
        }
        text(json, "origin", entry.origin());
        if (!entry.others().isEmpty()) {
            json.object("others", others -> entry.others().forEach(others::text));
        }
    }

    private void team(JsonStream json, TeamCapacity team) throws IOException {
        json.text("id", team.id());
        text(json, "name", team.name());
        optional(json, "affiliation", team.affiliation().map(it -> it.id()));
        if (team.yenPerPersonDay().isPresent()) {
            json.number("yenPerPersonDay", team.yenPerPersonDay().get());
        }
        if (team.usual().isPresent()) {
            json.object("usual", usual -> {
                usual.number("personDays", team.usual().get().personDays());
                usual.text("every", team.usual().get().every().id());
            });
        }
        optional(json, "from", team.from().map(LocalDate::toString));
        optional(json, "until", team.until().map(LocalDate::toString));
        json.list("declared", items -> {
            for (Map.Entry<FiscalPeriod, Integer> declared : team.personDays().entrySet()) {
                items.object(item -> {
                    item.text("period", declared.getKey().id());
                    item.number("personDays", declared.getValue());
                });
            }
        });
        int[] capacity = calendar.capacity(team);
        List<FiscalPeriod> undeclared = calendar.undeclared(team);
        json.list("capacity", items -> {
            for (int i = 0; i < capacity.length; i++) {
                FiscalPeriod period = calendar.periods().get(i);
                int personDays = capacity[i];
                items.object(item -> {
                    item.text("period", period.id());
                    item.number("personDays", personDays);
                    item.truth("declared", !undeclared.contains(period));
                });
            }
        });
        text(json, "note", team.note());
    }

    private static void effort(JsonStream json, EffortInForce effort) throws IOException {
        EffortRate rate = effort.rate();
        json.text("task", rate.task());
        json.text("unit", rate.unit().id());
        estimate(json, "tenthsOfPersonDays", rate.tenths());
        estimate(json, "yen", rate.yen());
        json.text("source", effort.office() ? "office" : "assumption");
        text(json, "note", rate.note());
        text(json, "origin", effort.origin());
    }

    private static void estimate(JsonStream json, String name, Estimate estimate) throws IOException {
        if (estimate.known()) {
            json.object(name, amounts -> {
                estimate.low().ifPresent(it -> amounts.number("low", it));
                estimate.likely().ifPresent(it -> amounts.number("likely", it));
                estimate.high().ifPresent(it -> amounts.number("high", it));
            });
        }
    }

    private static void optional(JsonStream json, String name, Optional<String> value) {
        value.ifPresent(it -> json.text(name, it));
    }

    private static void text(JsonStream json, String name, String value) {
        if (!value.isEmpty()) {
            json.text(name, value);
        }
    }
}
