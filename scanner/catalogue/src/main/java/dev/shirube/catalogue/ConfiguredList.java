package dev.shirube.catalogue;

import java.util.ArrayList;
import java.util.List;

/** A configuration value that is a list in one text, as {@code jdk.tls.namedGroups} is: separated by commas. */
final class ConfiguredList {
    private ConfiguredList() {}

    /** The elements where the whole text is known for certain; else the value as it is. */
    static ArgumentValue of(ArgumentValue value) {
        if (!(value instanceof ArgumentValue.Constants constants)
                || constants.values().size() != 1) {
            return value;
        }
        List<ArgumentValue> elements = new ArrayList<>();
        for (String element : constants.values().get(0).split(",", -1)) {
            if (!element.isBlank()) {
                elements.add(new ArgumentValue.Constants(
                        List.of(element.strip()), constants.resolution(), constants.hops(), constants.open()));
            }
        }
        return new ArgumentValue.Elements(elements);
    }
}
