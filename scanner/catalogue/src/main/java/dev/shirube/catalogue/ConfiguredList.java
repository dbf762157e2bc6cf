package dev.shirube.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** A value that is a list in one text, as {@code jdk.tls.namedGroups} is. */
final class ConfiguredList {
    private ConfiguredList() {}

    /**
     * The elements where the whole text is known for certain; else the value as it is.
     *
     * @param separators characters of which each divides two elements
     */
    static ArgumentValue of(ArgumentValue value, String separators) {
        if (!(value instanceof ArgumentValue.Constants constants)
                || constants.values().size() != 1) {
            return value;
        }
        List<ArgumentValue> elements = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(constants.values().get(0), separators);
        while (tokens.hasMoreTokens()) {
            String element = tokens.nextToken();
            if (!element.isBlank()) {
                elements.add(new ArgumentValue.Constants(
                        List.of(element.strip()), constants.resolution(), constants.hops(), constants.open()));
            }
        }
        return new ArgumentValue.Elements(elements);
    }
}
