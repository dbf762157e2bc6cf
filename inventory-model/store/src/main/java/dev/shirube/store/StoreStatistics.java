package dev.shirube.store;

/**
 * How much a store holds.
 *
 * @param snapshots scans, interrupted ones included
 * @param systems registered information systems
 * @param findings those of the latest state
 * @param findingRows those of all times, each once per interval in which nothing about it changed
 * @param assets distinct assets of all times
 * @param diagnostics those of the latest state
 * @param documents versions of documents
 */
public record StoreStatistics(
        long snapshots, long systems, long findings, long findingRows, long assets, long diagnostics, long documents) {}
