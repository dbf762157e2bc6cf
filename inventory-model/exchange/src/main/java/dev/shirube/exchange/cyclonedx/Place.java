package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.exchange.JsonItem;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of {@code evidence.occurrences} of another tool.
 *
 * @param location as it stands there
 * @param symbol {@code symbol}, or what {@code additionalContext} names where it names something that can be called
 */
record Place(String location, OptionalInt line, OptionalInt offset, String symbol) {

    private static final int LONGEST = 4_096;

    /** A member of a type with its descriptor, as sonar-cryptography writes it; anything else may be a snippet with a secret. */
    private static final Pattern CALLED =
            Pattern.compile("([\\w$.]{1,300}#[\\w$<>]{1,100})(?:\\([\\w$./;\\[]{0,1000}\\)[\\w$./;\\[]{0,300})?");

    /** Where cdxgen says it without evidence. */
    private static final Pattern FILE_LINE_COLUMN = Pattern.compile("(.{1,4000}?):(\\d{1,9})(?::(\\d{1,9}))?");

    static Place of(JsonItem occurrence) {
        String symbol = occurrence.text("symbol");
        if (symbol.isEmpty()) {
            Matcher called = CALLED.matcher(cut(occurrence.text("additionalContext")));
            symbol = called.matches() ? called.group(1) : "";
        }
        return new Place(
                cut(occurrence.text("location")), occurrence.number("line"), occurrence.number("offset"), cut(symbol));
    }

    /** Where a component without occurrences says that it was seen; nothing if it does not. */
    static List<Place> told(Map<String, String> properties) {
        Matcher at = FILE_LINE_COLUMN.matcher(cut(properties.getOrDefault("cdx:crypto:sourceLocation", "")));
        if (at.matches()) {
            OptionalInt column =
                    at.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(at.group(3)));
            return List.of(new Place(at.group(1), OptionalInt.of(Integer.parseInt(at.group(2))), column, ""));
        }
        String file = cut(properties.getOrDefault("SrcFile", ""));
        return file.isEmpty() ? List.of() : List.of(new Place(file, OptionalInt.empty(), OptionalInt.empty(), ""));
    }

    /** The place in our words; a place that says nothing is the document itself. */
    Occurrence occurrence(String document, String name) {
        String where = location.isBlank() ? document : location;
        return new Occurrence(
                where,
                line,
                offset,
                "",
                symbol.isEmpty() && location.isBlank() ? cut(name) : symbol,
                0,
                EvidenceKind.IMPORT,
                CodeContext.of(where),
                CodeOwner.UNKNOWN,
                Reach.UNKNOWN);
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
