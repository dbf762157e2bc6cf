package dev.shirube.reports;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.register.RegisterColumn;
import dev.shirube.domain.register.SystemRegister;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The register of systems as JSON, {@code shirube-systems/1}: under each column's id its value, null where nothing is declared;
 * under {@code declared}, where, by whom and when; under {@code others}, the office's own columns.
 */
public final class RegisterJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private RegisterJson() {}

    /**
     * Writes those systems; the same systems give the same bytes. The stream is not closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void write(Collection<InformationSystem> systems, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("schema", "shirube-systems/1");
            json.writeName("systems");
            json.writeStartArray();
            systems.stream().sorted().forEach(system -> write(system, json));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static void write(InformationSystem system, JsonGenerator json) {
        List<RegisterColumn> columns = SystemRegister.columns();
        List<Declaration<?>> declarations = SystemRegister.declarations(system);
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeName(columns.get(i).id());
            declarations.get(i).value().ifPresentOrElse(it -> value(it, json), json::writeNull);
        }
        json.writeObjectPropertyStart("declared");
        for (int i = 0; i < columns.size(); i++) {
            Declaration<?> declaration = declarations.get(i);
            if (!declaration.origin().isEmpty()) {
                json.writeObjectPropertyStart(columns.get(i).id());
                json.writeStringProperty("origin", declaration.origin());
                json.writeStringProperty("by", declaration.by());
                json.writeStringProperty("on", declaration.on());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("others");
        system.others().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(Object value, JsonGenerator json) {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof LocalDate day) {
            json.writeString(day.toString());
        } else if (value instanceof Enum<?> word) {
            json.writeString(word.name().toLowerCase(Locale.ROOT));
        } else if (value instanceof List<?> names) {
            json.writeStartArray();
            names.forEach(it -> json.writeString((String) it));
            json.writeEndArray();
        } else {
            json.writeString((String) value);
        }
    }
}
