/** Findings, diagnostics and coverage as JSON Lines, one object a line. */
package dev.shirube.exchange.jsonl;
