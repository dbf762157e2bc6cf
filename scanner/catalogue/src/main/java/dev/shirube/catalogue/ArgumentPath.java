package dev.shirube.catalogue;

import dev.shirube.domain.OpenReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in a call a value stands, as rows write it: {@code 1}, {@code key_size|1}, {@code 1.modulusLength}, {@code receiver}.
 *
 * <p>Alternatives are separated by bars, and the first that the call has is meant. The first step is a position from 0, the
 * name of a named argument, {@code receiver} for the object that the call is made on, or {@code last}; further steps go
 * into an option object by name, into a list by position, or with {@code *} into all elements or values.
 *
 * @param alternatives each the steps of one alternative
 */
public record ArgumentPath(List<List<String>> alternatives) {

    /** The path of a row that has none. */
    public static final ArgumentPath NONE = new ArgumentPath(List.of());

    private static final String RECEIVER = "receiver";
    private static final String LAST = "last";
    private static final String ALL = "*";

    /** Keeps unmodifiable copies. */
    public ArgumentPath {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /**
     * The path so written.
     *
     * @throws IllegalArgumentException where a step is empty
     */
    public static ArgumentPath of(String text) {
        List<List<String>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|", -1)) {
            List<String> steps = List.of(alternative.strip().split("\\.", -1));
            if (steps.contains("")) {
                throw new IllegalArgumentException("the argument path \"" + text + "\" has an empty step");
            }
            alternatives.add(steps);
        }
        return new ArgumentPath(alternatives);
    }

    /** Whether the row has such a path. */
    public boolean present() {
        return !alternatives.isEmpty();
    }

    /**
     * The value there; nothing where the call is seen whole and has none. Where it is given arguments that are not seen,
     * such as all those of a list, the value is unknown.
     */
    public Optional<ArgumentValue> find(CallSite site) {
        for (List<String> steps : alternatives) {
            Optional<ArgumentValue> found =
                    first(steps.get(0), site).flatMap(it -> into(it, steps.subList(1, steps.size())));
            if (found.isPresent()) {
                return found;
            }
        }
        return present() ? Optional.ofNullable(site.named().get(CallSite.MORE_ARGUMENTS)) : Optional.empty();
    }

    private static Optional<ArgumentValue> first(String step, CallSite site) {
        List<ArgumentValue> arguments = site.arguments();
        if (isNumber(step)) {
            int index = Integer.parseInt(step);
            return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
        } else if (step.equals(RECEIVER)) {
            return Optional.of(site.receiver());
        } else if (step.equals(LAST)) {
            return arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.get(arguments.size() - 1));
        } else if (step.equals(ALL)) {
            return Optional.of(new ArgumentValue.Elements(arguments));
        }
        return Optional.ofNullable(site.named().get(step));
    }

    private static Optional<ArgumentValue> into(ArgumentValue value, List<String> steps) {
        if (steps.isEmpty()) {
            return Optional.of(value);
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (value instanceof ArgumentValue.Options options) {
            if (step.equals(ALL)) {
                return Optional.of(
                        new ArgumentValue.Elements(List.copyOf(options.entries().values())));
            }
            ArgumentValue entry = options.entries().get(step);
            if (entry == null) {
                return Optional.ofNullable(options.entries().get(CallSite.MORE_ARGUMENTS));
            }
            return into(entry, rest);
        } else if (value instanceof ArgumentValue.Elements elements) {
            return element(elements, step, rest);
        } else if (value instanceof ArgumentValue.Produced produced) {
            return first(step, produced.by()).flatMap(it -> into(it, rest)); // an option object that a call made
        } else if (value instanceof ArgumentValue.Expression expression
                && !expression.reason().equals(OpenReason.NULL.id())) {
            return Optional.of(value); // what is in it is as unknown as it is
        }
        return Optional.empty();
    }

    private static Optional<ArgumentValue> element(ArgumentValue.Elements elements, String step, List<String> rest) {
        List<ArgumentValue> values = elements.values();
        if (isNumber(step)) {
            int index = Integer.parseInt(step);
            return index < values.size() ? into(values.get(index), rest) : Optional.empty();
        }
        List<ArgumentValue> all = new ArrayList<>();
        List<String> steps = rest;
        if (!step.equals(ALL)) {
            steps = new ArrayList<>(rest);
            steps.add(0, step); // a name within each element of a list of option objects
        }
        for (ArgumentValue value : values) {
            into(value, steps).ifPresent(all::add);
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new ArgumentValue.Elements(all));
    }

    private static boolean isNumber(String step) {
        return step.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
