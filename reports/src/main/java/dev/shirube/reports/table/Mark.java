package dev.shirube.reports.table;

import dev.shirube.domain.Text;

/** One cell of a band, as an enum implements it: a symbol that can be read without colour, and its shade. */
public interface Mark {
    /** At most two characters; empty where nothing is marked. */
    Text symbol();

    /** How the cell is filled. */
    Shade shade();

    /** What the mark means, for the legend; in both languages. */
    Text meaning();
}
