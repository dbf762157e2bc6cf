package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plan that an office put in force, as it is kept: the quarters of its tasks. Its bytes are lines of text in UTF-8, the
 * same for the same plan.
 *
 * @param asOf the day it was made for
 * @param quarters first and last quarter of each task that has a place
 */
public record AdoptedPlan(LocalDate asOf, SortedMap<String, Quarters> quarters) {
    private static final String HEAD = "shirube-roadmap/1";
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]{1,64})\t(\\d{4})Q([1-4])\t(\\d{4})Q([1-4])"
            + "(?:\t(\\d{4}-\\d{2}-\\d{2})(?:\t(\\d{4}-\\d{2}-\\d{2}))?)?");

    /**
     * From the first to the last quarter of work, inclusive.
     *
     * @param actual what had happened with it by then
     */
    public record Quarters(FiscalQuarter start, FiscalQuarter finish, Optional<Actual> actual) {
        /** Of a task that was not begun. */
        public Quarters(FiscalQuarter start, FiscalQuarter finish) {
            this(start, finish, Optional.empty());
        }
    }

    /** Keeps a sorted, unmodifiable copy. */
    public AdoptedPlan {
        Objects.requireNonNull(asOf);
        quarters = Collections.unmodifiableSortedMap(new TreeMap<>(quarters));
    }

    /** What is kept of that roadmap. */
    public static AdoptedPlan of(Roadmap roadmap) {
        SortedMap<String, Quarters> quarters = new TreeMap<>();
        for (ScheduledTask task : roadmap.tasks()) {
            if (task.start().isPresent()) {
                quarters.put(
                        task.task().id(),
                        new Quarters(task.start().get(), task.finish().orElseThrow(), task.actual()));
            }
        }
        return new AdoptedPlan(roadmap.settings().asOf(), quarters);
    }

    /** As bytes. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n').append(asOf).append('\n');
        quarters.forEach((task, it) -> text.append(task)
                .append('\t')
                .append(quarter(it.start()))
                .append('\t')
                .append(quarter(it.finish()))
                .append(it.actual().map(AdoptedPlan::dates).orElse(""))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String dates(Actual actual) {
        return "\t" + actual.start() + actual.end().map(it -> "\t" + it).orElse("");
    }

    private static Optional<Actual> actual(Matcher line) {
        return Optional.ofNullable(line.group(6))
                .map(start -> new Actual(
                        LocalDate.parse(start),
                        Optional.ofNullable(line.group(7)).map(LocalDate::parse)));
    }

    private static String quarter(FiscalQuarter quarter) {
        return quarter.year() + "Q" + quarter.quarter();
    }

    /** What those bytes say; empty where they are no plan of this form. */
    public static Optional<AdoptedPlan> read(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        if (lines.length < 2 || !lines[0].equals(HEAD)) {
            return Optional.empty();
        }
        try {
            LocalDate asOf = LocalDate.parse(lines[1]);
            SortedMap<String, Quarters> quarters = new TreeMap<>();
            for (int i = 2; i < lines.length; i++) {
                Matcher line = LINE.matcher(lines[i]);
                if (!line.matches()) {
                    return Optional.empty();
                }
                quarters.put(
                        line.group(1),
                        new Quarters(
                                quarter(line.group(2), line.group(3)),
                                quarter(line.group(4), line.group(5)),
                                actual(line)));
            }
            return Optional.of(new AdoptedPlan(asOf, quarters));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static FiscalQuarter quarter(String year, String quarter) {
        return new FiscalQuarter(Integer.parseInt(year), Integer.parseInt(quarter));
    }

    /** As what a new plan has to respect. */
    public EarlierPlan earlier() {
        SortedMap<String, FiscalQuarter> starts = new TreeMap<>();
        quarters.forEach((task, it) -> starts.put(task, it.start()));
        SortedMap<String, Actual> actuals = new TreeMap<>();
        quarters.forEach((task, it) -> it.actual().ifPresent(actual -> actuals.put(task, actual)));
        return new EarlierPlan(starts, Collections.emptySortedMap()).happened(actuals);
    }
}
