package dev.shirube.material;

import dev.shirube.engine.Passwords;
import java.util.ArrayList;
import java.util.List;

/**
 * The candidate passwords of one file and the work that trying them may cost. What the user named has a share of its own: a
 * slow key derivation never uses up on the usual passwords what the user's own need.
 */
final class PasswordTrials {

    /** Rounds of key derivation functions that the usual passwords may cost: two tries of each at 600,000 rounds. */
    static final long MAX_ROUNDS = 16_000_000;

    /** What each named password adds. */
    private static final long ROUNDS_PER_NAMED = 1_500_000;

    /** More named passwords than this share what so many have. */
    private static final int MOST_COUNTED = 100;

    /**
     * A password to try.
     *
     * @param named whether the user gave it
     */
    record Candidate(char[] password, boolean named) {}

    private final List<Candidate> candidates = new ArrayList<>();
    private long namedLeft;
    private long usualLeft = MAX_ROUNDS;

    PasswordTrials(Passwords passwords) {
        int named = passwords.candidates().size();
        for (char[] password : CandidatePasswords.of(passwords)) {
            candidates.add(new Candidate(password, candidates.size() < named));
        }
        namedLeft = MAX_ROUNDS + ROUNDS_PER_NAMED * Math.min(named, MOST_COUNTED);
    }

    /** All of them, in the order in which they are tried. */
    synchronized List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** Whether one more try of that cost is left for the candidate; it is then counted. */
    synchronized boolean spend(Candidate candidate, long rounds) {
        long cost = Math.max(1, rounds);
        if (cost > (candidate.named() ? namedLeft : usualLeft)) {
            return false;
        }
        if (candidate.named()) {
            namedLeft -= cost;
        } else {
            usualLeft -= cost;
        }
        return true;
    }

    /** Notes that it opened something: it is tried first from now on. */
    synchronized void opened(Candidate candidate) {
        candidates.remove(candidate);
        candidates.add(0, candidate);
    }
}
