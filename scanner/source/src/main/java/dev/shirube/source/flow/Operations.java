package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Values that are put together from others: texts, sums, choices, elements and entries. */
final class Operations {

    /** Longer texts are no names of algorithms. */
    private static final int LONGEST = 512;

    private final Evaluator evaluator;
    private final Map<Object, Map<String, List<Reaching.Definition>>> assignments = new IdentityHashMap<>();

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
            if (!part.all(Atom.Constant.class::isInstance) || !part.open().isEmpty()) {
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
        if (operands.isEmpty()) {
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
        if (operation.operator() == Operator.BIT_OR) { // flags: all of them hold
            return Value.of(new Atom.Elements(values));
        }
        return Value.unknown(OpenReason.COMPUTATION).dependingOn(parameters(values));
    }

    private static boolean isNumber(Atom atom) {
        return atom instanceof Atom.Constant constant && constant.number();
    }

    private static Value numbers(List<Value> values, Operator operator) {
        long result = 0;
        Value depends = Value.none();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            if (value.atoms().size() != 1 || !value.open().isEmpty()) {
                return Value.unknown(OpenReason.COMPUTATION).dependingOn(parameters(values));
            }
            long number = Long.parseLong(((Atom.Constant) value.atoms().get(0)).text());
            result = i == 0 ? number : apply(operator, result, number);
            depends = depends.or(value);
        }
        return Value.number(result).dependingOn(depends);
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
        return TextCalls.format(format, arguments);
    }

    Value choice(Expression.Conditional choice, Spot spot) {
        Optional<Boolean> holds = choice.condition().flatMap(it -> truth(it, spot));
        if (holds.isPresent() && choice.outcomes().size() == 2) {
            return evaluator.eval(choice.outcomes().get(holds.get() ? 0 : 1), spot);
        }
        Value all = Value.none();
        for (Expression outcome : choice.outcomes()) {
            all = all.or(evaluator.eval(outcome, spot));
        }
        return choice.outcomes().isEmpty() ? Value.unknown(OpenReason.COMPUTATION) : all;
    }

    /** Whether that branch is never taken, since a constant rules it out. */
    boolean never(Statement.Branch branch, boolean then, Spot spot) {
        return truth(branch.condition(), spot).filter(it -> it != then).isPresent();
    }

    /** The truth of a condition that only constants decide. */
    Optional<Boolean> truth(Expression condition, Spot spot) {
        if (condition instanceof Expression.Truth it) {
            return Optional.of(it.value());
        } else if (condition instanceof Expression.Whole it) {
            return Optional.of(it.value() != 0);
        } else if (condition instanceof Expression.Operation it) {
            return truth(it, spot);
        } else if (condition instanceof Expression.Name || condition instanceof Expression.Member) {
            return constant(condition, spot)
                    .filter(Atom.Constant::number)
                    .map(it -> !it.text().equals("0"));
        }
        return Optional.empty();
    }

