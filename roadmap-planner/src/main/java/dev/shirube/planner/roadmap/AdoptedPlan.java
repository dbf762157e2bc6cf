package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plan that an office put in force, as it is kept: the quarters of its tasks, and what was known when it was made. Its
 * bytes are lines of text in UTF-8, the same for the same plan.
 *
 * @param asOf the day it was made for
 * @param snapshot number of the last scan that it rests on; empty where that was not kept
 * @param quarters first and last quarter of each task that has a place
 */
public record AdoptedPlan(LocalDate asOf, OptionalLong snapshot, SortedMap<String, Quarters> quarters) {
    /** Without systems, titles and the scan. */
    private static final String FIRST = "shirube-roadmap/1";

    private static final String HEAD = "shirube-roadmap/2";
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]{1,64})\t(\\d{4})Q([1-4])\t(\\d{4})Q([1-4])"
            + "(?:\t(\\d{4}-\\d{2}-\\d{2})?(?:\t(\\d{4}-\\d{2}-\\d{2})?(?:\t([^\t]*)\t([^\t]*)\t([^\t]*))?)?)?");

    /**
     * From the first to the last quarter of work, inclusive.
     *
     * @param actual what had happened with it by then
     * @param system id of its information system; empty where that was not kept
     * @param title what was to be done; empty where that was not kept
     */
    public record Quarters(
            FiscalQuarter start, FiscalQuarter finish, Optional<Actual> actual, String system, Text title) {
        /** Of a task that was not begun, and of which no more was kept. */
        public Quarters(FiscalQuarter start, FiscalQuarter finish) {
            this(start, finish, Optional.empty(), "", Text.same(""));
        }

        /** Whether it was over by then. */
        public boolean done() {
            return actual.filter(Actual::done).isPresent();
        }
    }

    /** Keeps a sorted, unmodifiable copy. */
    public AdoptedPlan {
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(snapshot);
        quarters = Collections.unmodifiableSortedMap(new TreeMap<>(quarters));
    }

    /** What is kept of that roadmap, which rests on the scans up to that one. */
    public static AdoptedPlan of(Roadmap roadmap, OptionalLong snapshot) {
        SortedMap<String, Quarters> quarters = new TreeMap<>();
        for (ScheduledTask it : roadmap.tasks()) {
            if (it.start().isPresent()) {
                Quarters kept = new Quarters(
                        it.start().get(),
                        it.finish().orElseThrow(),
                        it.actual(),
                        line(it.task().system()),
                        new Text(
                                line(it.task().title().ja()),
                                line(it.task().title().en())));
                quarters.put(it.task().id(), kept);
            }
        }
        return new AdoptedPlan(roadmap.settings().asOf(), snapshot, quarters);
    }

    /** What is kept of that roadmap where no scan has a number. */
    public static AdoptedPlan of(Roadmap roadmap) {
        return of(roadmap, OptionalLong.empty());
    }

    /** A title may hold a name from scanned material; here it takes one field of one line. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** As bytes. */
    public byte[] bytes() {
        String scan = snapshot.isPresent() ? Long.toString(snapshot.getAsLong()) : "-";
        StringBuilder text = new StringBuilder(HEAD)
                .append('\n')
                .append(asOf)
                .append('\t')
                .append(scan)
                .append('\n');
        quarters.forEach((task, it) -> text.append(String.join(
                        "\t",
                        task,
                        quarter(it.start()),
                        quarter(it.finish()),
                        it.actual().map(Actual::start).map(LocalDate::toString).orElse(""),
                        it.actual()
                                .flatMap(Actual::end)
                                .map(LocalDate::toString)
                                .orElse(""),
                        it.system(),
                        it.title().ja(),
                        it.title().en()))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
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
        if (lines.length < 2 || !lines[0].equals(HEAD) && !lines[0].equals(FIRST)) {
            return Optional.empty();
        }
        try {
            String[] made = lines[1].split("\t");
            OptionalLong snapshot = made.length < 2 || made[1].equals("-")
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(made[1]));
            SortedMap<String, Quarters> quarters = new TreeMap<>();
            for (int i = 2; i < lines.length; i++) {
                Matcher line = LINE.matcher(lines[i]);
                if (!line.matches()) {
                    return Optional.empty();
                }
                quarters.put(line.group(1), quarters(line));
            }
            return Optional.of(new AdoptedPlan(LocalDate.parse(made[0]), snapshot, quarters));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Quarters quarters(Matcher line) {
        return new Quarters(
                quarter(line.group(2), line.group(3)),
                quarter(line.group(4), line.group(5)),
                actual(line),
                Optional.ofNullable(line.group(8)).orElse(""),
                new Text(
                        Optional.ofNullable(line.group(9)).orElse(""),
                        Optional.ofNullable(line.group(10)).orElse("")));
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
