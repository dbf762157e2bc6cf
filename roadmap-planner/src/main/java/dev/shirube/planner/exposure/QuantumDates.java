package dev.shirube.planner.exposure;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A distribution of the month in which a cryptographically relevant quantum computer exists: an assumption for planning, never
 * a forecast.
 *
 * @param points months with the percent of futures in which it is there by their end; both rise
 */
public record QuantumDates(List<Point> points) {
    private static final Pattern POINT = Pattern.compile("([0-9]{4}-(?:0[1-9]|1[0-2])):([0-9]{1,3})");

    /**
     * One point of the distribution.
     *
     * @param percent from 1 to 100
     */
    public record Point(YearMonth month, int percent) {
        @Override
        public String toString() {
            return month + ":" + percent;
        }
    }

    /** Refuses a distribution without points, one that falls, and a percent beyond 100. */
    public QuantumDates {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A distribution needs at least one month with its percent");
        }
        Point last = null;
        for (Point point : points) {
            if (point.percent() < 1 || point.percent() > 100) {
                throw new IllegalArgumentException(point + " is not between 1 and 100 percent");
            }
            if (last != null && (!last.month().isBefore(point.month()) || last.percent() >= point.percent())) {
                throw new IllegalArgumentException(point + " does not rise from " + last);
            }
            last = point;
        }
    }

    /** The planning distribution of the product. */
    public static QuantumDates planning() {
        return Holder.PLANNING;
    }

    /**
     * Reads {@code 2030-12:10,2035-12:50}: by the end of those months, in those percents of all futures.
     *
     * @throws IllegalArgumentException if it is not written so, falls, or goes beyond 100 percent
     */
    public static QuantumDates parse(String text) {
        List<Point> points = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            Matcher point = POINT.matcher(word.strip());
            if (!point.matches()) {
                throw new IllegalArgumentException("\"" + word.strip() + "\" is not a month with its percent");
            }
            points.add(new Point(YearMonth.parse(point.group(1)), Integer.parseInt(point.group(2))));
        }
        return new QuantumDates(points);
    }

    /**
     * The first month by whose end it is there in at least that percent of all futures, where it is there in none at the end of
     * {@code from}; empty where it is not there in so many of them at all.
     */
    public Optional<YearMonth> month(int percent, YearMonth from) {
        YearMonth before = from;
        int reached = 0;
        for (Point point : points) {
            if (point.percent() >= percent) {
                long months = Math.max(0, index(point.month()) - index(before));
                long rise = point.percent() - reached;
                // Rounded up: by the end of a month before it there would be less.
                return Optional.of(before.plusMonths(((percent - reached) * months + rise - 1) / rise));
            }
            if (point.month().isAfter(before)) {
                before = point.month();
            }
            reached = point.percent();
        }
        return Optional.empty();
    }

    private static long index(YearMonth month) {
        return month.getYear() * 12L + month.getMonthValue();
    }

    @Override
    public String toString() {
        return points.stream().map(Point::toString).collect(Collectors.joining(","));
    }

    private static final class Holder {
        static final QuantumDates PLANNING = read();

        private static QuantumDates read() {
            List<Point> points = new ArrayList<>();
            for (DataNode row : DataTable.load(QuantumDates.class, "quantum-computer.table")
                    .get("by")
                    .items()) {
                points.add(new Point(
                        YearMonth.parse(row.get("month").text()),
                        Math.toIntExact(row.get("percent").whole())));
            }
            return new QuantumDates(points);
        }
    }
}
