package dev.shirube.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON written as it comes, in UTF-8 with line feeds on every platform, so that the same values give the same bytes.
 *
 * <p>The stream below is neither flushed nor closed.
 */
public final class JsonStream implements AutoCloseable {

    /** Something that writes JSON and may fail as a stream does. */
    public interface Body {
        /** Writes to the stream. */
        void write(JsonStream json) throws IOException;
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final JsonGenerator generator;

    private JsonStream(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes one document, indented, with a line feed at its end. */
    public static void document(OutputStream out, Body body) throws IOException {
        run(out, new Indented(), body);
        out.write('\n');
    }

    /** Writes one value on one line, with a line feed at its end. */
    public static void line(OutputStream out, Body body) throws IOException {
        run(out, ObjectWriteContext.empty(), body);
        out.write('\n');
    }

    private static void run(OutputStream out, ObjectWriteContext context, Body body) throws IOException {
        try (JsonStream json = new JsonStream(FACTORY.createGenerator(context, out, JsonEncoding.UTF8))) {
            body.write(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IllegalStateException("JSON was written in the wrong order", e);
        }
    }

    /** Two spaces and a line feed, whatever the platform's line separator is. */
    private static final class Indented extends ObjectWriteContext.Base {
        private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withArrayIndenter(INDENTER).withObjectIndenter(INDENTER);
        }
    }

    /** An object without a name: the document itself, or an item of a list. */
    public void object(Body body) throws IOException {
        generator.writeStartObject();
        body.write(this);
        generator.writeEndObject();
    }

    /** A member that is an object. */
    public void object(String name, Body body) throws IOException {
        generator.writeName(name);
        object(body);
    }

    /** A member that is a list. */
    public void list(String name, Body items) throws IOException {
        generator.writeName(name);
        generator.writeStartArray();
        items.write(this);
        generator.writeEndArray();
    }

    /** A member that is a list of texts; left out when there are none. */
    public void texts(String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            allTexts(name, values);
        }
    }

    /** A member that is a list of texts, written even when there are none. */
    public void allTexts(String name, Collection<String> values) throws IOException {
        list(name, json -> values.forEach(json::text));
    }

    /** A text as an item of a list. */
    public void text(String value) {
        generator.writeString(WellFormed.text(value));
    }

    /** A member that is a text. */
    public void text(String name, String value) {
        generator.writeName(name);
        text(value);
    }

    /** A member that is a whole number. */
    public void number(String name, long value) {
        generator.writeNumberProperty(name, value);
    }

    /** A member that is a whole number; left out where there is none. */
    public void number(String name, OptionalInt value) {
        value.ifPresent(it -> generator.writeNumberProperty(name, it));
    }

    /** A member that is there and has no value: what it would say is not known. */
    public void unknown(String name) {
        generator.writeNullProperty(name);
    }

    /** A member that is a truth value. */
    public void truth(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
    }

    @Override
    public void close() {
        generator.close();
    }
}
