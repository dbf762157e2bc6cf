package dev.shirube.engine;

import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.engine.InputRecord.Counted;
import dev.shirube.engine.InputRecord.Said;
import dev.shirube.engine.InputRecord.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Passes on to a unit's result what is seen in one input, and notes it and all that it rests on where it is to be kept;
 * called by several threads.
 */
final class InputLog {
    private static final Set<DiagnosticCode> UNSTABLE =
            EnumSet.of(DiagnosticCode.DETECTOR_FAILED, DiagnosticCode.UNREADABLE, DiagnosticCode.MISSING_OBJECT);

    private final UnitResult result;
    private final boolean kept;
    private final Runnable resting;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<Counted> counted = new ArrayList<>(2);
    private final List<String> unread = new ArrayList<>(0);
    private final List<Diagnostic> diagnostics = new ArrayList<>(0);
    private final List<Said> said = new ArrayList<>(0);
    private final Set<String> touched = new TreeSet<>();
    private final Map<String, Set<String>> words = new HashMap<>(0);
    private String digest = "";

    private InputLog(UnitResult result, boolean kept, Runnable resting) {
        this.result = result;
        this.kept = kept;
        this.resting = resting;
    }

    /** One that notes nothing. */
    static InputLog passing(UnitResult result) {
        return new InputLog(result, false, () -> {});
    }

    /**
     * One that notes everything.
     *
     * @param resting told when the input is of such a kind, or something was said of it that rests on such inputs, that
     *     the whole unit has to be gone through
     */
    static InputLog noting(UnitResult result, Runnable resting) {
        return new InputLog(result, true, resting);
    }

    /** Whether it notes anything. */
    boolean kept() {
        return kept;
    }

    synchronized void add(Diagnostic diagnostic) {
        result.add(diagnostic);
        if (kept) {
            diagnostics.add(diagnostic);
            note(diagnostic);
        }
    }

    synchronized void add(String detector, String location, List<Finding> found, List<Diagnostic> told) {
        result.add(detector, location, found, told);
        if (kept && !(found.isEmpty() && told.isEmpty())) {
            said.add(new Said(detector, location, found, told));
            told.forEach(this::note);
        }
    }

    private void note(Diagnostic diagnostic) {
        if (mayPass(diagnostic)) {
            traits.add(Trait.UNSTABLE);
        }
    }

    /** Whether it tells of a fault that may not come again with the same bytes. */
    static boolean mayPass(Diagnostic diagnostic) {
        boolean heap = diagnostic.code() == DiagnosticCode.LIMIT_REACHED
                && diagnostic.arguments().get(0).startsWith("heap=");
        return heap || UNSTABLE.contains(diagnostic.code());
    }

    synchronized void forget(String detector, String location) {
        result.forget(detector, location);
        said.replaceAll(it -> it.detector().equals(detector) && it.location().equals(location)
                ? new Said(detector, location, List.of(), it.diagnostics())
                : it);
    }

    synchronized void count(String detector, Outcome outcome, long bytes) {
        result.count(detector, outcome, bytes);
        if (kept) {
            counted.add(new Counted(detector, outcome, bytes));
        }
    }

    synchronized void countUnread(String language) {
        result.countUnread(language);
        if (kept) {
            unread.add(language);
        }
    }

    /** Notes the digest of the input's bytes. */
    synchronized void digest(String sha256) {
        digest = sha256;
    }

    /** Notes that it was opened as a unit of its own. */
    synchronized void archive() {
        traits.add(Trait.ARCHIVE);
    }

    /** Notes that a gathered index took something from it. */
    synchronized void gathered() {
        traits.add(Trait.GATHERED);
        resting.run();
    }

    /** Notes that what is said of it may rest on any input of the unit. */
    synchronized void indexed() {
        traits.add(Trait.INDEXED);
        resting.run();
    }

    /** Notes that a detector asked for the input there. */
    synchronized void touched(String location) {
        if (kept) {
            touched.add(location);
        }
    }

    /** Notes that a detector asked where these words stand. */
    synchronized void words(String detector, Collection<String> asked) {
        if (kept && !asked.isEmpty()) {
            words.computeIfAbsent(detector, it -> new TreeSet<>()).addAll(asked);
        }
    }

    /** All that was noted. */
    synchronized InputRecord record(String location, String version) {
        Map<String, List<String>> asked = new HashMap<>();
        words.forEach((detector, texts) -> asked.put(detector, List.copyOf(texts)));
        touched.remove(location);
        return new InputRecord(
                location, version, digest, traits, counted, unread, diagnostics, said, List.copyOf(touched), asked);
    }
}
