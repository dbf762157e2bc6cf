package dev.shirube.source.flow;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What calls give back, and what functions are given. */
final class Invocations {

    /** Calls within calls that are followed; code of people needs three or four. */
    private static final int DEEPEST = 6;

    /** Callers of one function that are looked at. */
    private static final int MOST_CALLERS = 48;

    private final Evaluator evaluator;
    private final Program program;
    private final Known known;
    private final Sites sites;
    private final Collections collections;
    private final Builders builders;
    private final Map<Function, List<Caller>> callers = new IdentityHashMap<>();
    private final Map<String, Set<Integer>> filled = new HashMap<>();
    private final Set<Function> asking = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

    /** A call of a function of the unit. */
    record Caller(FileIndex file, Expression.Call call) {}

    Invocations(Evaluator evaluator, Program program, Known known) {
        this.evaluator = evaluator;
        this.program = program;
        this.known = known;
        this.sites = new Sites(evaluator, known);
        this.collections = new Collections(evaluator);
        this.builders = new Builders(evaluator);
    }

    Collections collections() {
        return collections;
    }

    Sites sites() {
        return sites;
    }

    Value call(Expression.Call call, Spot spot) {
        List<Sites.Match> matches = sites.at(call, spot);
        if (!matches.isEmpty()) {
            Value made = Value.none();
            for (Sites.Match match : matches) {
                made = made.or(Value.of(new Atom.Made(match.site(), match.type())));
            }
            return made;
        }
        Optional<Value> setting = evaluator.settings().call(call, spot);
        if (setting.isPresent()) {
            return setting.get();
        }
        Optional<Value> built = builders.text(call, spot);
        if (built.isPresent()) {
            return built.get();
        }
        Value callee = Overloads.fitting(evaluator.settled(call.callee(), spot), call);
        Value result = Value.none();
        boolean any = false;
        for (Atom atom : callee.atoms()) {
            Optional<Value> one = invoked(atom, call, spot);
            any |= one.isPresent();
            result = result.or(one.orElse(Value.unknown(OpenReason.CALL)));
        }
        return any ? result : library(call, spot);
    }

    private Optional<Value> invoked(Atom atom, Expression.Call call, Spot spot) {
        if (atom instanceof Atom.OwnFunction it) {
            return Optional.of(invoke(it, call, spot));
        } else if (atom instanceof Atom.OwnType it) {
            return Optional.of(made(it, call, spot));
        }
        return Optional.empty();
    }

    private Value invoke(Atom.OwnFunction own, Expression.Call call, Spot spot) {
        Function function = own.function();
        if (spot.frame().depth() >= DEEPEST || spot.frame().of(function).isPresent()) {
            return Value.unknown(OpenReason.DEPTH);
        }
        Frame frame = spot.frame().call(function, call.arguments(), spot.file(), spot.frame(), own.self());
        Frame whole = own.frame() == Frame.OPEN || own.frame() == spot.frame()
                ? frame
                : own.frame().call(function, call.arguments(), spot.file(), spot.frame(), own.self());
        List<Expression> returned = new ArrayList<>();
        boolean[] nothing = new boolean[1];
        returns(function.body(), returned, nothing);
        Value result = Value.none();
        for (Expression expression : returned) {
            result = result.or(evaluator.settled(expression, new Spot(own.file(), whole)));
        }
        boolean stub = returned.isEmpty() || result.all(Atom.Nothing.class::isInstance);
        return stub ? Value.unknown(OpenReason.CALL) : result.through(Resolution.LOCAL);
    }

    private static void returns(Object node, List<Expression> returned, boolean[] nothing) {
        if (node instanceof Statement.Return it) {
            it.value().ifPresentOrElse(returned::add, () -> nothing[0] = true);
        } else if (node instanceof Function || node instanceof Expression) {
            return;
        }
        Children.of(node).forEach(it -> returns(it, returned, nothing));
    }

