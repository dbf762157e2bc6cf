package dev.shirube.source.language;

import java.util.Optional;

/** The other files of a unit, by their logical path. */
@FunctionalInterface
public interface Neighbours {

    /** A file that stands alone. */
    Neighbours NONE = location -> Optional.empty();

    /** The file at that location; nothing if there is none, or it cannot be read. */
    Optional<SourceText> at(String location);
}
