package dev.shirube.exchange.diff;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.domain.diff.Change;
import dev.shirube.domain.diff.ChangeKind;
import dev.shirube.domain.diff.Difference;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.diff.Progress;
import dev.shirube.domain.diff.Purpose;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a comparison as JSON. Names of members are a contract: a new one may come, none changes its name or meaning under
 * the same {@link #SCHEMA}.
 */
public final class DiffWriter {

    /** The schema that documents name in their first member. */
    public static final String SCHEMA = "shirube-diff/1";

    /** One of the two states: the snapshot after which it was known. */
    public record State(long number, String name, LocalDate asOf, boolean complete) {}

    /**
     * What is compared.
     *
     * @param before empty where each target has its own two states
     * @param after empty where each target has its own two states
     * @param level {@code asset}, {@code occurrence} or {@code system}
     * @param hidden how many rows were left out since nobody asked for them
     */
    public record Head(
            String version,
            LocalDate asOf,
            Optional<State> before,
            Optional<State> after,
            String level,
            Optional<String> policy,
            long hidden) {}

    private final AlgorithmRegistry registry;
    private final OutputStream out;

    /** A writer to that stream, which it neither flushes nor closes. */
    public DiffWriter(AlgorithmRegistry registry, OutputStream out) {
        this.registry = registry;
        this.out = out;
    }

    /** Writes the document: numbers and progress of the whole comparison, and these of its changes, in their order. */
    public void write(Head head, InventoryDiff diff, List<? extends Change> changes) throws IOException {
        JsonStream.document(
                out,
                json -> json.object(it -> {
                    head(it, head);
                    it.list("systems", list -> {
                        for (Map.Entry<String, Map<ChangeKind, Long>> system :
                                diff.numbers().entrySet()) {
                            list.object(row -> {
                                row.text("system", system.getKey());
                                for (ChangeKind kind : ChangeKind.values()) {
                                    row.number(kind.id(), system.getValue().getOrDefault(kind, 0L));
                                }
                            });
                        }
                    });
                    it.list("progress", list -> {
                        for (Progress progress : diff.progress()) {
                            list.object(row -> progress(row, progress));
                        }
                    });
                    it.list("changes", list -> {
                        for (Change change : changes) {
                            list.object(row -> change(row, change));
                        }
                    });
                }));
    }

    private static void head(JsonStream json, Head head) throws IOException {
        json.text("schema", SCHEMA);
        json.text("version", head.version());
        json.text("as-of", head.asOf().toString());
        json.text("compared", head.before().isPresent() ? "two-states" : "last-two-scans-of-each-target");
        state(json, "before", head.before());
        state(json, "after", head.after());
        json.text("level", head.level());
        if (head.policy().isPresent()) {
            json.text("policy", head.policy().get());
        }
        json.number("hidden", head.hidden());
    }

    private static void state(JsonStream json, String name, Optional<State> state) throws IOException {
        if (state.isPresent()) {
            json.object(name, it -> {
                it.number("number", state.get().number());
                it.text("name", state.get().name());
                it.text("as-of", state.get().asOf().toString());
                it.truth("complete", state.get().complete());
            });
        }
    }

    private static void progress(JsonStream json, Progress it) throws IOException {
        if (it.system().isPresent()) {
            json.text("system", it.system().get());
        }
        json.text("purpose", it.purpose().map(Purpose::id).orElse("all"));
        share(json, "same-set-before", it.sameBefore());
        share(json, "same-set-after", it.sameAfter());
        share(json, "plain-before", it.plainBefore());
        share(json, "plain-after", it.plainAfter());
        json.number("added", it.added());
        json.number("classical-removed", it.removed());
        json.number("unknown", it.unknown());
        json.number("vulnerable-assets-before", it.assetsBefore());
        json.number("vulnerable-assets-after", it.assetsAfter());
    }

    private static void share(JsonStream json, String name, Progress.Share share) throws IOException {
        json.object(name, it -> {
            it.number("migrated", share.migrated());
            it.number("total", share.total());
        });
    }

    private void change(JsonStream json, Change change) throws IOException {
        if (change instanceof Change.OfOccurrence it) {
            json.text("level", "occurrence");
            common(json, change);
            json.text("id", it.id());
            finding(json, it.finding());
        } else if (change instanceof Change.OfAsset it) {
            json.text("level", "asset");
            common(json, change);
            asset(json, it.asset());
            if (it.function().isPresent()) {
                json.text("function", it.function().map(CryptoFunction::id).orElseThrow());
            }
            json.number("occurrences-before", it.occurrencesBefore());
            json.number("occurrences-after", it.occurrencesAfter());
            json.number("occurrences-not-looked-at", it.unseen());
        } else {
            json.text("level", "system");
            common(json, change);
        }
        differences(json, change.differences());
    }

    private static void common(JsonStream json, Change change) {
        json.text("kind", change.kind().id());
        json.text("system", change.system());
    }

    private void finding(JsonStream json, Finding it) throws IOException {
        asset(json, it.asset());
        json.text("function", it.function().id());
        json.text("location", it.occurrence().location());
        json.number("line", it.occurrence().line());
        json.text("in", it.occurrence().member());
        json.text("symbol", it.occurrence().symbol());
        json.number("ordinal", it.occurrence().ordinal());
        json.text("context", it.occurrence().context().id());
    }

    private void asset(JsonStream json, CryptoAsset asset) {
        json.text("asset", asset.id());
        asset.algorithm().ifPresent(it -> json.text("name", registry.displayName(it)));
        json.text("quantum", registry.threat(asset).id());
    }

    private static void differences(JsonStream json, List<Difference> differences) throws IOException {
        json.list("differences", list -> {
            for (Difference it : differences) {
                list.object(row -> {
                    row.text("field", it.field());
                    row.text("before", it.before());
                    row.text("after", it.after());
                });
            }
        });
    }
}
