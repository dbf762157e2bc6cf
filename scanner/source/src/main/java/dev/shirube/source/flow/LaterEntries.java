package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Option objects with what is put into a variable's members after they were made: {@code o.size = 2048}, {@code o["size"] = 2048}. */
final class LaterEntries {
    /** Functions that hand the object on to each other; beyond them hardly anything is set. */
    private static final int MOST_HANDED_ON = 4;

    private final Evaluator evaluator;
    private final String variable;
    private final Spot spot;
    private final List<Function> entered;
    private final TreeMap<String, Value> later = new TreeMap<>();
    private final TreeSet<String> possible = new TreeSet<>();

    LaterEntries(Evaluator evaluator, String variable, Spot spot) {
        this(evaluator, variable, spot, List.of());
    }

    /** @param entered the functions through which the object has come here: one that calls itself is entered once */
    private LaterEntries(Evaluator evaluator, String variable, Spot spot, List<Function> entered) {
        this.evaluator = evaluator;
        this.variable = variable;
        this.spot = spot;
        this.entered = entered;
    }

    /** The value with what code in the body puts into it. */
    Value in(Value value, Object body) {
        boolean options = value.atoms().stream()
                .anyMatch(it -> it instanceof Atom.Entries || it instanceof Atom.Instance || isMade(it) || isEmpty(it));
        if (options) {
            gather(body, true);
        }
        if (later.isEmpty()) {
            return value;
        }
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Entries entries) {
                atoms.add(new Atom.Entries(with(entries.values()), entries.more()));
            } else if (isEmpty(atom)) {
                atoms.add(new Atom.Entries(with(new TreeMap<>()), false));
            } else if (atom instanceof Atom.Instance it && it.constant().isEmpty()) {
                atoms.add(new Atom.Instance(it.file(), it.type(), it.frame(), it.constant(), with(it)));
            } else if (isMade(atom) && atom instanceof Atom.Made it) {
                atoms.add(new Atom.Made(
                        evaluator.invocations().sites().with(it.site(), later, possible, spot), it.type()));
            } else {
                atoms.add(atom);
            }
        }
        return value.withAtoms(atoms);
    }

    /** A list without elements may be a dictionary that has none yet: PHP writes both alike. */
    private static boolean isEmpty(Atom atom) {
        return atom instanceof Atom.Elements elements && elements.values().isEmpty();
    }

    /** An object of the catalogue whose members are set by name, where it is made and later alike. */
    private boolean isMade(Atom atom) {
        return atom instanceof Atom.Made it
                && it.site().member().equals(Sites.CONSTRUCTOR)
                && it.site().arguments().isEmpty()
                && !evaluator.program().language().resolves();
    }

    /** Of an object of the unit, what is possible is so beside what its type tells. */
    private SortedMap<String, Value> with(Atom.Instance object) {
        TreeMap<String, Value> entries = new TreeMap<>(object.given());
        for (String key : possible) {
            if (!entries.containsKey(key)) {
                evaluator.objects().member(object, key, false).ifPresent(it -> entries.put(key, it));
            }
        }
        return with(entries);
    }

    private SortedMap<String, Value> with(SortedMap<String, Value> entries) {
        TreeMap<String, Value> all = new TreeMap<>(entries);
        later.forEach((key, put) -> all.merge(key, put, (old, now) -> possible.contains(key) ? old.or(now) : now));
        return all;
    }

    /**
     * @param certain whether the code is run whenever the body is
     */
    private void gather(Object node, boolean certain) {
        if (!spot.file().touching().changesWithin(node, variable)
                && !spot.file().touching().assignsWithin(node, variable)) {
            return;
        }
        if (node instanceof Statement.Assign assign && assign.value().isPresent()) {
            Optional<String> key = key(assign.target());
            key.ifPresent(it -> put(it, evaluator.eval(assign.value().get(), spot), certain));
            if (key.isEmpty()) {
                inner(assign.target(), assign.value().get(), certain);
            }
        } else if (node instanceof Function) {
            return;
        } else if (node instanceof Expression.Call call) {
            handed(call, certain);
        }
        boolean always = certain
                && !(node instanceof Statement.Branch
                        || node instanceof Statement.Select
                        || node instanceof Statement.Loop);
        Children.of(node).forEach(it -> gather(it, always));
    }

    /** {@code o["a"]["b"] = x} puts a dictionary with one entry into the first one. */
    private void inner(Expression target, Expression value, boolean certain) {
        if (target instanceof Expression.Index index) {
            Optional<String> outer = key(index.object());
            List<Atom> atoms = outer.isEmpty()
                    ? List.of()
                    : evaluator.settled(index.index(), spot).atoms();
            if (atoms.size() == 1 && atoms.get(0) instanceof Atom.Constant constant) {
                TreeMap<String, Value> one = new TreeMap<>();
                later.getOrDefault(outer.get(), Value.none()).atoms().stream()
                        .filter(Atom.Entries.class::isInstance)
                        .forEach(it -> one.putAll(((Atom.Entries) it).values()));
                one.put(constant.text(), evaluator.eval(value, spot));
                later.put(outer.get(), Value.of(new Atom.Entries(one, !certain)));
            }
        }
    }

    /** What functions of the unit put into the object that they are given. */
    private void handed(Expression.Call call, boolean certain) {
        int position = 0;
        for (Expression.Argument argument : call.arguments()) {
            int index = argument.name().isPresent() ? -1 : position++;
            if (index >= 0 && isVariable(Reaching.unwrapped(argument.value()))) {
                List<Invocations.Within> called = evaluator.invocations().within(call, index, spot);
                for (Invocations.Within one : called) {
                    if (entered.size() >= MOST_HANDED_ON || entered.stream().anyMatch(it -> it == one.function())) {
                        continue;
                    }
                    List<Function> within = new ArrayList<>(entered);
                    within.add(one.function());
                    LaterEntries inner = new LaterEntries(evaluator, one.parameter(), one.spot(), within);
                    inner.gather(one.function().body(), true);
                    inner.later.forEach((key, value) ->
                            put(key, value, certain && called.size() == 1 && !inner.possible.contains(key)));
                }
            }
        }
    }

    private void put(String key, Value value, boolean certain) {
        if (!certain && !later.containsKey(key)) {
            possible.add(key);
        }
        later.merge(key, value, Value::or);
    }

    private Optional<String> key(Expression target) {
        if (target instanceof Expression.Member member && isVariable(member.object())) {
            return Optional.of(member.name());
        } else if (target instanceof Expression.Index index && isVariable(index.object())) {
            List<Atom> atoms = evaluator.settled(index.index(), spot).atoms();
            if (atoms.size() == 1 && atoms.get(0) instanceof Atom.Constant constant) {
                return Optional.of(constant.text());
            } else if (atoms.size() == 1 && atoms.get(0) instanceof Atom.Qualified symbol) {
                return Optional.of(symbol.member());
            }
        }
        return Optional.empty();
    }

    private boolean isVariable(Expression object) {
        return object instanceof Expression.Name name && name.name().equals(variable);
    }
}
