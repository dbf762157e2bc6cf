/** The migration map: what replaces a classical use, by which standard, and how far that standard is. */
package dev.shirube.planner.migration;
