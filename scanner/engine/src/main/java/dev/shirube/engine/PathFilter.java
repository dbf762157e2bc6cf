package dev.shirube.engine;

import dev.shirube.domain.HistoryLocation;
import dev.shirube.domain.place.Glob;
import java.util.List;
import java.util.regex.Pattern;

/** The user's choice of logical paths: left out if excluded, or if there are inclusions and none matches. */
public final class PathFilter {

    /** Everything. */
    public static final PathFilter ALL = new PathFilter(List.of(), List.of());

    private final List<Pattern> includes;
    private final List<Pattern> excludes;

    /**
     * Globs in the form of {@link java.nio.file.FileSystem#getPathMatcher}, matched against whole logical paths; unlike
     * there, {@code **}{@code /} also stands for no folder at all.
     */
    public PathFilter(List<String> includes, List<String> excludes) {
        this.includes = includes.stream().map(Glob::pattern).toList();
        this.excludes = excludes.stream().map(Glob::pattern).toList();
    }

    /** Whether an input at that location is looked at. */
    public boolean includes(String location) {
        return !excludes(location) && (includes.isEmpty() || matches(includes, location));
    }

    /** Whether what stands at that location, and all that is nested in it, is left out by name. */
    public boolean excludes(String location) {
        return matches(excludes, location);
    }

    private static boolean matches(List<Pattern> patterns, String location) {
        if (patterns.isEmpty()) {
            return false;
        }
        String path = HistoryLocation.path(location); // a choice of paths holds at every commit
        return patterns.stream()
                .anyMatch(
                        it -> it.matcher(location).matches() || it.matcher(path).matches());
    }

    @Override
    public String toString() {
        return includes + " " + excludes;
    }
}
