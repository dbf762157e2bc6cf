/** The scheduler: jobs with predecessors, windows and team work, placed in periods; it knows nothing of cryptography. */
package dev.shirube.planner.schedule;
