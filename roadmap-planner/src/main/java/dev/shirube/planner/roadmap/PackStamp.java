package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import dev.shirube.planner.Adoption;

/**
 * A policy pack that a plan used, exactly.
 *
 * @param sha256 lower-case hexadecimal SHA-256 of the pack's table
 */
public record PackStamp(String id, String version, String sha256, Text name, Adoption adoption) {}
