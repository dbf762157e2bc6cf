/**
 * What changed between two states of an inventory: occurrence by occurrence, by asset and by system, and how far the
 * migration came on what both states looked at (docs/history.md).
 */
package dev.shirube.domain.diff;
