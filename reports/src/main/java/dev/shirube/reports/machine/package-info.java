/**
 * The roadmap as other programs read it: JSON with a published schema, comma-separated tables, an iCalendar of milestones, a
 * Mermaid diagram, a project file.
 */
package dev.shirube.reports.machine;
