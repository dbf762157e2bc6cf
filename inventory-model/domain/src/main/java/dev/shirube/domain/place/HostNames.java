package dev.shirube.domain.place;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of hosts as name services and TLS take them, so that a host is called the same wherever it is written. */
public final class HostNames {

    /** Underscores are no letters of a host name (RFC 952), but of names that exist. */
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

    /** The last label of a name is never a number: it would be taken for an address in one of its old forms. */
    private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final int LONGEST = 253;

    private HostNames() {}

    /** The name in lower case and ASCII (RFC 5891); nothing where it is none. */
    public static Optional<String> ascii(String name) {
        try {
            String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
            boolean valid = ascii.length() <= LONGEST
                    && NAME.matcher(ascii).matches()
                    && !NUMBER_LAST.matcher(ascii).matches();
            return valid ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a label too long, or code points that no label may have
        }
    }
}