    private Value made(Atom.OwnType own, Expression.Call call, Spot spot) {
        TypeDeclaration type = own.type();
        TreeMap<String, Value> given = new TreeMap<>();
        List<Function> constructors =
                Objects.constructors(type, call.arguments().size());
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression.Argument argument = call.arguments().get(i);
            if (argument.name().isPresent()) {
                given.put(argument.name().get(), evaluator.eval(argument.value(), spot));
            } else if (constructors.isEmpty() && i < type.fields().size()) {
                given.put(type.fields().get(i).name(), evaluator.eval(argument.value(), spot));
            }
        }
        Frame frame = constructors.isEmpty() || spot.frame().depth() >= DEEPEST
                ? Frame.OPEN
                : spot.frame().call(constructors.get(0), call.arguments(), spot.file(), spot.frame(), Optional.empty());
        return Value.of(new Atom.Instance(own.file(), type, frame, Optional.empty(), given));
    }

    /** Functions of the languages' own libraries, and methods of objects of the catalogue that it does not list. */
    private Value library(Expression.Call call, Spot spot) {
        String name = FileIndex.calledName(call.callee());
        Optional<Value> on = call.callee() instanceof Expression.Member member
                ? Optional.of(evaluator.settled(member.object(), spot))
                : Optional.empty();
        List<Value> arguments = new ArrayList<>();
        for (Expression.Argument argument : call.arguments()) {
            arguments.add(evaluator.settled(argument.value(), spot));
        }
        if (isOfPlatform(on)) {
            Optional<Value> value =
                    collections.of(name, on, arguments, call, spot).or(() -> TextCalls.of(name, on, arguments));
            if (value.isPresent()) {
                return value.get();
            }
        }
        if (on.isPresent()) {
            if (on.get().all(Atom.Made.class::isInstance)) {
                return on.get().through(Resolution.LOCAL); // a builder, or a part of what was made
            }
            if (call.arguments().isEmpty()) { // a getter that the type does not write out
                Optional<Value> field = evaluator
                        .memberOf(on.get(), name)
                        .filter(it -> it.atoms().stream().noneMatch(Atom.Qualified.class::isInstance));
                if (field.isPresent()) {
                    return field.get();
                }
            }
        }
        Value unknown = Value.unknown(OpenReason.CALL);
        for (Value argument : arguments) {
            unknown = unknown.or(
                    new Value(List.of(), OpenReason.CALL.id(), Resolution.UNRESOLVED, 0, argument.parameters()));
        }
        return unknown;
    }

    /** Whether a function may be one of the language's own library, where its types can be told from others. */
    private boolean isOfPlatform(Optional<Value> receiver) {
        if (!program.language().resolves()) {
            return true;
        }
        return receiver.isPresent()
                && receiver.get().atoms().stream()
                        .allMatch(it -> !(it instanceof Atom.Qualified type)
                                || program.language().isOfPlatform(type.path()));
    }

    /** What the function is given in that place: by the call that is followed, or by all of its callers. */
    Value parameter(Function function, int index, Spot spot, Expression use) {
        Optional<Frame> frame = spot.frame().of(function);
        if (frame.isPresent()) {
            return given(function, index, frame.get().arguments(), frame.get().caller(), spot.file());
        }
        if (function.name().isEmpty()) {
            return collections.lambda(function, index, spot).with(function);
        }
        Value all = Value.none();
        List<Caller> found = callers(function, spot.file());
        for (Caller caller : found) {
            Frame.Caller from = new Frame.Caller(caller.file(), Frame.OPEN);
            all = all.or(given(function, index, caller.call().arguments(), from, spot.file()));
        }
        Optional<Value> injected = function.parameters()
                .get(index)
                .configuration()
                .map(it -> evaluator.settings().injected(it, spot.file()));
        if (injected.isPresent()) {
            return all.or(injected.get()).with(function);
        } else if (found.isEmpty()) {
            Optional<Expression> initial = function.parameters().get(index).initial();
            Value value = initial.isPresent()
                    ? evaluator.settled(initial.get(), Spot.open(spot.file())).open(OpenReason.ENTRY_PARAM.id())
                    : Value.unknown(OpenReason.ENTRY_PARAM);
            return value.with(function);
        }
        return all.through(Resolution.CALLER).with(function);
    }

    private Value given(
            Function function, int index, List<Expression.Argument> arguments, Frame.Caller from, FileIndex file) {
        Function.Parameter parameter = function.parameters().get(index);
        Spot there = new Spot(from.file(), from.frame());
        List<Value> rest = new ArrayList<>();
        TreeMap<String, Value> named = new TreeMap<>();
        int position = 0;
        for (Expression.Argument argument : arguments) {
            if (argument.value() instanceof Expression.Spread) {
                return Value.unknown(OpenReason.COLLECTION);
            }
            if (argument.name().isPresent()) {
                if (argument.name().get().equals(parameter.name())) {
                    return evaluator.settled(argument.value(), there);
                }
                named.put(argument.name().get(), evaluator.settled(argument.value(), there));
            } else {
                if (position == index && !parameter.rest()) {
                    return evaluator.settled(argument.value(), there);
                } else if (position >= index && parameter.rest()) {
                    rest.add(evaluator.settled(argument.value(), there));
                }
                position++;
            }
        }
        if (parameter.rest()) {
            return rest.isEmpty() && !named.isEmpty()
                    ? Value.of(new Atom.Entries(named, false))
                    : Value.of(new Atom.Elements(rest));
        }
        return parameter.initial().isPresent()
                ? evaluator.settled(parameter.initial().get(), Spot.open(file)).through(Resolution.LOCAL)
                : Value.unknown(OpenReason.ENTRY_PARAM);
    }

    /** Where a function of that file is called, as far as the unit shows it. */
    List<Caller> callers(Function function, FileIndex file) {
        List<Caller> known = callers.get(function);
        if (known != null) {
            return known;
        }
        if (!asking.add(function)) {
            return List.of();
        }
        try {
            List<Caller> found = new ArrayList<>();
            Optional<TypeDeclaration> constructed =
                    function.name().equals(Function.CONSTRUCTOR) ? file.typeAround(function) : Optional.empty();
            String name = constructed.map(TypeDeclaration::name).orElse(function.name());
            in(file, name, function, constructed, found);
            boolean inner = file.functionAround(function).isPresent();
            if (!inner) {
                for (FileIndex other : program.mentioning(name, file)) {
                    in(other, name, function, constructed, found);
                }
            }
            callers.put(function, found);
            return found;
        } finally {
            asking.remove(function);
        }
    }

    private void in(
            FileIndex file, String name, Function function, Optional<TypeDeclaration> constructed, List<Caller> found) {
        List<Expression.Call> calls = new ArrayList<>(file.calls(name));
        if (constructed.isPresent()) {
            calls.addAll(file.calls("new"));
        }
        for (Expression.Call call : calls) {
            if (found.size() < MOST_CALLERS && isCallOf(call, file, function, constructed)) {
                found.add(new Caller(file, call));
            }
        }
    }

    private boolean isCallOf(
            Expression.Call call, FileIndex file, Function function, Optional<TypeDeclaration> constructed) {
        Value callee = Overloads.fitting(evaluator.settled(call.callee(), Spot.open(file)), call);
        for (Atom atom : callee.atoms()) {
            if (atom instanceof Atom.OwnFunction own && own.function() == function) {
                return true;
            } else if (constructed.isPresent()
                    && atom instanceof Atom.OwnType own
                    && own.type() == constructed.get()
                    && Objects.constructors(own.type(), call.arguments().size()).contains(function)) {
                return true;
            }
        }
        if (constructed.isPresent() || !(call.callee() instanceof Expression.Member member)) {
            return false;
        }
        // A method of an object whose type is not seen: the name and the number of arguments must do.
        Value object = evaluator.settled(member.object(), Spot.open(file));
        boolean method =
                file.typeAround(function).isPresent() || function.receiver().isPresent();
        return method
                && object.atoms().isEmpty()
                && evaluator.declaredType(member.object(), Spot.open(file)).isEmpty()
                && call.arguments().size() <= function.parameters().size();
    }

    /** What a call leaves in a variable that it was given to be filled. */
    Value written(Expression.Call call, int argument, Spot spot) {
        for (Sites.Match match : sites.at(call, spot)) {
            for (ApiPoint row : match.rows()) {
                if (positions(row).contains(argument)) {
                    return Value.of(
                            new Atom.Made(match.site(), row.shape().returns().orElse("")));
                }
            }
        }
        return Value.unknown(OpenReason.CALL);
    }

    private static Set<Integer> positions(ApiPoint row) {
        Set<Integer> positions = new HashSet<>();
        for (List<String> steps : row.shape().writes().alternatives()) {
            if (steps.size() == 1 && steps.get(0).matches("[0-9]+")) {
                positions.add(Integer.parseInt(steps.get(0)));
            }
        }
        return positions;
    }

    /** Positions of arguments that the call fills, as the catalogue says. */
    Set<Integer> filled(Expression.Call call) {
        if (!(call.callee() instanceof Expression.Name name)) {
            return Set.of();
        }
        return filled.computeIfAbsent(name.name(), it -> {
            Set<Integer> positions = new HashSet<>();
            known.rows(it).forEach(row -> positions.addAll(positions(row)));
            return positions;
        });
    }
}
