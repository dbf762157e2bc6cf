package dev.shirube.store;

import dev.shirube.domain.resources.Affiliation;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.BudgetState;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.EffortUnit;
import dev.shirube.domain.resources.Estimate;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.FreezeEffect;
import dev.shirube.domain.resources.FreezeScope;
import dev.shirube.domain.resources.Funding;
import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.TeamCapacity;
import dev.shirube.domain.resources.VendorRelease;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stored form of an office's resources: one document, of which every import makes a new version. */
final class ResourceRecord {

    private static final int FORM = 1;

    private ResourceRecord() {}

    static byte[] write(OfficeResources resources) {
        return new RecordWriter()
                .number(FORM)
                .list(resources.entries(), ResourceRecord::entry)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static OfficeResources read(byte[] bytes) {
        RecordReader in = new RecordReader(new String(bytes, StandardCharsets.UTF_8));
        int form = in.integer();
        if (form != FORM) {
            throw new IllegalStateException(
                    "The resources were stored in form " + form + " by a newer version of Shirube: update Shirube");
        }
        return new OfficeResources(in.list(ResourceRecord::entry));
    }

    private static void entry(RecordWriter out, ResourceEntry entry) {
        out.code(entry.value().kind());
        value(out, entry.value());
        out.text(entry.origin())
                .list(
                        entry.others().entrySet(),
                        (to, it) -> to.text(it.getKey()).text(it.getValue()));
    }

    private static ResourceEntry entry(RecordReader in) {
        Resource value = value(in, in.code(ResourceKind.class));
        String origin = in.text();
        SortedMap<String, String> others = new TreeMap<>();
        in.list(it -> Map.entry(it.text(), it.text())).forEach(it -> others.put(it.getKey(), it.getValue()));
        return new ResourceEntry(value, origin, others);
    }

    private static void value(RecordWriter out, Resource value) {
        if (value instanceof TeamCapacity team) {
            team(out, team);
        } else if (value instanceof BudgetAllotment budget) {
            out.text(budget.line()).text(budget.department()).number(budget.fiscalYear());
            out.number(budget.yen()).optional(budget.state(), out::code);
            out.texts(budget.paysFor()).text(budget.note());
        } else if (value instanceof Freeze freeze) {
            freeze(out, freeze);
        } else if (value instanceof LeadTime time) {
            out.text(time.procurement()).text(time.name()).number(time.months());
            out.optional(time.funding(), out::code).optional(time.requestBy(), it -> monthDay(out, it));
            out.text(time.note());
        } else if (value instanceof EffortRate rate) {
            out.text(rate.task()).code(rate.unit());
            estimate(out, rate.tenths());
            estimate(out, rate.yen());
            out.text(rate.note());
        } else if (value instanceof VendorRelease release) {
            out.text(release.product()).text(release.version());
            day(out, release.earliest());
            day(out, release.likely());
            day(out, release.latest());
            out.text(release.source()).text(release.note());
        }
    }

    private static Resource value(RecordReader in, ResourceKind kind) {
        return switch (kind) {
            case TEAM -> team(in);
            case BUDGET ->
                new BudgetAllotment(
                        in.text(),
                        in.text(),
                        in.integer(),
                        in.number(),
                        in.optional(() -> in.code(BudgetState.class)),
                        in.texts(),
                        in.text());
            case FREEZE -> freeze(in);
            case LEAD_TIME ->
                new LeadTime(
                        in.text(),
                        in.text(),
                        in.integer(),
                        in.optional(() -> in.code(Funding.class)),
                        in.optional(() -> monthDay(in)),
                        in.text());
            case EFFORT -> new EffortRate(in.text(), in.code(EffortUnit.class), estimate(in), estimate(in), in.text());
            case RELEASE -> new VendorRelease(in.text(), in.text(), day(in), day(in), day(in), in.text(), in.text());
        };
    }

    private static void team(RecordWriter out, TeamCapacity team) {
        out.text(team.id()).text(team.name()).optional(team.affiliation(), out::code);
        out.optional(team.yenPerPersonDay(), out::number);
        out.optional(team.usual(), it -> out.number(it.personDays()).code(it.every()));
        day(out, team.from());
        day(out, team.until());
        out.list(
                team.personDays().entrySet(),
                (to, it) -> to.text(it.getKey().first().toString())
                        .code(it.getKey().grain())
                        .number(it.getValue()));
        out.text(team.note());
    }

    private static TeamCapacity team(RecordReader in) {
        String id = in.text();
        String name = in.text();
        Optional<Affiliation> affiliation = in.optional(() -> in.code(Affiliation.class));
        Optional<Long> yen = in.optional(in::number);
        Optional<TeamCapacity.Usual> usual =
                in.optional(() -> new TeamCapacity.Usual(in.integer(), in.code(Grain.class)));
        Optional<LocalDate> from = day(in);
        Optional<LocalDate> until = day(in);
        List<Map.Entry<FiscalPeriod, Integer>> periods = in.list(
                it -> Map.entry(new FiscalPeriod(YearMonth.parse(it.text()), it.code(Grain.class)), it.integer()));
        SortedMap<FiscalPeriod, Integer> personDays = new TreeMap<>();
        periods.forEach(it -> personDays.put(it.getKey(), it.getValue()));
        return new TeamCapacity(id, name, affiliation, yen, usual, from, until, personDays, in.text());
    }

    private static void freeze(RecordWriter out, Freeze freeze) {
        out.text(freeze.name()).code(freeze.effect()).code(freeze.scope()).text(freeze.target());
        if (freeze.days() instanceof Freeze.Once once) {
            out.truth(false)
                    .number(once.from().toEpochDay())
                    .number(once.until().toEpochDay());
        } else if (freeze.days() instanceof Freeze.Yearly yearly) {
            out.truth(true);
            monthDay(out, yearly.from());
            monthDay(out, yearly.until());
        }
        out.text(freeze.note());
    }

    private static Freeze freeze(RecordReader in) {
        String name = in.text();
        FreezeEffect effect = in.code(FreezeEffect.class);
        FreezeScope scope = in.code(FreezeScope.class);
        String target = in.text();
        Freeze.Days days = in.truth()
                ? new Freeze.Yearly(monthDay(in), monthDay(in))
                : new Freeze.Once(LocalDate.ofEpochDay(in.number()), LocalDate.ofEpochDay(in.number()));
        return new Freeze(name, effect, scope, target, days, in.text());
    }

    private static void estimate(RecordWriter out, Estimate estimate) {
        out.optional(estimate.low(), out::number)
                .optional(estimate.likely(), out::number)
                .optional(estimate.high(), out::number);
    }

    private static Estimate estimate(RecordReader in) {
        return new Estimate(in.optional(in::number), in.optional(in::number), in.optional(in::number));
    }

    private static void day(RecordWriter out, Optional<LocalDate> day) {
        out.optional(day, it -> out.number(it.toEpochDay()));
    }

    private static Optional<LocalDate> day(RecordReader in) {
        return in.optional(() -> LocalDate.ofEpochDay(in.number()));
    }

    private static void monthDay(RecordWriter out, MonthDay day) {
        out.number(day.getMonthValue()).number(day.getDayOfMonth());
    }

    private static MonthDay monthDay(RecordReader in) {
        return MonthDay.of(in.integer(), in.integer());
    }
}
