package dev.shirube.store;

import dev.shirube.domain.CryptoAsset;

/**
 * Findings that are alike in all but their place within one unit.
 *
 * @param system id of the information system under which the unit was scanned
 * @param target the target of that scan, as the user wrote it
 * @param unit path of the unit within its target
 * @param count how many there are; at least 1
 */
public record FindingGroup(
        String system, String target, String unit, CryptoAsset asset, FindingTraits traits, long count) {}
