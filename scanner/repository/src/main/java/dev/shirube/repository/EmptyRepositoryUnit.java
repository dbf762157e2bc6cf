package dev.shirube.repository;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import java.util.Optional;
import java.util.function.Consumer;

/** A repository in which nothing was ever committed. */
record EmptyRepositoryUnit(ScanContext context) implements ScanUnit {

    @Override
    public String location() {
        return GitUnit.ROOT;
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) {
        diagnostics.accept(Diagnostic.of(DiagnosticCode.EMPTY_REPOSITORY, location()));
    }

    @Override
    public Optional<ScanInput> input(String location) {
        return Optional.empty();
    }

    @Override
    public <T> T index(UnitIndex<T> index) {
        return index.compute(this);
    }
}
