package dev.shirube.reports.page;

import dev.shirube.domain.Text;
import dev.shirube.reports.format.CellText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The data of a page on its way into the file. What is said in both languages is a number here, its place in {@code texts},
 * which stands last: the same sentence is written once.
 */
final class PageJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .characterEscapes(new ScriptSafe())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final JsonGenerator generator;
    private final Map<Text, Integer> texts = new LinkedHashMap<>();

    private PageJson(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes one object, and behind its members the texts that they refer to. */
    static void write(OutputStream out, Consumer<PageJson> members) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            PageJson json = new PageJson(generator);
            generator.writeStartObject();
            members.accept(json);
            json.list("texts", it -> json.texts.keySet().forEach(json::both));
            generator.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    void object(Consumer<PageJson> members) {
        generator.writeStartObject();
        members.accept(this);
        generator.writeEndObject();
    }

    void object(String name, Consumer<PageJson> members) {
        generator.writeName(name);
        object(members);
    }

    void list(String name, Consumer<PageJson> items) {
        generator.writeName(name);
        list(items);
    }

    void list(Consumer<PageJson> items) {
        generator.writeStartArray();
        items.accept(this);
        generator.writeEndArray();
    }

    void text(String name, String value) {
        generator.writeName(name);
        text(value);
    }

    void text(String value) {
        generator.writeString(CellText.clean(value));
    }

    /** A text that may be missing. */
    void text(String name, Optional<?> value) {
        value.ifPresent(it -> text(name, it.toString()));
    }

    /** A text in both languages, once where they say the same. */
    void both(Text value) {
        if (value.ja().equals(value.en())) {
            text(value.ja());
        } else {
            list(it -> {
                text(value.ja());
                text(value.en());
            });
        }
    }

    void said(String name, Text value) {
        generator.writeName(name);
        said(value);
    }

    void said(Text value) {
        generator.writeNumber(texts.computeIfAbsent(value, it -> texts.size()));
    }

    void allSaid(String name, Collection<Text> values) {
        list(name, it -> values.forEach(this::said));
    }

    void number(String name, long value) {
        generator.writeNumberProperty(name, value);
    }

    void number(long value) {
        generator.writeNumber(value);
    }

    /** A number, or null where nobody knows it. */
    void known(OptionalInt value) {
        if (value.isPresent()) {
            generator.writeNumber(value.getAsInt());
        } else {
            generator.writeNull();
        }
    }

    void truth(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
    }
}
