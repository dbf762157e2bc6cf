package dev.shirube.store;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of something that the office declares: its register, its resources.
 *
 * @param version from 1, without gaps; a version never changes
 * @param author who saved it; empty where that is not known
 * @param on the day it was saved for; empty for what an older program saved
 * @param after number of the last snapshot that had begun; 0 for before all of them, negative where that is not known
 */
public record Declared<T>(int version, String author, Optional<LocalDate> on, long after, T value) {}
