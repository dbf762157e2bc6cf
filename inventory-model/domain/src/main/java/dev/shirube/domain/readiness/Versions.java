package dev.shirube.domain.readiness;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares versions by their numbers, part by part: {@code 4.2.8.Final} equals {@code 4.2.8}, 1.9 is below 1.79. */
public final class Versions {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Two numbers name a line of releases that is kept up beside newer ones: 10.1 beside 11.0. */
    private static final int PARTS_OF_A_LINE = 2;

    private Versions() {}

    /** Negative, zero or positive, as the first is older than, equal to or newer than the second. */
    public static int compare(String one, String two) {
        Matcher left = NUMBER.matcher(one);
        Matcher right = NUMBER.matcher(two);
        while (true) {
            boolean more = left.find();
            boolean other = right.find();
            if (!more && !other) {
                return 0;
            }
            int order = value(more, left).compareTo(value(other, right));
            if (order != 0) {
                return order;
            }
        }
    }

    /** Whether there is anything in it to compare by. */
    public static boolean comparable(String version) {
        return !version.isEmpty() && version.charAt(0) >= '0' && version.charAt(0) <= '9';
    }

    /** Whether both belong to one line of releases: the first two numbers are equal. */
    static boolean sameLine(String one, String two) {
        Matcher left = NUMBER.matcher(one);
        Matcher right = NUMBER.matcher(two);
        for (int i = 0; i < PARTS_OF_A_LINE; i++) {
            if (!value(left.find(), left).equals(value(right.find(), right))) {
                return false;
            }
        }
        return true;
    }

    private static BigInteger value(boolean present, Matcher matcher) {
        return present ? new BigInteger(matcher.group()) : BigInteger.ZERO;
    }
}
