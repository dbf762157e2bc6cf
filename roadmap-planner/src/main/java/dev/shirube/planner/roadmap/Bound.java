package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;

/**
 * Something of outside that keeps a task from starting earlier.
 *
 * @param kind what it is
 * @param period first period in which the task may start, beyond the last one of the plan where it is never free
 * @param key what it hangs on: a product, a kind of procurement
 * @param text what a reader is told
 */
record Bound(Reason.Kind kind, int period, String key, Text text) {}
