/** The independent checker: re-reads a finished roadmap against its inputs, and shares no code with the scheduler. */
package dev.shirube.planner.check;
