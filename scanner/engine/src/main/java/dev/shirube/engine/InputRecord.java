package dev.shirube.engine;

import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a scan said of one input of a unit, and all that it rests on.
 *
 * @param location of the input
 * @param version {@link InputVersion#text} when it was read
 * @param digest SHA-256 of its bytes, where they were read
 * @param counted what coverage counted
 * @param unread languages that no detector understands
 * @param diagnostics what the engine told
 * @param said what detectors said of it and of what they derived from it
 * @param touched locations of other inputs that detectors asked for, whether there was one or not
 * @param words by the detectors' ids the words of which they asked for the mentions
 */
public record InputRecord(
        String location,
        String version,
        String digest,
        Set<Trait> traits,
        List<Counted> counted,
        List<String> unread,
        List<Diagnostic> diagnostics,
        List<Said> said,
        List<String> touched,
        Map<String, List<String>> words) {

    /** What else there is to know of an input. */
    public enum Trait {
        /** It was opened as a unit of its own. */
        ARCHIVE,
        /** Something failed that may not fail again: it is looked at in any case. */
        UNSTABLE,
        /** A gathered index took something from it. */
        GATHERED,
        /** What was said of it may rest on any input of the unit. */
        INDEXED
    }

    /** That input, or one derived from it, came with so many bytes to that end at a detector. */
    public record Counted(String detector, Outcome outcome, long bytes) {}

    /** What a detector said of the input at that location. */
    public record Said(String detector, String location, List<Finding> findings, List<Diagnostic> diagnostics) {
        /** Keeps unmodifiable copies. */
        public Said {
            findings = List.copyOf(findings);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Keeps unmodifiable copies. */
    public InputRecord {
        traits = Set.copyOf(traits);
        counted = List.copyOf(counted);
        unread = List.copyOf(unread);
        diagnostics = List.copyOf(diagnostics);
        said = List.copyOf(said);
        touched = List.copyOf(touched);
        words = Collections.unmodifiableMap(new TreeMap<>(words));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** The same at that version. */
    InputRecord at(InputVersion now) {
        return now.text().equals(version)
                ? this
                : new InputRecord(
                        location, now.text(), digest, traits, counted, unread, diagnostics, said, touched, words);
    }

    /** The same with that digest. */
    InputRecord with(String sha256) {
        return new InputRecord(location, version, sha256, traits, counted, unread, diagnostics, said, touched, words);
    }

    /** The same with one more trait. */
    InputRecord with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new InputRecord(location, version, digest, all, counted, unread, diagnostics, said, touched, words);
    }

    /** Says it all once more. */
    void repeat(UnitResult result) {
        counted.forEach(it -> result.count(it.detector, it.outcome, it.bytes));
        unread.forEach(result::countUnread);
        diagnostics.forEach(result::add);
        said.forEach(it -> result.add(it.detector, it.location, it.findings, it.diagnostics));
    }
}
