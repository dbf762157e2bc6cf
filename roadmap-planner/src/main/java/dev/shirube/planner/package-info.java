/** What every part of the planner shares: the settings of one plan, and texts in both languages. */
package dev.shirube.planner;
