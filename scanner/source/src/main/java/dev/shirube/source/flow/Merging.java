package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Dictionaries and lists that are put together from others: {@code a.merge(b)}, {@code array_merge($a, $b)}, {@code a | b}. */
final class Merging {

    private static final Set<String> NAMES = Set.of("merge", "merge!", "array_merge", "array_replace", "assign");

    private Merging() {}

    /** What the call gives back; nothing for a function that is not known. */
    static Optional<Value> of(String name, Optional<Value> receiver, List<Value> arguments, Expression.Call call) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        receiver.filter(it -> !it.all(Atom.Qualified.class::isInstance)).ifPresent(parts::add);
        TreeMap<String, Value> named = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Value value = arguments.get(i);
            call.arguments().get(i).name().ifPresentOrElse(key -> named.put(key, value), () -> parts.add(value));
        }
        if (!named.isEmpty()) {
            parts.add(Value.of(new Atom.Entries(named, false)));
        }
        return entries(parts, true).or(() -> elements(parts));
    }

    /**
     * Dictionaries as one.
     *
     * @param later whether of two entries under one key the later one holds
     */
    static Optional<Value> entries(List<Value> parts, boolean later) {
        TreeMap<String, Value> all = new TreeMap<>();
        boolean any = false;
        boolean more = false;
        Value depends = Value.none();
        for (Value part : parts) {
            Optional<Atom> only = only(part);
            if (only.isPresent() && only.get() instanceof Atom.Entries entries) {
                any = true;
                more |= entries.more();
                entries.values().forEach((key, value) -> all.merge(key, value, (old, now) -> later ? now : old));
            } else if (only.isPresent() || !part.atoms().isEmpty()) {
                boolean empty = only.isPresent()
                        && only.get() instanceof Atom.Elements list
                        && list.values().isEmpty(); // PHP writes both alike
                if (!empty) {
                    return Optional.empty();
                }
            } else {
                more = true;
            }
            depends = depends.or(part.withAtoms(List.of()));
        }
        return any ? Optional.of(Value.of(new Atom.Entries(all, more)).dependingOn(depends)) : Optional.empty();
    }

    private static Optional<Value> elements(List<Value> parts) {
        List<Value> all = new ArrayList<>();
        Value depends = Value.none();
        for (Value part : parts) {
            if (!(only(part).orElse(null) instanceof Atom.Elements list)) {
                return Optional.empty();
            }
            all.addAll(list.values());
            depends = depends.or(part.withAtoms(List.of()));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Value.of(new Atom.Elements(all)).dependingOn(depends));
    }

    private static Optional<Atom> only(Value value) {
        return value.atoms().size() == 1 ? Optional.of(value.atoms().get(0)) : Optional.empty();
    }
}
