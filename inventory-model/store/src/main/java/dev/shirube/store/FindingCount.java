package dev.shirube.store;

import dev.shirube.domain.CryptoAsset;

/**
 * Findings of one system that are alike in all but their place.
 *
 * @param system id of the information system that they belong to
 * @param count how many there are; at least 1
 */
public record FindingCount(String system, CryptoAsset asset, FindingTraits traits, long count) {}
