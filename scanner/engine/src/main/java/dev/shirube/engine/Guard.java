package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one place that catches what a detector throws.
 *
 * <p>Caught are all runtime exceptions, and of the errors those that an input can bring about or that a detector from
 * outside brings with it: stack overflow, memory that did not suffice for one input (what the detector held is free again
 * once it is thrown), failed assertions, missing classes. Any other error ends the scan. The diagnostic names the
 * exception's class alone: its message may hold what was scanned.
 */
final class Guard {
    private Guard() {}

    static <T> Optional<T> call(
            Detector detector, String location, Supplier<T> question, Consumer<Diagnostic> diagnostics) {
        try {
            return Optional.of(question.get());
        } catch (UncheckedIOException e) {
            diagnostics.accept(Reasons.diagnostic(location, e.getCause()));
        } catch (OutOfMemoryError e) {
            diagnostics.accept(Reasons.diagnostic(location, Memory.exceeded("detector " + detector.id())));
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            diagnostics.accept(Diagnostic.of(
                    DiagnosticCode.DETECTOR_FAILED,
                    location,
                    detector.id(),
                    e.getClass().getName()));
        }
        return Optional.empty();
    }
}
