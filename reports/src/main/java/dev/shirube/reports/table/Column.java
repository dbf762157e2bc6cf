package dev.shirube.reports.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record component a column: its titles, width and meaning stand here and nowhere else.
 *
 * <p>The kind of cell follows from the component's type; see {@link Kind}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
    /** Japanese title. */
    String ja();

    /** English title. */
    String en();

    /** Width in digits of the body font; a full-width character takes two. */
    int width() default 12;

    /** Where the text stands in its cell. */
    Align align() default Align.BY_KIND;

    /** Whether the owner fills this cell in: it is yellow, unlocked and checked on entry. */
    boolean input() default false;

    /** What to write or how to read it, in Japanese; shown when the cell is selected. */
    String noteJa() default "";

    /** What to write or how to read it, in English. */
    String noteEn() default "";

    /** Kind of rows that a cell of this column names: the first row with a text is where links to that text lead. */
    String key() default "";

    /** Whether a cell of this column names its row for good, so that the sheet's look-up cell finds the row by it. */
    boolean identity() default false;

    /** Kind of rows that a cell of this column leads to, where one of them is named by the cell's text. */
    String link() default "";
}
