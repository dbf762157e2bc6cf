package dev.shirube.reports.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a record type a sheet: its names, and how many of its first columns stay in view. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Sheet {
    /** Japanese name of the sheet; at most 31 characters, Excel's limit. */
    String ja();

    /** English name of the sheet; at most 31 characters. */
    String en();

    /** How many leading columns stay in view when scrolled, and repeat on every printed page. */
    int frozen() default 0;

    /** One sentence under the title on how to read the sheet, in Japanese. */
    String noteJa() default "";

    /** One sentence under the title on how to read the sheet, in English. */
    String noteEn() default "";
}
