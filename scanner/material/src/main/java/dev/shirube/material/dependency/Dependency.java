package dev.shirube.material.dependency;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;

/**
 * One package that a file names.
 *
 * @param type of its package URL: {@code npm}, {@code pypi}
 * @param name with its namespace, as the file writes it
 * @param asked what the file says of its version
 * @param line from 1
 * @param context test for what only building and testing needs
 * @param top of a lock file, whether it is what the manifest beside it gets, and not only what another package gets
 */
record Dependency(
        String type,
        String name,
        Requirement asked,
        int line,
        CodeContext context,
        Confidence confidence,
        boolean top) {

    /** A package that is asked for, or that a lock file has chosen. */
    static Dependency of(Dialect dialect, String name, String asked, int line) {
        return new Dependency(
                dialect.scheme(),
                name,
                new Requirement(dialect, asked),
                line,
                CodeContext.MAIN,
                Confidence.LIKELY,
                false);
    }

    /** The same, needed for building and testing only if that is so. */
    Dependency onlyForTests(boolean tests) {
        return new Dependency(type, name, asked, line, tests ? CodeContext.TEST : context, confidence, top);
    }

    /** The same, known to be there and not only asked for. */
    Dependency installed() {
        return new Dependency(type, name, asked, line, context, Confidence.CERTAIN, top);
    }

    /** The same, with little to go by. */
    Dependency doubtful() {
        return new Dependency(type, name, asked, line, context, Confidence.POSSIBLE, top);
    }

    /** The same, as the file says it in another way. */
    Dependency saying(String said) {
        return new Dependency(
                type, name, new Requirement(asked.dialect(), asked.written(), said), line, context, confidence, top);
    }

    /** The same, of that type. */
    Dependency ofType(String value) {
        return new Dependency(value, name, asked, line, context, confidence, top);
    }

    /** The same, as what the manifest beside the lock file gets. */
    Dependency onTop() {
        return new Dependency(type, name, asked, line, context, confidence, true);
    }
}
