package dev.shirube.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How locations in a repository's past are written: the unit of all that is only there, files as a commit has them, and what
 * stands in a commit or tag itself.
 */
public final class HistoryLocation {

    /** The unit of what is only in the history. */
    public static final String UNIT = ".@history";

    private static final String PREFIX = ".@";
    private static final Pattern OBJECT = Pattern.compile("\\.@[0-9a-f]{40,64}[:!]");

    private HistoryLocation() {}

    /** The location of a file as a commit of the scanned repository has it: {@code .@<commit>:src/A.java}. */
    public static String atCommit(String commit, String path) {
        return PREFIX + commit + ":" + path;
    }

    /** The location of what stands in a Git object itself, such as its signature: {@code .@<commit>!gpgsig}. */
    public static String inObject(String object, String part) {
        return PREFIX + object + "!" + part;
    }

    /** The location without the commit that it may name. */
    public static String path(String location) {
        Matcher object = OBJECT.matcher(location);
        return object.lookingAt() && location.charAt(object.end() - 1) == ':'
                ? location.substring(object.end())
                : location;
    }

    /** Whether only a walk through the history looks at that unit or place. */
    public static boolean is(String location) {
        return location.equals(UNIT)
                || location.startsWith(PREFIX) && OBJECT.matcher(location).lookingAt();
    }
}
