/** The roadmap: assessed assets, systems in order, tasks with their reasons, and the quarters they are placed in. */
package dev.shirube.planner.roadmap;
