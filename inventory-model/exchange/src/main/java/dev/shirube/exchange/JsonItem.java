package dev.shirube.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One object of a document: small enough to hold, read without knowing its fields beforehand. */
public record JsonItem(Map<String, Object> members) {

    /** An object that says nothing. */
    public static final JsonItem NONE = new JsonItem(Map.of());

    /** Values that one object may hold in all; whatever may be longer is read piece by piece. */
    public static final int MOST_VALUES = 1_000_000;

    /**
     * Reads the object whose start the parser stands on.
     *
     * @throws ImportLimitException when it holds more than {@link #MOST_VALUES}
     */
    public static JsonItem read(JsonParser parser) {
        return read(parser, new int[1]);
    }

    private static JsonItem read(JsonParser parser, int[] values) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser, values));
        }
        return new JsonItem(members);
    }

    /** The value that the parser stands on: a text, an object or a list. */
    public static Object value(JsonParser parser) {
        return value(parser, new int[1]);
    }

    private static Object value(JsonParser parser, int[] values) {
        if (++values[0] > MOST_VALUES) {
            throw new ImportLimitException("values in one object", MOST_VALUES);
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return read(parser, values);
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
        }
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, values));
        }
        return items;
    }

    /** The text of that member; empty where it has none. */
    public String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /** The whole number of that member, from 0. */
    public OptionalInt number(String name) {
        return number(members.get(name) instanceof String text ? text : "", OptionalInt.empty());
    }

    private static OptionalInt number(String digits, OptionalInt otherwise) {
        boolean whole =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(it -> it >= '0' && it <= '9');
        return whole ? OptionalInt.of(Integer.parseInt(digits)) : otherwise;
    }

    /** The object of that member; an empty one where it has none. */
    public JsonItem object(String name) {
        return members.get(name) instanceof JsonItem item ? item : NONE;
    }

    /** The objects of that list. */
    public List<JsonItem> objects(String name) {
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

    /** The texts of that list. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (members.get(name) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** The properties of CycloneDX by name; of several with one name the last. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        objects("properties").forEach(it -> properties.put(it.text("name"), it.text("value")));
        return properties;
    }
}
