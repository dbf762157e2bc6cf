package dev.shirube.bytecode;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The classes of a unit that were looked at last, and the flows of their methods that were asked for last. */
final class ClassStore {

    /** Above this a class is not followed into: no class of the corpus that decides an algorithm is nearly as large. */
    private static final int MAXIMUM_CLASS = 512 << 10;

    private static final int KEPT_CLASSES = 24;
    private static final int KEPT_FLOWS = 32;
    private static final long MAXIMUM_VALUES = 200_000;
    private static final long MAXIMUM_JOINS = 400_000;

    private final ScanUnit unit;
    private final MemberIndex index;
    private final Map<String, Optional<ParsedClass>> classes = recent(KEPT_CLASSES);
    private final Map<String, String> missing = new HashMap<>();
    private final Map<MethodCode, MethodFlow> flows = recent(KEPT_FLOWS);

    ClassStore(ScanUnit unit, MemberIndex index) {
        this.unit = unit;
        this.index = index;
    }

    private static <K, V> Map<K, V> recent(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The class at that place; nothing where it cannot be read or is too large. */
    Optional<ParsedClass> at(String location) {
        Optional<ParsedClass> known = classes.get(location);
        if (known == null) {
            known = load(location);
            classes.put(location, known);
        }
        return known;
    }

    /** Why there is no class at that place, of one that was asked for. */
    String missing(String location) {
        return missing.getOrDefault(location, Reasons.BUDGET);
    }

    private Optional<ParsedClass> load(String location) {
        try {
            Optional<ScanInput> input = unit.input(location);
            if (input.isEmpty()) {
                missing.put(location, Reasons.UNREADABLE);
                return Optional.empty();
            }
            if (input.get().bytes().length > MAXIMUM_CLASS) {
                return Optional.empty();
            }
            return Optional.of(
                    ParsedClass.whole(ClassHeader.readable(input.get().bytes()), index));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // ASM documents no exception for class files that are not well-formed, and throws several; the detector
            // reports such a class when it comes to it.
            missing.put(location, Reasons.UNREADABLE);
            return Optional.empty();
        }
    }

    MethodFlow flow(ParsedClass owner, MethodCode method) {
        MethodFlow known = flows.get(method);
        if (known == null) {
            known = MethodFlow.of(owner, method, index, new StepBudget(MAXIMUM_JOINS), MAXIMUM_VALUES);
            flows.put(method, known);
        }
        return known;
    }
}
