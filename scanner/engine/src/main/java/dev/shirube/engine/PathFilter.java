package dev.shirube.engine;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** The user's choice of logical paths: left out if excluded, or if there are inclusions and none matches. */
public final class PathFilter {

    /** Everything. */
    public static final PathFilter ALL = new PathFilter(List.of(), List.of());

    private final List<PathMatcher> includes;
    private final List<PathMatcher> excludes;

    /** Globs in the form of {@link java.nio.file.FileSystem#getPathMatcher}, matched against logical paths. */
    public PathFilter(List<String> includes, List<String> excludes) {
        this.includes = matchers(includes);
        this.excludes = matchers(excludes);
    }

    private static List<PathMatcher> matchers(List<String> globs) {
        return globs.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
    }

    /** Whether an input at that location is looked at. */
    public boolean includes(String location) {
        if (includes.isEmpty() && excludes.isEmpty()) {
            return true;
        }
        Path path = Path.of(location);
        return excludes.stream().noneMatch(it -> it.matches(path))
                && (includes.isEmpty() || includes.stream().anyMatch(it -> it.matches(path)));
    }
}
