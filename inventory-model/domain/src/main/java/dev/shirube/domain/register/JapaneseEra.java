package dev.shirube.domain.register;

import java.util.OptionalInt;

/** Years as Japanese offices write them: by era or of the common era. */
final class JapaneseEra {

    /** A year in a pattern; {@link #year} reads what it matched. */
    static final String YEAR = "\\d{4}|(?:令和|r|平成|h)(?:\\d{1,2}|元)";

    private static final int REIWA_ZERO = 2018;
    private static final int HEISEI_ZERO = 1988;

    private JapaneseEra() {}

    /** The year of the common era; nothing for a year 0. */
    static OptionalInt year(String text) {
        String number = text.replaceAll("^(?:令和|r|平成|h)", "");
        int year = number.equals("元") ? 1 : Integer.parseInt(number);
        if (number.equals(text)) {
            return OptionalInt.of(year);
        }
        int zero = text.startsWith("令和") || text.startsWith("r") ? REIWA_ZERO : HEISEI_ZERO;
        return year == 0 ? OptionalInt.empty() : OptionalInt.of(zero + year);
    }
}
