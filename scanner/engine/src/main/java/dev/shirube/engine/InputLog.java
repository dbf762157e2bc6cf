package dev.shirube.engine;

import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
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
    // There is one of these for each file of a tree, and most have nothing to note but what coverage counts.
    private Set<Trait> traits = Set.of();
    private List<Counted> counted = List.of();
    private List<String> unread = List.of();
    private List<Diagnostic> diagnostics = List.of();
    private List<Said> said = List.of();
    private Set<String> touched = Set.of();
    private Map<String, Set<String>> words = Map.of();
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
            diagnostics = with(diagnostics, diagnostic);
            note(diagnostic);
        }
    }

    synchronized void add(String detector, String location, List<Finding> found, List<Diagnostic> told) {
        result.add(detector, location, found, told);
        if (kept && !(found.isEmpty() && told.isEmpty())) {
            said = with(said, new Said(detector, location, found, told));
            told.forEach(this::note);
        }
    }

    /** Passes on what was observed of endpoints: it may be otherwise the next time, whatever the cache knows. */
    synchronized void observed(List<EndpointProfile> endpoints) {
        result.addEndpoints(endpoints);
        note(Trait.UNSTABLE);
    }

    private static <T> List<T> with(List<T> some, T one) {
        List<T> more = some.isEmpty() ? new ArrayList<>(2) : some;
        more.add(one);
        return more;
    }

    private void note(Trait trait) {
        if (kept) {
            traits = traits.isEmpty() ? EnumSet.of(trait) : traits;
            traits.add(trait);
        }
    }

    private void note(Diagnostic diagnostic) {
        if (mayPass(diagnostic)) {
            note(Trait.UNSTABLE);
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
        if (!said.isEmpty()) {
            said.replaceAll(
                    it -> it.detector().equals(detector) && it.location().equals(location)
                            ? new Said(detector, location, List.of(), it.diagnostics())
                            : it);
        }
    }

    synchronized void count(String detector, Outcome outcome, long bytes) {
        result.count(detector, outcome, bytes);
        if (kept) {
            counted = with(counted, new Counted(detector, outcome, bytes));
        }
    }

    synchronized void countUnread(String language) {
        result.countUnread(language);
        if (kept) {
            unread = with(unread, language);
        }
    }

    /** Notes the digest of the input's bytes. */
    synchronized void digest(String sha256) {
        digest = sha256;
    }

    /** Notes that it was opened as a unit of its own. */
    synchronized void archive() {
        note(Trait.ARCHIVE);
    }

    /** Notes that a gathered index took something from it. */
    synchronized void gathered() {
        note(Trait.GATHERED);
        resting.run();
    }

    /** Notes that what is said of it may rest on any input of the unit. */
    synchronized void indexed() {
        note(Trait.INDEXED);
        resting.run();
    }

    /** Notes that a detector asked for the input there. */
    synchronized void touched(String location) {
        if (kept) {
            touched = touched.isEmpty() ? new TreeSet<>() : touched;
            touched.add(location);
        }
    }

    /** Notes that a detector asked where these words stand. */
    synchronized void words(String detector, Collection<String> asked) {
        if (kept && !asked.isEmpty()) {
            words = words.isEmpty() ? new HashMap<>(2) : words;
            words.computeIfAbsent(detector, it -> new TreeSet<>()).addAll(asked);
        }
    }

    /** All that was noted. */
    synchronized InputRecord record(String location, String version) {
        Map<String, List<String>> asked = new HashMap<>();
        words.forEach((detector, texts) -> asked.put(detector, List.copyOf(texts)));
        List<String> others =
                touched.stream().filter(it -> !it.equals(location)).toList();
        return new InputRecord(location, version, digest, traits, counted, unread, diagnostics, said, others, asked);
    }
}
