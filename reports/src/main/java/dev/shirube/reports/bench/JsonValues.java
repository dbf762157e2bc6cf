package dev.shirube.reports.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON document of objects, lists, whole numbers and texts, each asked for by what it must be. */
final class JsonValues {
    private static final int DEEPEST = 8;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String place;
    private final Object value;

    private JsonValues(String place, Object value) {
        this.place = place;
        this.value = value;
    }

    static JsonValues read(byte[] json) throws BenchFormatException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return new JsonValues("the document", value(parser, 0));
        } catch (JacksonException e) {
            // The parser's own words quote what it read, which may be anything that was named by mistake.
            throw new BenchFormatException("no JSON at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
    }

    /** Numbers become {@link Long}, other scalars texts, and null stays null inside this class. */
    private static Object value(JsonParser parser, int depth) throws BenchFormatException {
        if (depth > DEEPEST) {
            throw new BenchFormatException("nested deeper than " + DEEPEST);
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser, depth + 1));
            }
            return members;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, depth + 1));
            }
            return items;
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        return token == null || token == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    /** The member of that name; one that is missing is like null. */
    JsonValues at(String name) throws BenchFormatException {
        if (!(value instanceof Map<?, ?> members)) {
            throw new BenchFormatException(place + ": an object is needed");
        }
        return new JsonValues(place + "." + name, members.get(name));
    }

    List<JsonValues> items() throws BenchFormatException {
        if (!(value instanceof List<?> list)) {
            throw new BenchFormatException(place + ": a list is needed");
        }
        List<JsonValues> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new JsonValues(place + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    String text() throws BenchFormatException {
        if (value instanceof String text) {
            return text;
        }
        throw new BenchFormatException(place + ": a text is needed");
    }

    boolean isNull() {
        return value == null;
    }

    long number(long least, long most) throws BenchFormatException {
        if (value instanceof Long number && number >= least && number <= most) {
            return number;
        }
        throw new BenchFormatException(place + ": a whole number from " + least + " to " + most + " is needed");
    }

    int integer(int least) throws BenchFormatException {
        return (int) number(least, Integer.MAX_VALUE / 4);
    }

    OptionalInt optionalInteger() throws BenchFormatException {
        return isNull() ? OptionalInt.empty() : OptionalInt.of(integer(-1_000_000));
    }

    int[] integers(int length) throws BenchFormatException {
        List<JsonValues> items = items();
        if (items.size() != length) {
            throw new BenchFormatException(place + ": " + length + " numbers are needed, not " + items.size());
        }
        int[] integers = new int[length];
        for (int i = 0; i < length; i++) {
            integers[i] = items.get(i).integer(0);
        }
        return integers;
    }

    String place() {
        return place;
    }
}
