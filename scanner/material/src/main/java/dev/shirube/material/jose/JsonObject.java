package dev.shirube.material.jose;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The members of one JSON object that are texts or lists of texts; what nests deeper is passed over.
 *
 * @param length how many characters of the text it took
 */
record JsonObject(Map<String, String> texts, Map<String, List<String>> lists, int length) {

    /** Texts longer than any key are cut before they are parsed; the parser's own bounds keep the rest. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(256 << 10)
                    .maxNumberLength(100)
                    .maxNameLength(1000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    JsonObject {
        texts = Map.copyOf(texts);
        lists = Map.copyOf(lists);
    }

    /** The object with which that text begins; nothing if it is no object, or a broken one. */
    static Optional<JsonObject> first(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text))) {
            return parser.nextToken() == JsonToken.START_OBJECT ? Optional.of(read(parser)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static JsonObject read(JsonParser parser) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, List<String>> lists = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                texts.put(name, parser.getString());
            } else if (value == JsonToken.START_ARRAY) {
                lists.put(name, list(parser));
            } else {
                parser.skipChildren();
            }
        }
        return new JsonObject(texts, lists, (int) parser.currentTokenLocation().getCharOffset() + 1);
    }

    private static List<String> list(JsonParser parser) {
        List<String> list = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.VALUE_STRING) {
                list.add(parser.getString());
            } else {
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        return List.copyOf(list);
    }

    /** The text of that member. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }
}
