/** The architecture as a test: docs/architecture.md in a form that fails. */
package dev.shirube.architecture;
