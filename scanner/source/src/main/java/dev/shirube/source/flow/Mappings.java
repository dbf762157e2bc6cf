package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.source.program.Expression;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Dictionaries and objects that are written out, and the keys that they are asked for. */
final class Mappings {
    private final Evaluator evaluator;
    private final Spot spot;
    private final TreeMap<String, Value> values = new TreeMap<>();
    private boolean more;

    Mappings(Evaluator evaluator, Spot spot) {
        this.evaluator = evaluator;
        this.spot = spot;
    }

    Value of(Expression.Mapping mapping) {
        for (Expression.Entry entry : mapping.entries()) {
            if (entry.key() instanceof Expression.Spread spread) {
                spread(evaluator.settled(spread.of(), spot));
            } else {
                put(evaluator.settled(entry.key(), spot), entry.value());
            }
        }
        return Value.of(new Atom.Entries(values, more));
    }

    private void put(Value key, Expression value) {
        Optional<String> name = key.atoms().size() == 1 ? key(key.atoms().get(0)) : Optional.empty();
        name.ifPresent(it -> values.put(it, evaluator.eval(value, spot)));
        more |= name.isEmpty();
    }

    /** All entries of another mapping; of one that is one of several, what any of them may have. */
    private void spread(Value other) {
        List<Atom> atoms = other.atoms().stream()
                .filter(it -> !(it instanceof Atom.Nothing))
                .toList();
        if (atoms.isEmpty() || !atoms.stream().allMatch(Atom.Entries.class::isInstance)) {
            more = true;
            return;
        }
        TreeMap<String, Value> added = new TreeMap<>();
        for (Atom atom : atoms) {
            ((Atom.Entries) atom)
                    .values()
                    .forEach((name, value) ->
                            added.merge(name, value.dependingOn(other.withAtoms(List.of())), Value::or));
            more |= ((Atom.Entries) atom).more();
        }
        boolean certain = atoms.size() == other.atoms().size() && other.open().isEmpty();
        more |= !certain && other.open().length() > 0;
        added.forEach((name, value) ->
                values.merge(name, value, (old, now) -> certain && isOfAll(name, atoms) ? now : old.or(now)));
    }

    private static boolean isOfAll(String name, List<Atom> mappings) {
        return mappings.stream().allMatch(it -> ((Atom.Entries) it).values().containsKey(name));
    }

    /** What a mapping calls the entry of that key; nothing for what cannot be told apart from others. */
    private Optional<String> key(Atom key) {
        if (key instanceof Atom.Constant constant) {
            return Optional.of(constant.text());
        } else if (key instanceof Atom.Qualified symbol) {
            return Optional.of(symbol.member());
        } else if (key instanceof Atom.Instance instance && instance.constant().isPresent()) {
            var constant = instance.constant().get();
            return constant.value()
                    .map(it -> evaluator.settled(it, Spot.open(instance.file())))
                    .filter(it -> it.atoms().size() == 1 && it.atoms().get(0) instanceof Atom.Constant)
                    .map(it -> ((Atom.Constant) it.atoms().get(0)).text())
                    .or(() -> Optional.of(constant.name()));
        }
        return Optional.empty();
    }

    /** The entries of that key, which may be several; nothing where it may be one that cannot be told. */
    Optional<Value> at(Value object, Value key) {
        boolean known = !key.atoms().isEmpty()
                && key.open().isEmpty()
                && !object.atoms().isEmpty()
                && object.atoms().stream().allMatch(Atom.Entries.class::isInstance);
        if (!known) {
            return Optional.empty();
        }
        Value found = Value.none();
        for (Atom one : key.atoms()) {
            Optional<String> name = key(one);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            for (Atom atom : object.atoms()) {
                found = found.or(at(((Atom.Entries) atom).values(), name.get()));
            }
        }
        return Optional.of(found.dependingOn(key.withAtoms(List.of())).dependingOn(object.withAtoms(List.of())));
    }

    private static Value at(SortedMap<String, Value> values, String name) {
        Value value = values.get(name);
        return value == null ? Value.unknown(OpenReason.COLLECTION) : value;
    }
}
