package dev.shirube.repository;

import dev.shirube.domain.Coverage;
import dev.shirube.engine.InputVersion;
import dev.shirube.engine.ScanInput;
import java.io.IOException;
import java.util.Optional;

/** A file that is the same in the revision since which is looked: it is counted, and read only for the sake of others. */
record UnchangedInput(GitInput input) implements ScanInput {

    @Override
    public String location() {
        return input.location();
    }

    @Override
    public long size() {
        return input.size();
    }

    @Override
    public byte[] bytes() throws IOException {
        return input.bytes();
    }

    @Override
    public byte[] head(int length) throws IOException {
        return input.head(length);
    }

    @Override
    public Optional<InputVersion> version() {
        return input.version();
    }

    @Override
    public Optional<String> skipped() {
        return Optional.of(Coverage.UNCHANGED);
    }
}
