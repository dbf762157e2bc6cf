package dev.shirube.repository;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.engine.DiagnosedException;
import dev.shirube.engine.InputVersion;
import dev.shirube.engine.ScanInput;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;

/** A signature that stands in a commit or tag: {@code .@<commit>!gpgsig}. */
record SignatureInput(String location, ObjectId object, byte[] bytes) implements ScanInput {

    /** Hands over the signatures of a commit or tag; what cannot be read is told by its bytes being asked for. */
    static void handOver(GitObjects objects, ObjectId id, int type, Consumer<ScanInput> inputs) {
        try {
            Map<String, byte[]> signatures = ObjectSignatures.of(type, GitInput.whole(objects, id, type));
            signatures.forEach((part, bytes) ->
                    inputs.accept(new SignatureInput(HistoryLocation.inObject(id.name(), part), id, bytes)));
        } catch (java.io.IOException e) {
            inputs.accept(new Unreadable(HistoryLocation.inObject(id.name(), "signature"), e));
        }
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public Optional<InputVersion> version() {
        return Optional.of(new InputVersion("git " + object.name(), true, 0));
    }

    /** Why there is none. */
    private record Unreadable(String location, java.io.IOException reason) implements ScanInput {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public byte[] bytes() throws java.io.IOException {
            throw reason instanceof DiagnosedException
                    ? reason
                    : new DiagnosedException(
                            DiagnosticCode.MALFORMED,
                            "Git object",
                            reason.getClass().getSimpleName());
        }
    }
}
