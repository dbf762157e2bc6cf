package dev.shirube.reports.machine;

import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * A day of the roadmap that a calendar should show.
 *
 * @param id stable: the same policy rule, system or task gives the same id in every roadmap
 * @param system id of the information system; empty for what holds for the whole organisation
 * @param note what stands behind it: the rule's wording, the tasks
 */
public record Milestone(LocalDate day, Kind kind, String id, String system, Text title, Text note)
        implements Comparable<Milestone> {
    private static final Comparator<Milestone> ORDER =
            Comparator.comparing(Milestone::day).thenComparing(Milestone::kind).thenComparing(Milestone::id);

    /** What a milestone marks. */
    public enum Kind {
        /** A rule's last day. */
        POLICY("policy", new Text("方針の期限", "policy deadline")),
        /** The planned end of a system's last task. */
        SYSTEM("system", new Text("システムの移行完了（計画）", "system migrated (planned)")),
        /** A day on which to look again at what cannot be decided yet. */
        REVIEW("review", new Text("見直し", "review")),
        /** The planned end of a task that comes after its deadline. */
        LATE("late", new Text("期限超過の作業の完了（計画）", "late task ends (planned)"));

        private final String id;
        private final Text label;

        Kind(String id, Text label) {
            this.id = id;
            this.label = label;
        }

        /** The id that exports carry. */
        public String id() {
            return id;
        }

        /** What people read. */
        public Text label() {
            return label;
        }
    }

    /** Refuses null. */
    public Milestone {
        Objects.requireNonNull(day);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
        Objects.requireNonNull(system);
        Objects.requireNonNull(title);
        Objects.requireNonNull(note);
    }

    @Override
    public int compareTo(Milestone other) {
        return ORDER.compare(this, other);
    }
}
