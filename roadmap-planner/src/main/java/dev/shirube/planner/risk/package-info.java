/** The integer score of section 3.3 of the planning notes: exact, traceable term by term, an interval where unknown. */
package dev.shirube.planner.risk;
