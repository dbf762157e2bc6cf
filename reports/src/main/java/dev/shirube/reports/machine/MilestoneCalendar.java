package dev.shirube.reports.machine;

import dev.shirube.domain.Language;
import dev.shirube.planner.roadmap.Roadmap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The milestones as an iCalendar (RFC 5545): whole days that block nobody's time. A later roadmap's events have the same ids,
 * so that a calendar that reads both moves them.
 */
public final class MilestoneCalendar {
    private static final int LINE_OCTETS = 75;

    private MilestoneCalendar() {}

    /**
     * Writes the calendar; the same roadmap gives the same bytes: the time stamps are the roadmap's as-of day. The stream is not
     * closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void write(Roadmap roadmap, Language language, OutputStream out) throws IOException {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Shirube//Roadmap//" + language.choose("JA", "EN")));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        Instant stamp = roadmap.settings().asOf().atStartOfDay().toInstant(ZoneOffset.UTC);
        for (Milestone milestone : Milestones.of(roadmap)) {
            calendar.add(event(milestone, stamp, language));
        }
        // A calendar without events says that there is nothing to mark: no reason to refuse it.
        StringWriter text = new StringWriter();
        new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, text);
        out.write(folded(text.toString()).getBytes(StandardCharsets.UTF_8));
    }

    /** Lines of at most 75 octets (RFC 5545, section 3.1). The library counts characters, and would part surrogates. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int point : text.codePoints().toArray()) {
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (point == '\r' || point == '\n') {
                octets = 0;
            } else if (octets + size > LINE_OCTETS) {
                folded.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            folded.appendCodePoint(point);
        }
        return folded.toString();
    }

    private static VEvent event(Milestone milestone, Instant stamp, Language language) {
        VEvent event = new VEvent(false);
        event.add(
                new Uid(milestone.kind().id() + "-" + milestone.id().replaceAll("[^A-Za-z0-9._-]", "_") + "@shirube"));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(milestone.day()));
        event.add(new Summary(plain(milestone.kind().label().in(language)
                + language.choose("：", ": ")
                + milestone.title().in(language))));
        event.add(new Description(plain(milestone.note().in(language))));
        event.add(new Categories(milestone.kind().label().in(language)));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
    }
}
