package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that are put together from others: texts, sums, choices, elements and entries. */
final class Operations {

    /** Longer texts are no names of algorithms. */
    private static final int LONGEST = 512;

    /** Members that add their arguments to a list. */
    static final Set<String> ADDING =
            Set.of("append", "push", "push_back", "add", "Add", "unshift", "emplace_back", "insert");

    private static final Set<Operator> COUNTING = EnumSet.of(Operator.ADD, Operator.SUBTRACT);

    private final Evaluator evaluator;

    Operations(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The texts of the parts, one after the other. */
    Value join(List<Expression> parts, Spot spot) {
        List<Value> values =
                parts.stream().map(it -> evaluator.settled(it, spot)).toList();
        return joined(values, "");
    }

    /** Every combination of the parts' texts. */
    static Value joined(List<Value> parts, String between) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add("");
        Value depends = Value.none();
        boolean first = true;
        for (Value part : parts) {
            if (!part.all(Atom.Constant.class::isInstance)) {
                return Value.unknown(OpenReason.CONCATENATION).dependingOn(parameters(parts));
            }
            Set<String> longer = new LinkedHashSet<>();
            for (String text : texts) {
                for (Atom atom : part.atoms()) {
                    longer.add(text + (first ? "" : between) + ((Atom.Constant) atom).text());
                }
            }
            if (longer.size() > Value.MOST || longer.iterator().next().length() > LONGEST) {
                return Value.unknown(OpenReason.SEVERAL).dependingOn(parameters(parts));
            }
            texts = longer;
            depends = depends.or(part);
            first = false;
        }
        List<Atom> atoms = new ArrayList<>();
        texts.forEach(it -> atoms.add(new Atom.Constant(it, false)));
        Value joined = new Value(atoms, "", Resolution.LITERAL, 0, Set.of());
        return parts.isEmpty() ? joined : joined.dependingOn(depends);
    }

    /** What the parts depend on, without their values. */
    private static Value parameters(List<Value> parts) {
        Value all = Value.none();
        for (Value part : parts) {
            all = all.or(new Value(List.of(), OpenReason.CONCATENATION.id(), part.resolution(), 0, part.parameters()));
        }
        return all;
    }

    Value of(Expression.Operation operation, Spot spot) {
        List<Expression> operands = operation.operands();
        if (operands.isEmpty() || isRepeated(operation, spot)) {
            return Value.unknown(OpenReason.COMPUTATION);
        }
        return switch (operation.operator()) {
            case OR -> either(operands, spot);
            case AND -> evaluator.eval(operands.get(operands.size() - 1), spot);
            case ADD -> added(operands, spot);
            case SUBTRACT, MULTIPLY, DIVIDE, SHIFT_LEFT, BIT_OR -> folded(operation, spot);
            case REMAINDER -> formatted(operands, spot);
            default -> Value.unknown(OpenReason.COMPUTATION);
        };
    }

