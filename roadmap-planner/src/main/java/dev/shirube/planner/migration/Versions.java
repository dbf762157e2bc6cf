package dev.shirube.planner.migration;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares versions by their leading numbers, part by part: {@code 4.2.8.Final} equals {@code 4.2.8}, 1.9 is below 1.79. */
final class Versions {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Versions() {}

    static int compare(String one, String two) {
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

    private static BigInteger value(boolean present, Matcher matcher) {
        return present ? new BigInteger(matcher.group()) : BigInteger.ZERO;
    }
}
