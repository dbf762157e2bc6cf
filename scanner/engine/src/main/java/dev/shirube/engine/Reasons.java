package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.ENCRYPTED;
import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static dev.shirube.domain.DiagnosticCode.UNREADABLE;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.zip.ZipEncryptedException;
import dev.shirube.engine.zip.ZipFormatException;
import dev.shirube.engine.zip.ZipLimitException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Why bytes could not be had, in words that hold no path of the machine and nothing of the content. */
final class Reasons {
    private Reasons() {}

    /** The diagnostic for an input whose bytes could not be had. */
    static Diagnostic diagnostic(String location, IOException e) {
        if (e instanceof LimitException limit) {
            return Diagnostic.of(LIMIT_REACHED, location, limit.limit(), limit.reached());
        }
        if (e instanceof DiagnosedException diagnosed) {
            return diagnosed.at(location);
        }
        if (e instanceof ZipLimitException limit) {
            return Diagnostic.of(LIMIT_REACHED, location, limit.limit(), limit.reached());
        }
        if (e instanceof ZipEncryptedException) {
            return Diagnostic.of(ENCRYPTED, location, e.getMessage());
        }
        return Diagnostic.of(UNREADABLE, location, of(e));
    }

    /** Several reasons as one, so that one thing is told once. */
    static String of(List<String> faults) {
        return String.join("; ", faults);
    }

    /** A short technical reason: our own words for what is usual, the exception's class for the rest. */
    static String of(IOException e) {
        if (e instanceof ZipFormatException) {
            return e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof NoSuchFileException
                ? "no longer there"
                : e.getClass().getSimpleName();
    }
}
