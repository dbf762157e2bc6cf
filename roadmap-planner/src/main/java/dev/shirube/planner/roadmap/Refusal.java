package dev.shirube.planner.roadmap;

/**
 * What does not let a task start in a period, given the places of all others.
 *
 * @param kind of the constraint: release, procurement, wait, predecessor, freeze, capacity or budget
 * @param index of the predecessor, team or budget, or the place of the bound among those of the job
 * @param at the period that refuses; of a budget the fiscal year, counted from the plan's first
 * @param missing person-days in the worst quarter, or thousands of yen in that year; 0 where nothing can be added
 */
record Refusal(Reason.Kind kind, int index, int at, long missing) {}