    /** Whether the operation goes on from its own result, as the counter of a loop does: how often is not known. */
    private boolean isRepeated(Expression.Operation operation, Spot spot) {
        boolean counts = COUNTING.contains(operation.operator());
        for (Expression operand : counts ? operation.operands() : List.<Expression>of()) {
            if (operand instanceof Expression.Name name
                    && evaluator.binding(name.name(), name, spot.file()) instanceof Names.Binding.Variable variable
                    && !variable.outer()
                    && (isInHead(operation, spot)
                            || evaluator.reaching(spot.file(), name.name(), spot).before(name, variable.body()).stream()
                                    .anyMatch(it -> it instanceof Reaching.Definition.Given given
                                            && given.value() == operation))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it counts by one in the head of a loop: sizes are gone through in larger steps. */
    private static boolean isInHead(Expression.Operation operation, Spot spot) {
        boolean byOne =
                operation.operands().stream().anyMatch(it -> it instanceof Expression.Whole one && one.value() == 1);
        if (!byOne) {
            return false;
        }
        Object node = operation;
        Object parent = spot.file().parent(node).orElse(null);
        while (parent != null && !(parent instanceof Function)) {
            if (parent instanceof Statement.Loop loop) {
                return node == loop.head();
            }
            node = parent;
            parent = spot.file().parent(node).orElse(null);
        }
        return false;
    }

    /** {@code a || b}: the first that counts; a constant that counts ends the search. */
    private Value either(List<Expression> operands, Spot spot) {
        Value all = Value.none();
        for (Expression operand : operands) {
            Value value = evaluator.settled(operand, spot);
            Value counting = value.withAtoms(value.atoms().stream()
                    .filter(it -> !(it instanceof Atom.Nothing))
                    .toList());
            all = all.or(counting);
            boolean certain = counting.open().isEmpty()
                    && !counting.atoms().isEmpty()
                    && counting.atoms().size() == value.atoms().size()
                    && value.parameters().isEmpty();
            if (certain) {
                return all;
            }
        }
        return all;
    }

    private Value added(List<Expression> operands, Spot spot) {
        List<Value> values =
                operands.stream().map(it -> evaluator.settled(it, spot)).toList();
        if (values.stream().allMatch(it -> it.all(Operations::isNumber))) {
            return numbers(values, Operator.ADD);
        }
        Optional<Value> united = Merging.entries(values, false); // PHP: what is there stays
        if (united.isPresent()) {
            return united.get();
        }
        if (values.stream().allMatch(it -> it.atoms().size() == 1 && it.atoms().get(0) instanceof Atom.Elements)) {
            List<Value> all = new ArrayList<>();
            values.forEach(it -> all.addAll(((Atom.Elements) it.atoms().get(0)).values()));
            return Value.of(new Atom.Elements(all));
        }
        return joined(values, "");
    }

    private Value folded(Expression.Operation operation, Spot spot) {
        List<Value> values = operation.operands().stream()
                .map(it -> evaluator.settled(it, spot))
                .toList();
        boolean numbers = values.stream().allMatch(it -> it.all(Operations::isNumber));
        if (numbers) {
            return numbers(values, operation.operator());
        }
        if (operation.operator() == Operator.BIT_OR) { // flags: all of them hold; dictionaries: Python
            Optional<Value> united = Merging.entries(values, true);
            return united.isPresent() ? united.get() : Value.of(new Atom.Elements(values));
        }
        return Value.unknown(OpenReason.COMPUTATION).dependingOn(parameters(values));
    }

    private static boolean isNumber(Atom atom) {
        return atom instanceof Atom.Constant constant && constant.number();
    }

    /** Every combination of the numbers. */
    private static Value numbers(List<Value> values, Operator operator) {
        Set<Long> results = new LinkedHashSet<>();
        Value depends = Value.none();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            if (results.size() * value.atoms().size() > Value.MOST) {
                return Value.unknown(OpenReason.COMPUTATION).dependingOn(parameters(values));
            }
            Set<Long> next = new LinkedHashSet<>();
            for (Atom atom : value.atoms()) {
                long number = Long.parseLong(((Atom.Constant) atom).text());
                if (i == 0) {
                    next.add(number);
                }
                results.forEach(it -> next.add(apply(operator, it, number)));
            }
            results = next;
            depends = depends.or(value);
        }
        List<Atom> atoms = new ArrayList<>();
        results.forEach(it -> atoms.add(new Atom.Constant(Long.toString(it), true)));
        return new Value(atoms, "", Resolution.LITERAL, 0, Set.of()).dependingOn(depends);
    }

    private static long apply(Operator operator, long one, long two) {
        return switch (operator) {
            case ADD -> one + two;
            case SUBTRACT -> one - two;
            case MULTIPLY -> one * two;
            case DIVIDE -> two == 0 ? 0 : one / two;
            case SHIFT_LEFT -> one << two;
            default -> one | two;
        };
    }

    /** {@code "%s/%s" % (a, b)}, or a remainder, which nobody follows. */
    private Value formatted(List<Expression> operands, Spot spot) {
        Value format = evaluator.settled(operands.get(0), spot);
        if (operands.size() != 2 || !format.all(it -> it instanceof Atom.Constant text && !text.number())) {
            return Value.unknown(OpenReason.COMPUTATION);
        }
        Value given = evaluator.settled(operands.get(1), spot);
        List<Value> arguments = given.atoms().size() == 1 && given.atoms().get(0) instanceof Atom.Elements list
                ? list.values().stream()
                        .map(it -> evaluator.settle(it, spot.file()))
                        .toList()
                : List.of(given);
        return TextCalls.format(format, arguments, Map.of());
    }

    Value choice(Expression.Conditional choice, Spot spot) {
        Optional<Boolean> holds =
                choice.condition().flatMap(it -> evaluator.conditions().truth(it, spot));
        if (holds.isPresent() && choice.outcomes().size() == 2) {
            return evaluator.eval(choice.outcomes().get(holds.get() ? 0 : 1), spot);
        }
        Value all = Value.none();
        for (Expression outcome : choice.outcomes()) {
            all = all.or(evaluator.eval(outcome, spot));
        }
        return choice.outcomes().isEmpty() ? Value.unknown(OpenReason.COMPUTATION) : all;
    }

    Value index(Expression.Index index, Spot spot) {
        Optional<Value> setting = evaluator.settings().index(index, spot);
        if (setting.isPresent()) {
            return setting.get();
        }
        Value object = evaluator.settled(index.object(), spot);
        if (index.index() instanceof Expression.Assigned) { // a[i++] takes one after the other
            return all(object).open(OpenReason.ARRAY.id());
        }
        Value key = evaluator.settled(index.index(), spot);
        Optional<Value> entries = new Mappings(evaluator, spot).at(object, key);
        if (entries.isPresent()) {
            return entries.get();
        }
        if (key.atoms().size() == 1
                && key.atoms().get(0) instanceof Atom.Constant constant
                && key.open().isEmpty()) {
            boolean number = constant.number() && constant.text().length() < 6;
            int position = number ? Integer.parseInt(constant.text()) : -1;
            return parts(object, List.of(new Reaching.Step(position, constant.text())));
        }
        return all(object).open(OpenReason.ARRAY.id()).dependingOn(key.withAtoms(List.of()));
    }

    /** Every element or entry of the collections that the value can be. */
    Value all(Value collection) {
        Value all = Value.none();
        for (Atom atom : collection.atoms()) {
            if (atom instanceof Atom.Elements it) {
                for (Value element : it.values()) {
                    all = all.or(element);
                }
            } else if (atom instanceof Atom.Entries it) {
                for (Value entry : it.values().values()) {
                    all = all.or(entry);
                }
            } else if (atom instanceof Atom.Made) {
                all = all.or(Value.of(atom));
            } else {
                all = all.or(Value.unknown(OpenReason.COLLECTION));
            }
        }
        return collection.atoms().isEmpty()
                ? Value.unknown(OpenReason.COLLECTION).dependingOn(collection)
                : all.dependingOn(collection.withAtoms(List.of()));
    }

    Value part(Expression value, List<Reaching.Step> steps, Spot spot) {
        if (value instanceof Expression.Sequence sequence
                && !steps.isEmpty()
                && steps.get(0).index() >= 0
                && steps.get(0).index() < sequence.elements().size()) {
            Expression element = sequence.elements().get(steps.get(0).index());
            return parts(evaluator.eval(element, spot), steps.subList(1, steps.size()));
        }
        return parts(evaluator.settled(value, spot), steps);
    }

    /** The elements that a loop's variable takes; of a dictionary its keys, or pairs where it is taken apart. */
    Value element(Expression over, List<Reaching.Step> steps, Spot spot) {
        Value collection = evaluator.invocations().collections().enumerated(evaluator.settled(over, spot));
        Value all = Value.none();
        for (Atom atom : collection.atoms()) {
            if (atom instanceof Atom.Elements it) {
                for (Value element : it.values()) {
                    Value value = evaluator.settle(element, spot.file());
                    boolean indexed = !steps.isEmpty() && !isCollection(value); // for i, x in enumerate, range, entries
                    all = all.or(indexed ? lastOf(value, steps) : parts(value, steps));
                }
            } else if (atom instanceof Atom.Entries it) {
                all = all.or(ofEntries(it, steps));
            } else {
                all = all.or(Value.unknown(OpenReason.COLLECTION));
            }
        }
        return collection.atoms().isEmpty()
                ? Value.unknown(OpenReason.COLLECTION).dependingOn(collection)
                : all.dependingOn(collection.withAtoms(List.of()));
    }

    /** Of an index and an element that a loop goes through together, the element is the second. */
    private static Value lastOf(Value value, List<Reaching.Step> steps) {
        return steps.get(0).index() == 0 ? Value.unknown(OpenReason.COMPUTATION) : value;
    }

    private static boolean isCollection(Value value) {
        return value.atoms().stream()
                .anyMatch(it -> it instanceof Atom.Elements || it instanceof Atom.Entries || it instanceof Atom.Made);
    }

    private Value ofEntries(Atom.Entries entries, List<Reaching.Step> steps) {
        Value all = Value.none();
        boolean values = !steps.isEmpty() && steps.get(0).index() == 1;
        for (var entry : entries.values().entrySet()) {
            Value one = values ? entry.getValue() : Value.text(entry.getKey());
            all = all.or(steps.size() > 1 ? parts(one, steps.subList(1, steps.size())) : one);
        }
        return all;
    }

    private Value parts(Value value, List<Reaching.Step> steps) {
        Value at = value;
        for (Reaching.Step step : steps) {
            at = part(at, step);
        }
        return at;
    }

    private Value part(Value value, Reaching.Step step) {
        Value all = Value.none();
        for (Atom atom : value.atoms()) {
            all = all.or(part(atom, step));
        }
        return value.atoms().isEmpty() ? value : all.dependingOn(value.withAtoms(List.of()));
    }

    private Value part(Atom atom, Reaching.Step step) {
        if (atom instanceof Atom.Elements it && step.name().startsWith("-") && step.index() < 0) { // from the end
            int index = it.values().size() + step.index();
            return index >= 0 ? it.values().get(index) : Value.unknown(OpenReason.ARRAY);
        } else if (atom instanceof Atom.Elements it && step.index() >= 0) {
            return step.index() < it.values().size() ? it.values().get(step.index()) : Value.unknown(OpenReason.ARRAY);
        } else if (atom instanceof Atom.Entries it) {
            Value entry = it.values().get(step.name());
            return entry == null ? Value.unknown(OpenReason.COLLECTION) : entry;
        } else if (atom instanceof Atom.Made) {
            // The first of several results is the thing itself (Go); of a pair or object of keys every part is of it.
            return Value.of(atom).through(Resolution.LOCAL);
        } else if (atom instanceof Atom.Qualified it && !step.name().isEmpty() && step.index() < 0) {
            return Value.of(new Atom.Qualified(it.path() + "." + step.name()));
        } else if (atom instanceof Atom.Instance it && !step.name().isEmpty()) {
            return evaluator.objects().member(it, step.name(), false).orElse(Value.unknown(OpenReason.FIELD));
        } else if (atom instanceof Atom.Constant && step.index() == 0) {
            return Value.of(atom); // the first of several results
        }
        return Value.unknown(OpenReason.CALL);
    }

    /** Option objects with what is put into them after they were made: {@code o.size = 2048}, {@code o["size"] = 2048}. */
    Value withEntries(Value value, String variable, Object body, Spot spot) {
        Value whole = withElements(value, variable, body, spot);
        return new LaterEntries(evaluator, variable, spot).in(whole, body);
    }

    /** Lists with what is added to them after they were made: {@code l.append(x)}, {@code l.push(x)}. */
    private Value withElements(Value value, String variable, Object body, Spot spot) {
        List<Value> added = new ArrayList<>();
        gatherAdded(body, variable, spot, added);
        if (added.isEmpty()) {
            return value;
        }
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Elements elements) {
                List<Value> all = new ArrayList<>(elements.values());
                added.stream().filter(it -> !all.contains(it)).forEach(all::add);
                atoms.add(new Atom.Elements(all));
            } else {
                atoms.add(atom);
            }
        }
        return value.withAtoms(atoms);
    }

    private void gatherAdded(Object node, String variable, Spot spot, List<Value> added) {
        if (!spot.file().touching().changesWithin(node, variable)) {
            return;
        }
        if (node instanceof Expression.Call call
                && call.callee() instanceof Expression.Member member
                && ADDING.contains(member.name())
                && member.object() instanceof Expression.Name name
                && name.name().equals(variable)) {
            call.arguments().forEach(it -> added.add(evaluator.eval(it.value(), spot)));
        } else if (node instanceof Function) {
            return;
        }
        Children.of(node).forEach(it -> gatherAdded(it, variable, spot, added));
    }
}
