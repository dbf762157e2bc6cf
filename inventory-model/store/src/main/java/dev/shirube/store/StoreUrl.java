package dev.shirube.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text by which a user names a store: which kind it is, and how it is shown to people. */
public final class StoreUrl {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String HIDDEN = "…";

    /** Scheme, perhaps a user with a password, then hosts, ports and a database, of which none holds a secret. */
    private static final Pattern SERVER =
            Pattern.compile("((?:jdbc:)?[a-z0-9]+:(?://)?)(?:.*@)?([\\p{L}\\p{N}._:,/%\\[\\]-]*)");

    private static final Pattern SCHEMA = Pattern.compile("[?&](currentSchema=[\\p{L}\\p{N}_,.%$-]+)(?=&|$)");

    private StoreUrl() {}

    /** Whether it names a database on a PostgreSQL server; it is a file of SQLite otherwise. */
    public static boolean isServer(String url) {
        return url.startsWith(POSTGRESQL);
    }

    /**
     * The text without anything that could be a user or a password: host, port, database and schema only. What does not
     * look like these is left out, since a password may hold any character. The path of a file is shown as it is.
     */
    public static String shown(String url) {
        boolean isFile = url.startsWith("jdbc:sqlite:") || !url.startsWith("jdbc:") && !url.contains("://");
        if (isFile) {
            return url;
        }
        int parameters = url.indexOf('?');
        String server = parameters < 0 ? url : url.substring(0, parameters);
        String rest = parameters < 0 ? "" : url.substring(parameters);
        Matcher known = SERVER.matcher(server);
        // A question mark inside a password: what stands before it is no host.
        boolean torn = rest.indexOf('@') > 0 && (rest.indexOf('=') < 0 || rest.indexOf('@') < rest.indexOf('='));
        if (!known.matches() || torn) {
            int colon = url.startsWith("jdbc:") ? url.indexOf(':', "jdbc:".length()) : url.indexOf(':');
            return url.substring(0, colon + 1) + HIDDEN;
        }
        Matcher schema = SCHEMA.matcher(rest);
        return known.group(1) + known.group(2) + (schema.find() ? "?" + schema.group(1) : "");
    }
}
