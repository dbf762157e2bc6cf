package dev.shirube.endpoint;

import dev.shirube.domain.Diagnostic;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import dev.shirube.engine.UnitIndexes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** One endpoint under one name: a unit whose only input is the transcript, recorded when its bytes are asked for. */
final class EndpointUnit implements ScanUnit {
    private final ScanContext context;
    private final TranscriptInput transcript;
    private final UnitIndexes indexes = new UnitIndexes();

    EndpointUnit(EndpointTriage triage, Optional<String> serverName, ScanContext context) {
        this.context = context;
        this.transcript = new TranscriptInput(triage, serverName);
    }

    /** The canonical bytes of a transcript; the endpoint is their location. */
    private final class TranscriptInput implements ScanInput {
        private final EndpointTriage triage;
        private final Optional<String> serverName;
        private Optional<byte[]> recorded = Optional.empty();

        private TranscriptInput(EndpointTriage triage, Optional<String> serverName) {
            this.triage = triage;
            this.serverName = serverName;
        }

        @Override
        public String location() {
            return triage.location(serverName);
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public boolean recorded() {
            return true;
        }

        /** How every transcript begins is known without shaking hands: enough to tell what kind of input it is. */
        @Override
        public byte[] head(int length) throws IOException {
            byte[] header = TranscriptFormat.header();
            return length <= header.length ? Arrays.copyOf(header, length) : ScanInput.super.head(length);
        }

        @Override
        public synchronized byte[] bytes() throws IOException {
            if (recorded.isEmpty()) {
                recorded = triage.run(serverName, context::stopRequested).map(TranscriptFormat::write);
            }
            return recorded.orElseThrow(() -> new IOException("stopped before the endpoint had answered"));
        }
    }

    @Override
    public String location() {
        return transcript.location();
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) {
        inputs.accept(transcript);
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
