/** The forms: row types for each sheet of the roadmap's workbook, and how they are made from a roadmap and an inventory. */
package dev.shirube.reports.sheet;
