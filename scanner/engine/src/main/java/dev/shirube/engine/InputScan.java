package dev.shirube.engine;

import static dev.shirube.domain.Coverage.Outcome.FAILED;
import static dev.shirube.domain.Coverage.Outcome.NOT_READ;
import static dev.shirube.domain.Coverage.Outcome.NO_ANCHOR;
import static dev.shirube.domain.Coverage.Outcome.READ;
import static dev.shirube.domain.DiagnosticCode.ARCHIVE_NOT_OPENED;
import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;

import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One input and all that detectors derive from it, through the list of detectors. */
final class InputScan {
    /** Most inputs that may be derived from one, at all depths: a detector that never ends must not stop the scan. */
    private static final int MOST_DERIVED = 10_000;

    private final PassedUnit unit;
    private final DetectorList detectors;
    private final InputLog log;
    private final Aside aside;
    private final Deque<Derived> waiting = new ArrayDeque<>();
    private final List<Shown> putOff = new ArrayList<>();
    private int derived;

    InputScan(PassedUnit unit, DetectorList detectors, InputLog log, Aside aside) {
        this.unit = unit;
        this.detectors = detectors;
        this.log = log;
        this.aside = aside;
    }

    private record Derived(ScanInput input, int depth) {}

    /** What the scan of one input leaves to whoever goes through the unit. */
    interface Aside {
        /** An archive, to be opened as a unit of its own. */
        void archive(ScanInput archive, InputLog log);

        /** Whether an input that no detector looks at is to be read nevertheless. */
        boolean wants(ScanInput input);

        /** Takes an input of the unit whose bytes were read, or could not be, and says whether anything of it is kept. */
        boolean read(ScanInput input);

        /** An input to be shown to a detector again. */
        void postpone(Shown later);
    }

    void run(ScanInput input) {
        waiting.add(new Derived(input, 0));
        runWaiting();
    }

    private void runWaiting() {
        while (!waiting.isEmpty()) {
            Derived next = waiting.remove();
            look(next.input, next.depth);
            handPutOff();
        }
    }

    /** Not before all detectors have looked at the input: to put it off may let go of its bytes. */
    private void handPutOff() {
        for (int i = 0; i < putOff.size(); i++) {
            // Each is shown by a thread of its own.
            aside.postpone(i == 0 ? putOff.get(i) : putOff.get(i).apart());
        }
        putOff.clear();
    }

    /** Shows an input once more to a detector that has more to say of it, instead of what it said before. */
    void runAgain(ScanInput original, int at) {
        LoadedInput input = new LoadedInput(original);
        log.forget(detectors.get(at).id(), input.location());
        run(new Shown(input, at, 0, true, log, FileFate.NONE, Set.of()));
    }

    /** Shows a postponed input to its detector again, now that the unit is whole. */
    void run(Shown postponed) {
        LoadedInput input = postponed.input();
        try {
            input.load();
            detect(postponed);
            handPutOff();
            runWaiting(); // what it derived
        } catch (IOException e) {
            log.add(Reasons.diagnostic(input.location(), e));
            if (!postponed.counted()) {
                count(postponed.fate(), detectors.get(postponed.detector()).id(), FAILED, input.size());
                postponed.fate().done();
            }
        }
    }

    private void look(ScanInput original, int depth) {
        LoadedInput input = new LoadedInput(original);
        FileFate fate = depth == 0 ? FileFate.of(original, log) : FileFate.NONE;
        try {
            look(original, input, depth, fate);
        } finally {
            fate.done();
        }
    }

    private void look(ScanInput original, LoadedInput input, int depth, FileFate fate) {
        BitSet accepting = accepting(input, fate);
        byte[] head;
        try {
            head = input.head(FileKinds.HEAD, !accepting.isEmpty() && input.size() <= limits().inputBytes());
            if (Archives.recognised(input, head, log::add)) {
                aside.archive(original, log);
                fate.add(READ);
                return;
            }
            noteUnopened(input, head);
            if (!accepting.isEmpty()) {
                input.load();
            }
        } catch (IOException e) {
            log.add(Reasons.diagnostic(input.location(), e));
            countAll(accepting, input, fate);
            if (depth == 0) {
                handRead(input);
            }
            return;
        }
        if (depth == 0 && (input.loaded() || aside.wants(input))) {
            handRead(input);
        }
        if (accepting.isEmpty()) {
            log.count(UnitResult.NO_DETECTOR, NOT_READ, input.size());
        } else {
            detect(input, accepting, depth, fate);
        }
    }

    private void count(FileFate fate, String detector, Outcome outcome, long bytes) {
        log.count(detector, outcome, bytes);
        fate.add(outcome);
    }

    private void handRead(LoadedInput input) {
        if (aside.read(input)) {
            log.gathered();
        }
        if (log.kept() && input.loaded()) {
            log.digest(input.digest());
        }
    }

    private Limits limits() {
        return unit.context().limits();
    }

