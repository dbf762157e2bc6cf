package dev.shirube.reports.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads the starts of a plan of the bench, {@code shirube-roadmap-schedule/1} in JSON, as an earlier plan to keep to. */
public final class ScheduleReader {
    private static final String FORMAT = "shirube-roadmap-schedule/1";

    private ScheduleReader() {}

    /**
     * The start of each task of that problem; empty for one that the plan does not place or does not know.
     *
     * @throws BenchFormatException when these bytes are no plan
     */
    public static List<OptionalInt> read(byte[] json, BenchInstance instance) throws BenchFormatException {
        JsonValues document = JsonValues.read(json);
        if (!document.at("format").text().equals(FORMAT)) {
            throw new BenchFormatException("the format is not " + FORMAT);
        }
        JsonValues starts = document.at("starts");
        List<OptionalInt> read = new ArrayList<>();
        for (String task : instance.tasks()) {
            JsonValues start = starts.at(task);
            read.add(start.isNull() ? OptionalInt.empty() : OptionalInt.of(start.integer(0)));
        }
        return read;
    }
}
