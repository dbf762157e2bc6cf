/** The languages in which settings name versions, suites, groups and keys, and what a section says of a protocol. */
package dev.shirube.material.settings.value;
