package dev.shirube.domain.office;

import java.util.Map;
import java.util.Optional;

/** What the office answered to one open question. */
public record IssueAnswer(Optional<AnswerStatus> status, String answer) {

    /** Ids of the cells. */
    public static final String STATUS = "answer_status";

    public static final String ANSWER = "answer";

    /** Nothing was written. */
    public static final IssueAnswer NONE = of(Map.of());

    static IssueAnswer of(Map<String, String> cells) {
        return new IssueAnswer(Written.term(AnswerStatus.values(), cells.get(STATUS)), cells.getOrDefault(ANSWER, ""));
    }
}
