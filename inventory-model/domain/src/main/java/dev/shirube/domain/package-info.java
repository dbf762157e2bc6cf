/** The words of the house as pure values: assets, occurrences, findings, diagnostics, systems, and their inventory. */
package dev.shirube.domain;
