package dev.shirube.exchange.cyclonedx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One object of a document: small enough to hold, read without knowing its fields beforehand. */
record JsonItem(Map<String, Object> members) {

    /** Reads the object whose start the parser stands on. */
    static JsonItem read(JsonParser parser) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonItem(members);
    }

    private static Object value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return read(parser);
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return parser.getString();
        }
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    /** The text of that member; empty where it has none. */
    String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /** The whole number of that member, from 0. */
    OptionalInt number(String name) {
        String digits = text(name);
        return digits.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /** The object of that member; an empty one where it has none. */
    JsonItem object(String name) {
        return members.get(name) instanceof JsonItem item ? item : new JsonItem(Map.of());
    }

    /** The objects of that list. */
    List<JsonItem> objects(String name) {
        List<JsonItem> objects = new ArrayList<>();
        if (members.get(name) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof JsonItem object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    /** The properties of CycloneDX by name; of several with one name the last. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        objects("properties").forEach(it -> properties.put(it.text("name"), it.text("value")));
        return properties;
    }
}
