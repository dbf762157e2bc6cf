package dev.shirube.planner.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * Between which periods each task can start if people and money were unlimited; what does not fit here fits nowhere.
 */
final class Windows {
    /** Earliest start. */
    final int[] head;
    /** Latest start by which every hard deadline that is possible at all can be met. */
    final int[] tail;
    /** Whether the task, or one that waits for it, has a hard deadline that is possible. */
    final boolean[] needed;
    /** Tasks whose deadline nobody could meet. */
    final List<Integer> impossible = new ArrayList<>();
    /** Whether the task has no place at all, or waits for one that has none. */
    final boolean[] hopeless;

    Windows(Problem problem) {
        head = new int[problem.size];
        tail = new int[problem.size];
        needed = new boolean[problem.size];
        hopeless = new boolean[problem.size];
        for (int j : problem.order) {
            head[j] = head(problem, j);
            hopeless[j] = head[j] > problem.latest[j];
            for (int before : problem.pred[j]) {
                hopeless[j] |= hopeless[before];
            }
        }
        for (int at = problem.size - 1; at >= 0; at--) {
            tail(problem, problem.order[at]);
        }
    }

    private int head(Problem problem, int j) {
        int start = problem.release[j];
        for (int k = 0; k < problem.pred[j].length; k++) {
            start = Math.max(start, head[problem.pred[j][k]] + problem.predGap[j][k]);
        }
        while (start + problem.duration[j] <= problem.periods && !problem.calendarAllows(j, start)) {
            start++;
        }
        return start;
    }

    private void tail(Problem problem, int j) {
        int last = problem.latest[j];
        if (problem.deadline[j] < Integer.MAX_VALUE) {
            int byDeadline = problem.deadline[j] - problem.duration[j];
            if (hopeless[j] || head[j] > byDeadline) {
                impossible.add(j);
            } else {
                needed[j] = true;
                last = Math.min(last, byDeadline);
            }
        }
        for (int k = 0; k < problem.succ[j].length; k++) {
            int after = problem.succ[j][k];
            if (needed[after]) {
                needed[j] = true;
                last = Math.min(last, tail[after] - problem.succGap[j][k]);
            }
        }
        tail[j] = last;
    }
}
