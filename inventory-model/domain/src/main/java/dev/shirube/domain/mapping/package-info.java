/** Which information system a finding belongs to: rules of the settings, explicit assignments, and what a scan was told. */
package dev.shirube.domain.mapping;
