package dev.shirube.source.flow;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
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
import java.util.TreeSet;

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
    private final Map<Function, Callers> callers = new IdentityHashMap<>();
    private final Map<String, Set<Integer>> filled = new HashMap<>();
    private final Set<Function> asking = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

    /** A call of a function of the unit. */
    record Caller(FileIndex file, Expression.Call call) {}

    /**
     * Calls of a function of the unit.
     *
     * @param all whether these are all that there are in the unit, as far as names tell
     */
    record Callers(List<Caller> calls, boolean all) {
        Callers {
            calls = List.copyOf(calls);
        }
    }

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
            return ownFunction(call, spot).filter(it -> !it.isUnknown()).orElse(setting.get());
        }
        Optional<Value> built = builders.text(call, spot);
        if (built.isPresent()) {
            return built.get();
        }
        return called(call, spot);
    }

    /** What a function of the program gives that is called like one that asks for settings. */
    private Optional<Value> ownFunction(Expression.Call call, Spot spot) {
        Value callee = evaluator.settled(call.callee(), spot);
        return callee.all(Atom.OwnFunction.class::isInstance) ? Optional.of(called(call, spot)) : Optional.empty();
    }

    private Value called(Expression.Call call, Spot spot) {
        Value callee = Overloads.fitting(evaluator.settled(call.callee(), spot), call);
        Optional<Value> ofLibrary = sites.made(callee, call, spot);
        if (ofLibrary.isPresent()) {
            return ofLibrary.get();
        }
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
        List<Expression> returned = new Returned(evaluator, new Spot(own.file(), whole)).by(function);
        Value result = Value.none();
        for (Expression expression : returned) {
            result = result.or(evaluator.settled(expression, new Spot(own.file(), whole)));
        }
        boolean stub = returned.isEmpty() || result.all(Atom.Nothing.class::isInstance);
        return stub ? Value.unknown(OpenReason.CALL) : result.through(Resolution.LOCAL);
    }

    private Value made(Atom.OwnType own, Expression.Call call, Spot spot) {
        TypeDeclaration type = own.type();
        TreeMap<String, Value> given = new TreeMap<>();
        List<Function> constructors =
                evaluator.objects().constructors(own, call.arguments().size());
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
        Map<String, Value> named = new HashMap<>();
        for (Expression.Argument argument : call.arguments()) {
            Value given = evaluator.settled(argument.value(), spot);
            arguments.add(given);
            argument.name().ifPresent(it -> named.put(it, given));
        }
        if (isOfPlatform(on)) {
            Optional<Value> value =
                    collections.of(name, on, arguments, call, spot).or(() -> TextCalls.of(name, on, arguments, named));
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
        if (spot.frame().isLocal() && !function.name().isEmpty()) {
            return Value.unknown(OpenReason.ENTRY_PARAM).with(function);
        }
        Callers callers = callers(function, spot.file());
        List<Caller> found = callers.calls();
        if (function.name().isEmpty() && found.isEmpty()) {
            return collections.lambda(function, index, spot).with(function);
        }
        Value all = Value.none();
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
        }
        Optional<TypeDeclaration> enumerated = function.name().equals(Function.CONSTRUCTOR)
                ? spot.file()
                        .typeAround(function)
                        .filter(it -> !it.enumerations().isEmpty())
                : Optional.empty();
        if (enumerated.isPresent()) { // called by its constants alone
            Frame.Caller from = new Frame.Caller(spot.file(), Frame.OPEN);
            for (TypeDeclaration.EnumConstant constant : enumerated.get().enumerations()) {
                all = all.or(given(function, index, constant.arguments(), from, spot.file()));
            }
            return all.through(Resolution.FIELD);
        }
        if (found.isEmpty()) {
            Optional<Expression> initial = function.parameters().get(index).initial();
            Value value = initial.isPresent()
                    ? evaluator.settled(initial.get(), Spot.open(spot.file())).open(OpenReason.ENTRY_PARAM.id())
                    : Value.unknown(OpenReason.ENTRY_PARAM);
            return value.with(function);
        }
        Value whole = callers.all() ? all : all.open(OpenReason.BUDGET.id());
        return whole.through(Resolution.CALLER).with(function);
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

    /** What a function that extends a type of a library is called on, by all of its callers. */
    Value receivers(Function function, FileIndex file) {
        Value all = Value.none();
        Callers callers = callers(function, file);
        for (Caller caller : callers.calls()) {
            if (caller.call().callee() instanceof Expression.Member member) {
                all = all.or(evaluator.settled(member.object(), Spot.open(caller.file())));
            }
        }
        return all.isUnknown() || all.atoms().isEmpty()
                ? Value.unknown(OpenReason.THIS)
                : (callers.all() ? all : all.open(OpenReason.BUDGET.id())).through(Resolution.CALLER);
    }

    /** Where a function of that file is called, as far as the unit shows it. */
    Callers callers(Function function, FileIndex file) {
        Callers known = callers.get(function);
        if (known != null) {
            return known;
        }
        if (!asking.add(function)) {
            return new Callers(List.of(), true); // whoever asks already gathers them
        }
        try {
            List<Caller> found = new ArrayList<>();
            Optional<TypeDeclaration> constructed =
                    function.name().equals(Function.CONSTRUCTOR) ? file.typeAround(function) : Optional.empty();
            String name = constructed.map(TypeDeclaration::name).orElse(function.name());
            if (name.isEmpty()) {
                throughVariable(function, file, found);
                return kept(function, found, true);
            }
            in(file, name, function, constructed, found);
            boolean inner = file.functionAround(function).isPresent();
            boolean all = true;
            if (!inner) {
                Program.Others others = program.using(name, file);
                for (FileIndex other : others.files()) {
                    in(other, name, function, constructed, found);
                    for (String local : locally(other, "." + name)) {
                        in(other, local, function, constructed, found);
                    }
                }
                all = wholeModule(file, function, constructed, found) && others.all();
            }
            return kept(function, found, all);
        } finally {
            asking.remove(function);
        }
    }

    private Callers kept(Function function, List<Caller> found, boolean all) {
        Callers kept = new Callers(found, all && found.size() < MOST_CALLERS);
        callers.put(function, kept);
        return kept;
    }

    /** A function without a name is called by that of the variable or field that it is put into. */
    private void throughVariable(Function function, FileIndex file, List<Caller> found) {
        Object lambda = file.parent(function).orElse(function);
        Object holder = file.parent(lambda).orElse(null);
        String name = "";
        if (holder instanceof Statement.Assign assign) {
            name = FileIndex.calledName(assign.target());
        } else if (holder instanceof TypeDeclaration.Field field) {
            name = field.name();
        }
        if (!name.isEmpty()) {
            in(file, name, function, Optional.empty(), found);
            for (String way : Evaluator.CALLING) {
                in(file, way, function, Optional.empty(), found);
            }
        }
    }

    /** Other names under which a file imports something so called. */
    private static Set<String> locally(FileIndex file, String end) {
        Set<String> names = new TreeSet<>();
        for (Import one : file.imports()) {
            if (one.path().endsWith(end) && !end.equals("." + one.name())) {
                names.add(one.name());
            }
        }
        return names;
    }

    /** Calls of a function or type that is what its file exports: others call it as they like. Whether all were seen. */
    private boolean wholeModule(
            FileIndex file, Function function, Optional<TypeDeclaration> constructed, List<Caller> found) {
        if (!file.names(file.file().body()).assigns(ModuleFiles.DEFAULT)
                && !function.name().equals(ModuleFiles.DEFAULT)) {
            return true;
        }
        String location = file.file().source().location();
        String name = location.substring(location.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        Program.Others others = program.mentioning(base, file);
        for (FileIndex other : others.files()) {
            for (Import one : other.imports()) {
                String path = one.path().endsWith("." + ModuleFiles.DEFAULT)
                        ? one.path().substring(0, one.path().lastIndexOf('.'))
                        : one.path();
                boolean whole = path.endsWith("/" + base) || path.contains("/" + base + ".");
                if (whole && ModuleFiles.isRelative(path)) {
                    in(other, one.name(), function, constructed, found);
                }
            }
        }
        return others.all();
    }

    private void in(
            FileIndex file, String name, Function function, Optional<TypeDeclaration> constructed, List<Caller> found) {
        List<Expression.Call> calls = new ArrayList<>(file.calls(name));
        if (constructed.isPresent()) {
            calls.addAll(file.calls("new"));
            calls.addAll(file.calls(Function.CONSTRUCTOR));
            for (TypeDeclaration type : file.file().types()) {
                if (type.supertypes().stream()
                        .anyMatch(it -> FileIndex.receiverName(it).equals(name))) {
                    calls.addAll(file.calls(type.name()));
                }
            }
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
                    && evaluator
                            .objects()
                            .constructors(own, call.arguments().size())
                            .contains(function)) {
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
        boolean extension = function.receiver().isPresent() && object.all(Atom.Made.class::isInstance);
        boolean unseen = object.atoms().isEmpty()
                && evaluator.types().of(member.object(), Spot.open(file)).isEmpty();
        return method && (extension || unseen) && mayTake(function, call.arguments());
    }

    /** Whether the function has a parameter for each argument, and an argument for each parameter that needs one. */
    private static boolean mayTake(Function function, List<Expression.Argument> arguments) {
        long needed = function.parameters().stream()
                .filter(it -> it.initial().isEmpty() && !it.rest())
                .count();
        boolean rest = function.parameters().stream().anyMatch(Function.Parameter::rest);
        boolean spread = arguments.stream().anyMatch(it -> it.value() instanceof Expression.Spread);
        return (rest || arguments.size() <= function.parameters().size()) && (spread || arguments.size() >= needed);
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
        Value left = Value.none();
        boolean own = false;
        for (Atom atom : evaluator.settled(call.callee(), spot).atoms()) {
            if (atom instanceof Atom.OwnFunction it) {
                own = true;
                left = left.or(left(it, call, argument, spot));
            }
        }
        return own ? left : collections.left(call, argument, spot).orElse(Value.unknown(OpenReason.CALL));
    }

    /** What a function of the program puts where it was told to by the address of a variable. */
    private Value left(Atom.OwnFunction own, Expression.Call call, int argument, Spot spot) {
        Function function = own.function();
        boolean followed = argument < function.parameters().size()
                && spot.frame().depth() < DEEPEST
                && spot.frame().of(function).isEmpty();
        if (!followed) {
            return Value.unknown(OpenReason.DEPTH);
        }
        Frame frame = spot.frame().call(function, call.arguments(), spot.file(), spot.frame(), own.self());
        Spot there = new Spot(own.file(), frame);
        List<Reaching.Definition> definitions = evaluator
                .reaching(own.file(), function.parameters().get(argument).name(), there)
                .anywhere(function.body());
        return definitions.isEmpty()
                ? Value.unknown(OpenReason.CALL)
                : evaluator.settle(evaluator.definitions(definitions, there, Resolution.LOCAL), own.file());
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
