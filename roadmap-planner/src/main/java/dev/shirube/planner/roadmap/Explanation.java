package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Objects;

/** From bytes to date: why a finding or a task stands where it stands, line by line. */
public record Explanation(List<Line> lines) {

    /** The stations of the way, in their order. */
    public enum Step {
        EVIDENCE(new Text("証跡", "evidence")),
        ASSET(new Text("資産", "asset")),
        VERDICT(new Text("判定", "verdict")),
        SCORE(new Text("点数", "score")),
        TASK(new Text("作業", "task")),
        SCHEDULE(new Text("時期", "quarter"));

        private final Text label;

        Step(Text label) {
            this.label = label;
        }

        /** What reports print. */
        public Text label() {
            return label;
        }
    }

    /** One line of one station. */
    public record Line(Step step, Text text) {
        /** Refuses null. */
        public Line {
            Objects.requireNonNull(step);
            Objects.requireNonNull(text);
        }
    }

    /** Keeps an unmodifiable copy. */
    public Explanation {
        lines = List.copyOf(lines);
    }
}
