package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.Closeable;
import java.util.List;

/** What one archive lists, by number; no larger than its own directory, since a hostile one may list a million. */
interface ArchiveListing extends Closeable {

    /** How many entries there are, folders included. */
    int count();

    /** The name as the archive has it. */
    String name(int entry);

    /** Plain bytes as announced. */
    long size(int entry);

    /** Whether it is a folder with nothing in it, or another part of the directory: no input. */
    boolean folder(int entry);

    /** What is wrong with the directory itself. */
    List<Diagnostic> diagnostics();

    /** The entry as an input at that location. */
    SeekableInput input(int entry, String location, ArchiveCosts.Allowance allowance);
}
