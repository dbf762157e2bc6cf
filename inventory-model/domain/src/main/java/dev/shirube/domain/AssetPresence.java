package dev.shirube.domain;

import java.time.LocalDate;

/**
 * When an asset was seen in one system, over all places there.
 *
 * @param firstSnapshot name of the snapshot that saw it first
 * @param firstSeen the date that snapshot is stated for
 * @param lastSnapshot name of the latest snapshot that saw it
 * @param lastSeen the date that snapshot is stated for
 * @param present whether the latest look at any of its places still saw it
 */
public record AssetPresence(
        String system,
        String firstSnapshot,
        LocalDate firstSeen,
        String lastSnapshot,
        LocalDate lastSeen,
        boolean present) {}
