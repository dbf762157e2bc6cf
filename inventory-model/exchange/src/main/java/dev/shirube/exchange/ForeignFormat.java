package dev.shirube.exchange;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import java.io.IOException;
import java.io.InputStream;

/**
 * One format in which an inventory, or a part of one, comes from elsewhere: known by its first bytes, never by its name.
 *
 * <p>Nothing in a document is executed, resolved or contacted. What is found belongs to {@link
 * dev.shirube.domain.InformationSystem#UNASSIGNED} unless the document itself names systems; what another tool says carries
 * its {@link dev.shirube.domain.ImportOrigin}. What cannot be read or understood is a diagnostic of the inventory; a limit
 * that is reached ends in {@code limit-reached}, and what was read before it stays.
 */
public interface ForeignFormat {

    /** How many of the first bytes are shown to {@link #recognises}. */
    int HEAD = 16 * 1024;

    /** What the format is called where a user reads which ones are accepted. */
    Text name();

    /** Whether a document that begins with these bytes, at most {@link #HEAD} of them, is of this format. */
    boolean recognises(byte[] head);

    /**
     * Whether a document that begins so is one of ours, which says itself what was looked at; of any other the document is all
     * that was.
     */
    default boolean carriesItsOwnCoverage(byte[] head) {
        return false;
    }

    /**
     * Reads a document to its end or to a limit.
     *
     * @param in not closed
     * @param document name of the file, for diagnostics and as the origin
     * @throws IOException when the stream itself fails; what is wrong with the content is a diagnostic
     */
    Inventory read(InputStream in, String document) throws IOException;
}
