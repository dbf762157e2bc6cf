package dev.shirube.reports.table;

import dev.shirube.domain.Text;

/** A value out of a list: always a word, with a tone that only underlines it. */
public interface Choice {
    /** The word, in both languages. */
    Text label();

    /** How the word is underlined by colour. */
    default Tone tone() {
        return Tone.PLAIN;
    }
}
