package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.source.program.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of C's own library that put a text where they are told to: {@code snprintf(name, sizeof name, "%s-%d", "P", 256)}. */
final class FilledTexts {

    /** Where the source stands, behind the place to be filled. */
    private static final Map<String, Integer> COPYING =
            Map.of("strcpy", 1, "strncpy", 1, "strlcpy", 1, "stpcpy", 1, "memcpy", 1);

    private static final Map<String, Integer> ADDING = Map.of("strcat", 1, "strncat", 1, "strlcat", 1);

    private static final Map<String, Integer> FORMATTING = Map.of("sprintf", 1, "snprintf", 2);

    private final Evaluator evaluator;

    FilledTexts(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Whether the function fills its first argument. */
    boolean fills(String function) {
        return evaluator.program().language().catalogue().equals("c")
                && (COPYING.containsKey(function) || ADDING.containsKey(function) || FORMATTING.containsKey(function));
    }

    /** What the call leaves in its first argument; nothing where it is not such a call. */
    Optional<Value> of(Expression.Call call, Spot spot) {
        String name = FileIndex.calledName(call.callee());
        if (!fills(name)) {
            return Optional.empty();
        }
        List<Value> given = call.arguments().stream()
                .map(it -> evaluator.settled(it.value(), spot))
                .toList();
        int source = COPYING.getOrDefault(name, ADDING.getOrDefault(name, FORMATTING.getOrDefault(name, 0)));
        if (source >= given.size()) {
            return Optional.of(Value.unknown(OpenReason.CALL));
        } else if (COPYING.containsKey(name)) {
            return Optional.of(given.get(source));
        } else if (ADDING.containsKey(name)) {
            return Optional.of(Operations.joined(List.of(given.get(0), given.get(source)), ""));
        }
        return Optional.of(
                given.get(source).all(Atom.Constant.class::isInstance)
                        ? TextCalls.format(given.get(source), given.subList(source + 1, given.size()), Map.of())
                        : Value.unknown(OpenReason.CONCATENATION));
    }
}
