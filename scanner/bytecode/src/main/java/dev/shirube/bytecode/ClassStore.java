package dev.shirube.bytecode;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The classes of a unit that were looked at last, and the flows of their methods that were asked for last. */
final class ClassStore {

    /** Above this a class is not followed into: no class of the corpus that decides an algorithm is nearly as large. */
    private static final int MAXIMUM_CLASS = 512 << 10;

    /** Bytes of class files that are kept, read: their trees take some fifteen times as much. */
    private static final long KEPT_BYTES = 3L << 20;

    /** What a place without a class weighs. */
    private static final int NOTHING = 1 << 10;

    /** Values of flows that are kept; a flow that is asked for again and again is the most of what following costs. */
    private static final long KEPT_VALUES = 3_000_000;

    private static final long MAXIMUM_VALUES = 200_000;
    private static final long MAXIMUM_JOINS = 400_000;

    private final ScanUnit unit;
    private final MemberIndex index;
    private final RecentlyUsed<String, Optional<ParsedClass>> classes = new RecentlyUsed<>(KEPT_BYTES);
    private final Map<String, String> missing = new HashMap<>();
    private final RecentlyUsed<MethodCode, MethodFlow> flows = new RecentlyUsed<>(KEPT_VALUES);

    ClassStore(ScanUnit unit, MemberIndex index) {
        this.unit = unit;
        this.index = index;
    }

    /** The class at that place; nothing where it cannot be read or is too large. */
    Optional<ParsedClass> at(String location) {
        return classes.get(location).orElseGet(() -> load(location));
    }

    /** Why there is no class at that place, of one that was asked for. */
    String missing(String location) {
        return missing.getOrDefault(location, Reasons.BUDGET);
    }

    private Optional<ParsedClass> load(String location) {
        Optional<ParsedClass> loaded = Optional.empty();
        int bytes = NOTHING;
        try {
            Optional<ScanInput> input = unit.input(location);
            if (input.isEmpty()) {
                missing.put(location, Reasons.UNREADABLE);
            } else if (input.get().bytes().length <= MAXIMUM_CLASS) {
                byte[] content = input.get().bytes();
                bytes += content.length;
                loaded = Optional.of(ParsedClass.whole(ClassHeader.readable(content), index));
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // ASM documents no exception for class files that are not well-formed, and throws several; the detector
            // reports such a class when it comes to it.
            missing.put(location, Reasons.UNREADABLE);
        }
        return classes.keep(location, loaded, bytes);
    }

    MethodFlow flow(ParsedClass owner, MethodCode method) {
        return flows.get(method)
                .orElseGet(() -> flows.keep(
                        method,
                        MethodFlow.of(owner, method, index, new StepBudget(MAXIMUM_JOINS), MAXIMUM_VALUES),
                        MethodFlow.values(method)));
    }
}
