package dev.shirube.reports.table;

import java.time.LocalDate;

/** One value as an encoder writes it. */
public sealed interface Cell {
    /** Nothing to write. */
    Cell EMPTY = new Text("", Tone.PLAIN);

    /** Text; lines are separated by a line feed. */
    record Text(String text, Tone tone) implements Cell {}

    /** A whole number. */
    record Number(long value) implements Cell {}

    /** A day. */
    record Date(LocalDate value) implements Cell {}

    /** One cell of a band. */
    record Marked(Mark mark) implements Cell {}
}
