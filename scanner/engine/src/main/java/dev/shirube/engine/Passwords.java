package dev.shirube.engine;

import java.util.List;

/** Candidate passwords for keystores and keys; opaque, so that no log, report or configuration can print them. */
public final class Passwords {

    /** The usual defaults only are tried. */
    public static final Passwords NONE = new Passwords(List.of());

    private final List<char[]> candidates;

    private Passwords(List<char[]> candidates) {
        this.candidates = candidates;
    }

    /** These candidates, in this order. */
    public static Passwords of(List<String> candidates) {
        return new Passwords(candidates.stream().map(String::toCharArray).toList());
    }

    /** The candidates, as copies that the caller may clear. */
    public List<char[]> candidates() {
        return candidates.stream().map(char[]::clone).toList();
    }

    @Override
    public String toString() {
        return candidates.size() + " candidate passwords";
    }
}
