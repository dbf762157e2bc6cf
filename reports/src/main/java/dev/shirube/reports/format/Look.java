package dev.shirube.reports.format;

import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Shade;
import dev.shirube.reports.table.Tone;

/** Everything that tells one cell style from another; equal looks share one style of the workbook. */
record Look(
        Role role,
        Align align,
        Tone tone,
        Shade shade,
        boolean heading,
        boolean input,
        boolean date,
        boolean quoted,
        boolean groupStart,
        boolean linked) {

    /** What part of a sheet a cell belongs to. */
    enum Role {
        TITLE,
        NOTE,
        HEADER,
        GROUP,
        BODY,
        MARK,
        COVER_ORGANISATION,
        COVER_TITLE,
        COVER_SECTION,
        COVER_LABEL,
        COVER_VALUE,
        FIGURE_LABEL,
        FIGURE,
        REMARK
    }

    /** Plain text of that role. */
    static Look of(Role role) {
        return new Look(role, Align.LEFT, Tone.PLAIN, Shade.EMPTY, false, false, false, false, false, false);
    }

    /** A cell of a band. */
    static Look mark(Shade shade, boolean groupStart) {
        return of(Role.MARK).align(Align.CENTRE).shade(shade).groupStart(groupStart);
    }

    Look align(Align value) {
        return new Look(role, value, tone, shade, heading, input, date, quoted, groupStart, linked);
    }

    Look tone(Tone value) {
        return new Look(role, align, value, shade, heading, input, date, quoted, groupStart, linked);
    }

    Look shade(Shade value) {
        return new Look(role, align, tone, value, heading, input, date, quoted, groupStart, linked);
    }

    Look heading(boolean value) {
        return new Look(role, align, tone, shade, value, input, date, quoted, groupStart, linked);
    }

    Look input(boolean value) {
        return new Look(role, align, tone, shade, heading, value, date, quoted, groupStart, linked);
    }

    Look date(boolean value) {
        return new Look(role, align, tone, shade, heading, input, value, quoted, groupStart, linked);
    }

    Look quoted(boolean value) {
        return new Look(role, align, tone, shade, heading, input, date, value, groupStart, linked);
    }

    Look groupStart(boolean value) {
        return new Look(role, align, tone, shade, heading, input, date, quoted, value, linked);
    }

    Look linked(boolean value) {
        return new Look(role, align, tone, shade, heading, input, date, quoted, groupStart, value);
    }
}
