package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.Objects;

/**
 * Something that a plan needs and nobody declared.
 *
 * @param code stable id of what is missing, for data
 * @param subject the team, department, system or product it is about; empty for the office
 * @param text what is missing and what to do
 */
public record ResourceGap(Code code, String subject, Text text) {

    /** What can be missing. */
    public enum Code {
        NO_TEAMS,
        NO_CAPACITY,
        CAPACITY_ENDS,
        TEAM_NOT_DECLARED,
        CONTRACTOR_WITHOUT_COST,
        NO_BUDGETS,
        NO_BUDGET_FOR_DEPARTMENT,
        BUDGET_ENDS,
        BUDGET_WITHOUT_STATE,
        FREEZE_OF_NOBODY,
        NO_LEAD_TIMES,
        LEAD_TIME_WITHOUT_FUNDING,
        RELEASE_OVERDUE;

        /** The id that data carry. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Refuses null. */
    public ResourceGap {
        Objects.requireNonNull(code);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
    }
}
