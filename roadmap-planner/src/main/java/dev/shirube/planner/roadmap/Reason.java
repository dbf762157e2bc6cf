package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import dev.shirube.planner.policy.Citation;
import java.util.Objects;
import java.util.Optional;

/**
 * One reason of a task: why it exists, why this replacement, why this effort, why this quarter.
 *
 * @param citation the rule behind it, where there is one
 */
public record Reason(Kind kind, Text text, Optional<Citation> citation) {

    /** What a reason speaks of, in the order in which they are printed. */
    public enum Kind {
        EVIDENCE(new Text("証跡", "evidence")),
        USE(new Text("利用", "use")),
        VERDICT(new Text("判定", "verdict")),
        SCORE(new Text("点数", "score")),
        REPLACEMENT(new Text("移行先", "replacement")),
        EFFORT(new Text("工数", "effort")),
        PREDECESSOR(new Text("先行作業", "predecessor")),
        RENEWAL(new Text("更改", "renewal")),
        CAPACITY(new Text("体制", "capacity")),
        BUDGET(new Text("予算", "budget")),
        FREEZE(new Text("凍結期間", "freeze")),
        PROCUREMENT(new Text("調達", "procurement")),
        RELEASE(new Text("製品提供", "release")),
        DEADLINE(new Text("期限", "deadline")),
        WAIT(new Text("待ち", "wait"));

        private final Text label;

        Kind(Text label) {
            this.label = label;
        }

        /** What reports print. */
        public Text label() {
            return label;
        }
    }

    /** Refuses null. */
    public Reason {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        Objects.requireNonNull(citation);
    }

    /** A reason that rests on no rule. */
    public static Reason of(Kind kind, String ja, String en) {
        return new Reason(kind, new Text(ja, en), Optional.empty());
    }
}
