/** What was observed of endpoints, over all plans, and what the rest of their system declares of the same. */
package dev.shirube.domain.observed;
