package dev.shirube.reports.table;

import dev.shirube.domain.Text;

/** A word that a cell shows, underlined by a tone. */
public record Word(Text label, Tone tone) implements Choice {
    /** A word without a tone. */
    public static Word plain(Text label) {
        return new Word(label, Tone.PLAIN);
    }
}
