/** What to ask an endpoint next, and what its answers add up to: pure functions of what was observed so far. */
package dev.shirube.endpoint.probe;
