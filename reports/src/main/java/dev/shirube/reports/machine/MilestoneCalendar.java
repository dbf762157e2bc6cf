package dev.shirube.reports.machine;

import dev.shirube.domain.Language;
import dev.shirube.planner.roadmap.Roadmap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The milestones as an iCalendar (RFC 5545): whole days that block nobody's time. A later roadmap's events have the same ids,
 * so that a calendar that reads both moves them.
 */
public final class MilestoneCalendar {
    /** RFC 5545, section 3.1: a longer line is folded. */
    private static final int LINE_OCTETS = 75;

    private final StringBuilder text = new StringBuilder();

    private MilestoneCalendar() {}

    /**
     * Writes the calendar; the same roadmap gives the same bytes: the time stamps are the roadmap's as-of day. The stream is not
     * closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void write(Roadmap roadmap, Language language, OutputStream out) throws IOException {
        MilestoneCalendar calendar = new MilestoneCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("PRODID:-//Shirube//Roadmap//" + language.choose("JA", "EN"));
        calendar.line("VERSION:2.0");
        calendar.line("CALSCALE:GREGORIAN");
        String stamp = date(roadmap.settings().asOf()) + "T000000Z";
        Milestones.of(roadmap).forEach(milestone -> calendar.event(milestone, stamp, language));
        calendar.line("END:VCALENDAR");
        out.write(calendar.text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void event(Milestone milestone, String stamp, Language language) {
        String kind = milestone.kind().label().in(language);
        line("BEGIN:VEVENT");
        line("UID:" + milestone.kind().id() + "-" + milestone.id().replaceAll("[^A-Za-z0-9._-]", "_") + "@shirube");
        line("DTSTAMP:" + stamp);
        line("DTSTART;VALUE=DATE:" + date(milestone.day()));
        line("SUMMARY:"
                + escaped(kind + language.choose("：", ": ") + milestone.title().in(language)));
        line("DESCRIPTION:" + escaped(milestone.note().in(language)));
        line("CATEGORIES:" + escaped(kind));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** A value of type TEXT (section 3.3.11), without control characters. */
    private static String escaped(String value) {
        return value.replaceAll("[\\p{Cntrl}&&[^\n]]+", " ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void line(String line) {
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (octets + size > LINE_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            octets += size;
            text.appendCodePoint(point);
        }
        text.append("\r\n");
    }
}
