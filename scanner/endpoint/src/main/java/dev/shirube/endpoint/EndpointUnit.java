package dev.shirube.endpoint;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import dev.shirube.engine.UnitIndexes;
import java.util.Optional;
import java.util.function.Consumer;

/** One endpoint under one name: a unit whose only input is the transcript. */
final class EndpointUnit implements ScanUnit {
    private final ScanContext context;
    private final TranscriptInput transcript;
    private final Optional<RuntimeException> fault;
    private final UnitIndexes indexes = new UnitIndexes();

    /**
     * The unit of that transcript.
     *
     * @param fault of ours that ended the conversation before the time
     */
    EndpointUnit(Transcript transcript, Optional<RuntimeException> fault, ScanContext context) {
        this.context = context;
        this.fault = fault;
        this.transcript = new TranscriptInput(transcript.endpoint(), TranscriptFormat.write(transcript));
    }

    /** The canonical bytes of a transcript; the endpoint is their location. */
    private record TranscriptInput(String location, byte[] bytes) implements ScanInput {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public boolean recorded() {
            return true;
        }
    }

    @Override
    public String location() {
        return transcript.location();
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) {
        inputs.accept(transcript);
        fault.map(it -> Diagnostic.of(
                        DiagnosticCode.DETECTOR_FAILED,
                        location(),
                        "endpoint",
                        it.getClass().getName()))
                .ifPresent(diagnostics);
    }

    @Override
    public Optional<ScanInput> input(String location) {
        return location.equals(location()) ? Optional.of(transcript) : Optional.empty();
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
