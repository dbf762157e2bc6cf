/** What an office can give to a migration, as it declared it, and the calendar that a schedule reads out of it. */
package dev.shirube.domain.resources;
