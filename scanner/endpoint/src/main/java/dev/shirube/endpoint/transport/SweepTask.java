package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.course.Course;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One endpoint to be asked.
 *
 * @param location what it is called in transcripts and journals
 * @param host name or address literal
 * @param plan how much is asked, for example {@code full}
 * @param course made when its turn comes, so that what waits is small
 */
public record SweepTask(String location, String host, int port, String plan, Supplier<Course> course) {
    /** Refuses null. */
    public SweepTask {
        Objects.requireNonNull(location);
        Objects.requireNonNull(host);
        Objects.requireNonNull(plan);
        Objects.requireNonNull(course);
    }
}
