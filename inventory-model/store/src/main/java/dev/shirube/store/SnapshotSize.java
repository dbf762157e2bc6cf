package dev.shirube.store;

/** A snapshot, and how many findings its system had when it had been taken. */
public record SnapshotSize(Snapshot snapshot, long findings) {}
