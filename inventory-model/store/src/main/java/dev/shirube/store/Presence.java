package dev.shirube.store;

import java.util.OptionalLong;

/**
 * A stretch of time over which a finding was there.
 *
 * @param first number of the snapshot that saw it first
 * @param until number of the first snapshot that no longer saw it; empty while it is there
 */
public record Presence(long first, OptionalLong until) {}
