/** The exchange format of the planner's bench: scheduling problems in, plans with their certificates out. */
package dev.shirube.reports.bench;
