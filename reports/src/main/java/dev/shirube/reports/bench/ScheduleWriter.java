package dev.shirube.reports.bench;

import dev.shirube.planner.solver.Certificate;
import dev.shirube.planner.solver.Solution;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes plans, {@code shirube-roadmap-schedule/1}, and certificates; the same solution gives the same bytes. */
public final class ScheduleWriter {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ScheduleWriter() {}

    /** The plan with its certificate; the stream is not closed. */
    public static void plan(BenchInstance instance, Solution solution, OutputStream out) throws IOException {
        write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("format", "shirube-roadmap-schedule/1");
            json.writeStringProperty("instance", instance.name());
            json.writeStringProperty("instance_sha256", instance.sha256());
            json.writeNumberProperty("objective", solution.objective());
            json.writeObjectPropertyStart("starts");
            for (int j = 0; j < instance.tasks().size(); j++) {
                OptionalInt start = solution.starts().get(j);
                json.writeName(instance.tasks().get(j));
                if (start.isPresent()) {
                    json.writeNumber(start.getAsInt());
                } else {
                    json.writeNull();
                }
            }
            json.writeEndObject();
            json.writeName("certificate");
            certificate(json, instance, solution.certificate());
            json.writeEndObject();
        });
    }

    /** The certificate alone; the stream is not closed. */
    public static void certificate(BenchInstance instance, Solution solution, OutputStream out) throws IOException {
        write(out, json -> certificate(json, instance, solution.certificate()));
    }

    private interface Body {
        void write(JsonGenerator json);
    }

    private static void write(OutputStream out, Body body) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            body.write(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IllegalStateException("JSON was written in the wrong order", e);
        }
        out.write('\n');
    }

    private static void certificate(JsonGenerator json, BenchInstance instance, Certificate certificate) {
        json.writeStartObject();
        json.writeNumberProperty("scale", certificate.scale());
        json.writeNumberProperty("budget_scale", certificate.budgetScale());
        prices(json, "capacity", instance.teams(), certificate.teams());
        prices(json, "budget", instance.pools(), certificate.pools());
        json.writeArrayPropertyStart("precedence");
        for (Certificate.Link link : certificate.links()) {
            json.writeStartArray();
            json.writeString(instance.tasks().get(link.before()));
            json.writeString(instance.tasks().get(link.after()));
            json.writeNumber(link.price());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void prices(JsonGenerator json, String name, List<String> ids, List<List<Long>> prices) {
        json.writeObjectPropertyStart(name);
        for (int i = 0; i < ids.size(); i++) {
            json.writeArrayPropertyStart(ids.get(i));
            prices.get(i).forEach(json::writeNumber);
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