    private BitSet accepting(LoadedInput input, FileFate fate) {
        BitSet accepting = new BitSet();
        for (int i = 0; i < detectors.size(); i++) {
            Detector detector = detectors.get(i);
            Optional<Boolean> answer = Guard.call(detector, input.location(), () -> detector.accepts(input), log::add);
            if (answer.isEmpty()) {
                count(fate, detector.id(), FAILED, input.size());
            } else if (answer.get()) {
                accepting.set(i);
                unit.words(i).expect(Math.max(0, input.size()));
            }
        }
        return accepting;
    }

    private void noteUnopened(LoadedInput input, byte[] head) {
        FileKinds.STANDARD
                .unopenedArchive(input.name(), head)
                .ifPresent(kind -> log.add(Diagnostic.of(ARCHIVE_NOT_OPENED, input.location(), kind)));
        FileKinds.STANDARD
                .language(input.name())
                .filter(language -> !detectors.understands(language.id()))
                .ifPresent(language -> log.countUnread(language.name()));
    }

    private void countAll(BitSet accepting, ScanInput input, FileFate fate) {
        if (accepting.isEmpty()) {
            count(fate, UnitResult.NO_DETECTOR, FAILED, input.size());
        }
        accepting.stream().forEach(it -> count(fate, detectors.get(it).id(), FAILED, input.size()));
    }

    private void detect(LoadedInput input, BitSet accepting, int depth, FileFate fate) {
        List<Diagnostic> faults = input.diagnostics();
        faults.forEach(log::add);
        BitSet interested = detectors.interested(accepting, input.loadedBytes());
        for (int i = accepting.nextSetBit(0); i >= 0; i = accepting.nextSetBit(i + 1)) {
            if (interested.get(i)) {
                fate.await();
                detect(new Shown(input, i, depth, false, log, fate, Set.of()));
            } else {
                Outcome outcome = faults.isEmpty() ? NO_ANCHOR : FAILED;
                count(fate, detectors.get(i).id(), outcome, input.countedBytes());
            }
        }
    }

    private void detect(Shown shown) {
        LoadedInput input = shown.input();
        Detector detector = detectors.get(shown.detector());
        ScanUnit seen = new DetectorView(unit, shown.detector(), detector.id(), log, shown.awaited());
        Optional<Detection> answer =
                Guard.call(detector, input.location(), () -> detector.detect(input, seen), log::add);
        if (answer.filter(unit::mayPutOff).isPresent()) {
            Set<String> words = answer.get().awaited().orElseThrow();
            log.words(detector.id(), words);
            if (words.isEmpty()) {
                log.indexed();
            }
            unit.words(shown.detector()).ask(words);
            putOff.add(shown.awaiting(words));
            return;
        }
        if (shown.counted()) {
            answer.ifPresent(it -> say(input, detector, it)); // what it derives was looked at when it was counted
        } else {
            boolean whole = answer.isPresent() && take(input, detector, answer.get(), shown.depth());
            Outcome outcome = whole && input.diagnostics().isEmpty() ? READ : FAILED;
            count(shown.fate(), detector.id(), outcome, input.countedBytes());
            shown.fate().done();
        }
    }

    /** Whether the detector could read all of it. */
    private boolean take(LoadedInput input, Detector detector, Detection detection, int depth) {
        if (detection == Detection.NOTHING) {
            return true; // most detectors say this of most inputs
        }
        say(input, detector, detection);
        for (ScanInput further : detection.derived()) {
            follow(further, depth + 1);
        }
        return !detection.isPostponed()
                && detection.diagnostics().stream().noneMatch(it -> it.code().partlyRead());
    }

    private void say(LoadedInput input, Detector detector, Detection detection) {
        log.add(detector.id(), input.location(), signed(detection.findings(), input), detection.diagnostics());
        if (!detection.endpoints().isEmpty()) {
            log.observed(detection.endpoints());
        }
    }

    private List<Finding> signed(List<Finding> findings, LoadedInput input) {
        List<Finding> signed = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            if (finding.occurrence().location().equals(input.location())) {
                signed.add(input.signed(finding));
            } else {
                signedElsewhere(finding, input).ifPresent(signed::add);
            }
        }
        return signed;
    }

    /** A finding that stands at another input of the unit, unless that is left out, or at a place within this one. */
    private Optional<Finding> signedElsewhere(Finding finding, LoadedInput input) {
        String location = finding.occurrence().location();
        Optional<String> digest = unit.digests().of(location);
        if (digest.isEmpty()) {
            return Optional.of(input.signed(finding));
        }
        log.touched(location);
        return unit.context().filter().includes(location)
                ? Optional.of(finding.withEvidence(finding.evidence().withInputDigest(digest.get())))
                : Optional.empty();
    }

    private void follow(ScanInput input, int depth) {
        int deepest = limits().derivedDepth();
        if (depth > deepest) {
            log.add(Diagnostic.of(LIMIT_REACHED, input.location(), "derived-depth=" + deepest, "depth " + depth));
        } else if (++derived > MOST_DERIVED) {
            if (derived == MOST_DERIVED + 1) {
                log.add(Diagnostic.of(
                        LIMIT_REACHED, input.location(), "derived-inputs=" + MOST_DERIVED, "input " + derived));
            }
        } else {
            waiting.add(new Derived(input, depth));
        }
    }
}
