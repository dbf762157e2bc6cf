package dev.shirube.reports.machine;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.planner.migration.Target;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.risk.ScoreTerm;
import dev.shirube.planner.roadmap.Gap;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.PackStamp;
import dev.shirube.planner.roadmap.Reason;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.SystemPriority;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The roadmap as JSON, {@code shirube-plan/1}, as {@code docs/schema/shirube-plan-1.schema.json} describes it. Texts stand in
 * both languages under {@code ja} and {@code en}; what is not known, or not placed, is null and never left out.
 */
public final class RoadmapJson {
    /** Name and version of the format. */
    public static final String SCHEMA = "shirube-plan/1";

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private RoadmapJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes that roadmap; the same roadmap gives the same bytes. The stream is not closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void write(Roadmap roadmap, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            new RoadmapJson(json).roadmap(roadmap);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void roadmap(Roadmap roadmap) {
        json.writeStartObject();
        json.writeStringProperty("schema", SCHEMA);
        settings(roadmap);
        array("systems", roadmap.systems(), this::system);
        array("tasks", roadmap.tasks(), this::task);
        array("milestones", Milestones.of(roadmap), this::milestone);
        array("assumptions", roadmap.assumptions(), this::text);
        array("gaps", roadmap.gaps(), this::gap);
        json.writeEndObject();
    }

    private void settings(Roadmap roadmap) {
        json.writeStringProperty("asOf", roadmap.settings().asOf().toString());
        json.writeStringProperty("quantumComputer", roadmap.settings().crqc().toString());
        json.writeStringProperty("horizon", roadmap.settings().horizon().toString());
        json.writeObjectPropertyStart("basis");
        json.writeStringProperty("id", roadmap.basis().name().toLowerCase(Locale.ROOT));
        texts(roadmap.basis().label());
        json.writeEndObject();
        array("packs", roadmap.packs(), this::pack);
        json.writeName("proof");
        if (roadmap.proof().isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("objective", roadmap.proof().get().solution().objective());
        json.writeName("bound");
        roadmap.proof().get().solution().bound().ifPresentOrElse(json::writeNumber, json::writeNull);
        json.writeName("gapPerMille");
        roadmap.proof().get().gapPerMille().ifPresentOrElse(json::writeNumber, json::writeNull);
        array("scarce", roadmap.proof().get().scarce(), scarce -> {
            json.writeStartObject();
            json.writeStringProperty("kind", scarce.money() ? "budget" : "team");
            json.writeStringProperty("name", scarce.name());
            json.writeNumberProperty("price", scarce.price());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void pack(PackStamp pack) {
        json.writeStartObject();
        json.writeStringProperty("id", pack.id());
        json.writeStringProperty("version", pack.version());
        json.writeStringProperty("sha256", pack.sha256());
        json.writeStringProperty("adoption", pack.adoption().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private void system(SystemPriority priority) {
        json.writeStartObject();
        json.writeNumberProperty("rank", priority.rank());
        json.writeStringProperty("id", priority.system().id());
        json.writeStringProperty("name", priority.system().name());
        score("score", priority.score());
        json.writeNumberProperty("vulnerableAssets", priority.vulnerableAssets());
        json.writeNumberProperty("urgentAssets", priority.urgentAssets());
        optional("deadline", priority.deadline());
        array("tasks", priority.tasks(), json::writeString);
        json.writeEndObject();
    }

    private void task(ScheduledTask scheduled) {
        MigrationTask task = scheduled.task();
        json.writeStartObject();
        json.writeNumberProperty("order", scheduled.order());
        json.writeStringProperty("id", task.id());
        json.writeStringProperty("kind", task.kind().id());
        json.writeStringProperty("system", task.system());
        json.writeName("title");
        text(task.title());
        json.writeStringProperty("subject", task.subject());
        json.writeStringProperty("function", task.function().id());
        json.writeStringProperty("team", task.team());
        effort(task);
        optional("start", scheduled.start().map(FiscalQuarter::firstDay));
        optional("finish", scheduled.finish().map(FiscalQuarter::lastDay));
        optional("deadline", task.deadline());
        optional("review", task.review());
        json.writeBooleanProperty("late", scheduled.late());
        json.writeName("needs");
        scheduled.needs().ifPresentOrElse(this::text, json::writeNull);
        score("earliestScore", task.score());
        score("plannedScore", scheduled.planned());
        array("predecessors", task.predecessors(), json::writeString);
        array("targets", task.replacement().targets(), this::target);
        array("assets", task.assets(), json::writeString);
        array("findings", task.findings(), json::writeString);
        array("reasons", task.reasons(), this::reason);
        array("placement", scheduled.reasons(), this::reason);
        json.writeEndObject();
    }

    private void effort(MigrationTask task) {
        json.writeObjectPropertyStart("effort");
        json.writeNumberProperty("personDays", task.effort().personDays());
        json.writeNumberProperty("quarters", task.effort().quarters());
        json.writeBooleanProperty("assumed", task.effort().assumed());
        json.writeEndObject();
    }

    private void target(Target target) {
        json.writeStartObject();
        json.writeName("name");
        text(target.name());
        json.writeStringProperty("reference", target.reference());
        json.writeStringProperty("status", target.status().name().toLowerCase(Locale.ROOT));
        json.writeBooleanProperty("verified", target.verified());
        json.writeEndObject();
    }

    private void reason(Reason reason) {
        json.writeStartObject();
        json.writeStringProperty("kind", reason.kind().name().toLowerCase(Locale.ROOT));
        texts(reason.text());
        json.writeName("rule");
        reason.citation().map(RoadmapJson::rule).ifPresentOrElse(json::writeString, json::writeNull);
        json.writeEndObject();
    }

    private static String rule(Citation citation) {
        return citation.pack() + "/" + citation.rule().id();
    }

    private void score(String name, Optional<Score> score) {
        json.writeName(name);
        if (score.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("low", score.get().low());
        json.writeNumberProperty("high", score.get().high());
        json.writeStringProperty("at", score.get().completion().toString());
        array("terms", score.get().trace(), this::term);
        json.writeEndObject();
    }

    private void term(ScoreTerm term) {
        json.writeStartObject();
        json.writeStringProperty("symbol", term.symbol());
        json.writeStringProperty("low", term.low());
        json.writeStringProperty("high", term.high());
        json.writeEndObject();
    }

    private void milestone(Milestone milestone) {
        json.writeStartObject();
        json.writeStringProperty("day", milestone.day().toString());
        json.writeStringProperty("kind", milestone.kind().id());
        json.writeStringProperty("id", milestone.id());
        json.writeStringProperty("system", milestone.system());
        json.writeName("title");
        text(milestone.title());
        json.writeEndObject();
    }

    private void gap(Gap gap) {
        json.writeStartObject();
        json.writeStringProperty("system", gap.system());
        json.writeName("what");
        text(gap.what());
        json.writeNumberProperty("count", gap.count());
        json.writeStringProperty("location", gap.location());
        json.writeEndObject();
    }

    private void text(Text text) {
        json.writeStartObject();
        texts(text);
        json.writeEndObject();
    }

    private void texts(Text text) {
        json.writeStringProperty("ja", text.ja());
        json.writeStringProperty("en", text.en());
    }

    private void optional(String name, Optional<?> value) {
        json.writeName(name);
        value.map(Object::toString).ifPresentOrElse(json::writeString, json::writeNull);
    }

    private <T> void array(String name, Collection<T> values, Consumer<T> item) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(item);
        json.writeEndArray();
    }
}
