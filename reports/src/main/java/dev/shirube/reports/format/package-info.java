/** Encoders at the edge: tables to XLSX and CSV, findings to SARIF, and rows of text back out of what offices send. */
package dev.shirube.reports.format;
