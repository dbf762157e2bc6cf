package dev.shirube.shell;

import java.util.Optional;

/** The program's version, as its jar says. */
final class Version {

    /** For example {@code 0.1.0}; {@code development} when run from class files. */
    static final String TEXT = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}
