package dev.shirube.repository;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.SkippedInput;
import dev.shirube.engine.UnitIndex;
import dev.shirube.engine.UnitIndexes;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;

/** What is only in the history of a repository: each distinct file once, and the signatures of its commits and tags. */
final class HistoryUnit implements ScanUnit {
    private static final String LOCATION = HistoryLocation.UNIT;
    /** In coverage: objects that are not there, of which a diagnostic says how many. */
    private static final String MISSING = "missing-object";

    private final History history;
    private final HistoryResults results;
    private final ScanContext context;
    private final UnitIndexes indexes = new UnitIndexes();

    HistoryUnit(History history, HistoryResults results, ScanContext context) {
        this.history = history;
        this.results = results;
        this.context = context;
    }

    @Override
    public String location() {
        return LOCATION;
    }

    @Override
    public boolean history() {
        return true;
    }

    @Override
    public ScanResult told(ScanResult seen) {
        return results.ofHistory(seen);
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) throws IOException {
        HistoryFaults missing = history.faults().again();
        int files = 0;
        for (HistoryBlob blob : history.past()) {
            String location = history.location(blob);
            files++;
            if (isMissing(blob)) {
                missing.missing(blob.name());
                inputs.accept(new SkippedInput(location, 0, MISSING));
            } else {
                inputs.accept(input(location, blob));
            }
        }
        history.known().forEach(it -> inputs.accept(new SkippedInput(history.location(it), 0, Coverage.UNCHANGED)));
        for (HistoryNode node : history.nodes()) {
            if (node.signed) {
                SignatureInput.handOver(history.objects(), node, Constants.OBJ_COMMIT, inputs);
            }
        }
        history.tags()
                .keySet()
                .forEach(it -> SignatureInput.handOver(history.objects(), it, Constants.OBJ_TAG, inputs));
        missing.tell(LOCATION, diagnostics);
        history.tell(LOCATION, files, diagnostics);
    }

    private boolean isMissing(HistoryBlob blob) throws IOException {
        try {
            return !history.objects().read(it -> it.has(blob));
        } catch (MissingObjectException e) {
            return true;
        } catch (RuntimeException e) {
            return false; // said again, with its reason, when the bytes are asked for
        }
    }

    private GitInput input(String location, HistoryBlob blob) {
        return GitInput.of(location, history.objects(), blob.toObjectId(), context.limits());
    }

    @Override
    public Optional<ScanInput> input(String location) {
        return history.at(location).map(it -> input(location, it));
    }

    @Override
    public <T> T index(UnitIndex<T> index) {
        return indexes.get(index, this);
    }

    @Override
    public ScanContext context() {
        return context;
    }
}