    private Optional<Boolean> truth(Expression.Operation operation, Spot spot) {
        List<Expression> operands = operation.operands();
        switch (operation.operator()) {
            case NOT:
                return operands.size() == 1 ? truth(operands.get(0), spot).map(it -> !it) : Optional.empty();
            case AND:
                boolean some = false;
                for (Expression operand : operands) {
                    Optional<Boolean> one = truth(operand, spot);
                    if (one.isPresent() && !one.get()) {
                        return one;
                    }
                    some |= one.isEmpty();
                }
                return some ? Optional.empty() : Optional.of(true);
            case OR:
                boolean open = false;
                for (Expression operand : operands) {
                    Optional<Boolean> one = truth(operand, spot);
                    if (one.isPresent() && one.get()) {
                        return one;
                    }
                    open |= one.isEmpty();
                }
                return open ? Optional.empty() : Optional.of(false);
            case EQUAL, NOT_EQUAL:
                if (operands.size() != 2) {
                    return Optional.empty();
                }
                Optional<Atom.Constant> one = constant(operands.get(0), spot);
                Optional<Atom.Constant> two = constant(operands.get(1), spot);
                return one.isPresent() && two.isPresent()
                        ? Optional.of(
                                one.get().text().equals(two.get().text()) == (operation.operator() == Operator.EQUAL))
                        : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    /** The only value of a literal, or of a name that is given one value once and for all. */
    private Optional<Atom.Constant> constant(Expression expression, Spot spot) {
        if (expression instanceof Expression.Text || expression instanceof Expression.Whole) {
            return Optional.of(
                    (Atom.Constant) evaluator.eval(expression, spot).atoms().get(0));
        }
        boolean named = expression instanceof Expression.Name || expression instanceof Expression.Member;
        if (!named || expression instanceof Expression.Name name && changes(name, spot)) {
            return Optional.empty();
        }
        Value value = evaluator.settled(expression, spot);
        return value.atoms().size() == 1
                        && value.open().isEmpty()
                        && value.parameters().isEmpty()
                        && value.resolution().compareTo(Resolution.FIELD) <= 0
                        && value.atoms().get(0) instanceof Atom.Constant constant
                ? Optional.of(constant)
                : Optional.empty();
    }

    /** Whether a variable is assigned more than once, or by its address: then a condition on it says something. */
    private boolean changes(Expression.Name name, Spot spot) {
        Names.Binding binding = evaluator.binding(name.name(), name, spot.file());
        if (binding instanceof Names.Binding.Variable variable) {
            List<Reaching.Definition> all = assignments
                    .computeIfAbsent(variable.body(), body -> new HashMap<>())
                    .computeIfAbsent(
                            name.name(),
                            it -> new Reaching(
                                            spot.file(), it, branch -> false, branch -> false, call -> Reaching.none())
                                    .anywhere(variable.body()));
            return all.size() != 1 || !(all.get(0) instanceof Reaching.Definition.Given);
        }
        return binding instanceof Names.Binding.Parameter;
    }

    Value index(Expression.Index index, Spot spot) {
        Optional<Value> setting = evaluator.settings().index(index, spot);
        if (setting.isPresent()) {
            return setting.get();
        }
        Value object = evaluator.settled(index.object(), spot);
        Value key = evaluator.settled(index.index(), spot);
        if (key.atoms().size() == 1
                && key.atoms().get(0) instanceof Atom.Constant constant
                && key.open().isEmpty()) {
            boolean number = constant.number() && constant.text().length() < 6;
            int position = number ? Integer.parseInt(constant.text()) : -1;
            return parts(object, List.of(new Reaching.Step(position, constant.text())));
        }
        return all(object).open(OpenReason.ARRAY.id());
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
        if (atom instanceof Atom.Elements it && step.index() >= 0) {
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
        boolean options = value.atoms().stream().anyMatch(Atom.Entries.class::isInstance);
        if (!options) {
            return value;
        }
        TreeMap<String, Value> later = new TreeMap<>();
        gather(body, variable, spot, later);
        if (later.isEmpty()) {
            return value;
        }
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Entries entries) {
                TreeMap<String, Value> all = new TreeMap<>(entries.values());
                later.forEach((key, put) -> all.merge(key, put, (old, now) -> now));
                atoms.add(new Atom.Entries(all, entries.more()));
            } else {
                atoms.add(atom);
            }
        }
        return value.withAtoms(atoms);
    }

    private void gather(Object node, String variable, Spot spot, TreeMap<String, Value> later) {
        if (node instanceof Statement.Assign assign && assign.value().isPresent()) {
            Optional<String> key = key(assign.target(), variable);
            key.ifPresent(it -> later.merge(it, evaluator.eval(assign.value().get(), spot), Value::or));
        } else if (node instanceof Function) {
            return;
        }
        Children.of(node).forEach(it -> gather(it, variable, spot, later));
    }

    private static Optional<String> key(Expression target, String variable) {
        if (target instanceof Expression.Member member
                && member.object() instanceof Expression.Name name
                && name.name().equals(variable)) {
            return Optional.of(member.name());
        } else if (target instanceof Expression.Index index
                && index.object() instanceof Expression.Name name
                && name.name().equals(variable)
                && index.index() instanceof Expression.Text text) {
            return Optional.of(text.value());
        }
        return Optional.empty();
    }
}
