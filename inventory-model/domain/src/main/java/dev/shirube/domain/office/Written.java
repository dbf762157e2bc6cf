package dev.shirube.domain.office;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.resources.Term;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cells as they are kept, as values; they were validated when they were read, so that an unknown one is of a later version. */
final class Written {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})Q([1-4])");

    private Written() {}

    static Optional<Integer> number(String cell) {
        return matched(cell, NUMBER).map(it -> Integer.parseInt(it.group()));
    }

    static Optional<FiscalQuarter> quarter(String cell) {
        return matched(cell, QUARTER)
                .map(it -> new FiscalQuarter(Integer.parseInt(it.group(1)), Integer.parseInt(it.group(2))));
    }

    static Optional<LocalDate> day(String cell) {
        try {
            return Optional.ofNullable(cell).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static <T extends Term> Optional<T> term(T[] terms, String cell) {
        return Stream.of(terms).filter(it -> it.label().ja().equals(cell)).findFirst();
    }

    private static Optional<Matcher> matched(String cell, Pattern pattern) {
        return Optional.ofNullable(cell).map(pattern::matcher).filter(Matcher::matches);
    }
}
