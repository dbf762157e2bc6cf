package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One declaration that a system's owner has not made yet, and what its answers would do to the system's score.
 *
 * @param low the least score that the system may have as long as nothing more is declared
 * @param high the greatest
 * @param answers every answer, or the two extreme ones, from the harmless to the harmful
 */
public record SystemQuestion(Field field, int low, int high, List<Answer> answers) {

    /** A declaration that the score depends on. */
    public enum Field {
        IMPACT(new Text("影響度（1〜4）は？", "What is the impact (1 to 4)?")),
        EXPOSURE(new Text("接続区分（インターネット・取引先等・内部・閉域）は？", "Who can reach it: internet, partner, internal, isolated?")),
        PROTECTION_PERIOD(new Text("情報の保護期間は何年か？", "For how long must its data stay confidential?")),
        TRUST_UNTIL(new Text("署名・鍵を信頼する末日は？", "Until which day are its signatures and keys relied on?")),
        VERIFIER_UPDATABLE(new Text("署名を検証する側を更新できるか？", "Can those who verify its signatures be updated?"));

        private final Text label;

        Field(Text label) {
            this.label = label;
        }

        /** The question as an office sends it out. */
        public Text label() {
            return label;
        }

        /** The id that files carry, for example {@code trust-until}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The interval of the score under one answer. */
    public record Answer(Text label, int low, int high) {
        int width() {
            return high - low;
        }
    }

    /** Keeps an unmodifiable copy and refuses no answers. */
    public SystemQuestion {
        Objects.requireNonNull(field);
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("A question has answers");
        }
    }

    /** By how many points the interval narrows whatever the answer is; 0 if some answer leaves it as wide as it is. */
    public int sureNarrowing() {
        return Math.max(
                0, high - low - answers.stream().mapToInt(Answer::width).max().orElseThrow());
    }

    /** By how many points it narrows under the answer that narrows it most. */
    public int bestNarrowing() {
        return Math.max(
                0, high - low - answers.stream().mapToInt(Answer::width).min().orElseThrow());
    }

    /** All answers alike counted, by how many points it narrows on average, in hundredths. */
    int averageNarrowing() {
        int sum = answers.stream().mapToInt(it -> high - low - it.width()).sum();
        return 100 * sum / answers.size();
    }
}
