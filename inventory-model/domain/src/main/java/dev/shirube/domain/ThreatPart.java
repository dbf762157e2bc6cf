package dev.shirube.domain;

import java.util.Objects;

/**
 * One part of an asset and what a quantum computer does to it; the worst part decides about the asset.
 *
 * @param name as people read it: an algorithm's display name, a group, a version of a protocol
 */
public record ThreatPart(String name, QuantumThreat threat) {

    /** Refuses null. */
    public ThreatPart {
        Objects.requireNonNull(name);
        Objects.requireNonNull(threat);
    }
}
