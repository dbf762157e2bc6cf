/** What changed between two states of an inventory, as one JSON document ({@code shirube-diff/1}). */
package dev.shirube.exchange.diff;
