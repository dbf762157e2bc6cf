package dev.shirube.source.flow;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Trait;
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
    private final Extensions extensions;
    private final Subtypes subtypes;
    private final FilledTexts texts;
    private final Map<Function, Callers> callers = new IdentityHashMap<>();
    private final Map<Function, FileIndex> homes = new IdentityHashMap<>();
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
        this.extensions = new Extensions(evaluator);
        this.subtypes = new Subtypes(evaluator);
        this.texts = new FilledTexts(evaluator);
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
                for (Expression deciding : new Wrappers.Called(call).deciding(match)) {
                    for (Function giving : evaluator.settled(deciding, spot).parameters()) {
                        made = made.with(giving);
                    }
                }
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
        Value callee = Overloads.fitting(evaluator.settled(call.callee(), spot), call, evaluator, spot);
        Optional<Value> ofLibrary = sites.made(callee, call, spot);
        if (ofLibrary.isPresent()) {
            return ofLibrary.get();
        }
        Optional<Value> extended =
                callee.isUnknown() ? extensions.of(call, spot).map(it -> invoke(it, call, spot)) : Optional.empty();
        if (extended.isPresent()) {
            return extended.get();
        }
        Value result = Value.none();
        boolean any = false;
        for (Atom atom : callee.atoms()) {
            Optional<Value> one = invoked(atom, call, spot);
            any |= one.isPresent();
            result = result.or(one.orElse(Value.unknown(OpenReason.CALL)));
        }
        for (Function giving : callee.parameters()) { // what it is called on decides, too
            result = result.with(giving);
        }
        return any ? result : library(call, spot);
    }

    /** What functions of the unit give back. */
    Value called(Value functions, Expression.Call call, Spot spot) {
        Value result = Value.none();
        for (Atom atom : functions.atoms()) {
            result = result.or(invoked(atom, call, spot).orElse(Value.unknown(OpenReason.CALL)));
        }
        return result;
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
        Spot within = inside(own, call, spot);
        Returned choice = new Returned(evaluator, within);
        List<Expression> returned = choice.by(function);
        Value result = Value.none();
        for (Expression expression : returned) {
            result = result.or(evaluator.settled(expression, within));
        }
        result = result.dependingOn(choice.chosen());
        boolean stub = returned.isEmpty() || result.all(Atom.Nothing.class::isInstance);
        return stub ? implemented(own, call, spot) : result.through(Resolution.LOCAL);
    }

    /** What those give back that write out what a type leaves open. */
    private Value implemented(Atom.OwnFunction open, Expression.Call call, Spot spot) {
        Value all = Value.none();
        List<Atom.OwnFunction> meant = subtypes.meant(open);
        for (Atom.OwnFunction function : meant) {
            all = all.or(invoke(function, call, spot));
        }
        return meant.isEmpty() ? Value.unknown(OpenReason.CALL) : all;
    }

    private Value made(Atom.OwnType own, Expression.Call call, Spot spot) {
        TypeDeclaration type = own.type();
        TreeMap<String, Value> given = new TreeMap<>();
        List<Function> constructors =
                evaluator.objects().constructors(own, call.arguments().size());
        Optional<Value> copied = copied(own, call, spot);
        if (copied.isPresent()) {
            return copied.get();
        }
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

    /** An object that is made of one of the same type is like that one. */
    private Optional<Value> copied(Atom.OwnType own, Expression.Call call, Spot spot) {
        boolean one =
                call.arguments().size() == 1 && call.arguments().get(0).name().isEmpty();
        return Optional.of(call)
                .filter(it -> one)
                .map(it -> evaluator.settled(it.arguments().get(0).value(), spot))
                .filter(it -> it.all(atom -> atom instanceof Atom.Instance object && object.type() == own.type()));
    }

    /** Functions of the languages' own libraries, and methods of objects of the catalogue that it does not list. */
    private Value library(Expression.Call call, Spot spot) {
        String name = libraryName(call.callee(), spot);
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
            boolean constant = call.arguments().isEmpty()
                    && on.get()
                            .all(it -> it instanceof Atom.Qualified symbol
                                    && known.isSymbol(symbol.member())
                                    && known.reaches(symbol.owner()));
            if (constant) {
                return on.get().through(Resolution.LOCAL); // its name or value, which stands for it
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

    /** The name of what is called, or of what is imported under that name. */
    private String libraryName(Expression callee, Spot spot) {
        if (callee instanceof Expression.Name name
                && evaluator.binding(name.name(), name, spot.file()) instanceof Names.Binding.Imported it) {
            return new Atom.Qualified(it.path()).member();
        }
        return FileIndex.calledName(callee);
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
            if (argument.value() instanceof Expression.Spread spread) {
                return spread(parameter, index - position, evaluator.settled(spread.of(), there), there);
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

    /** What a parameter is given of a collection all of whose elements are arguments, itself the first of them or so. */
    private Value spread(Function.Parameter parameter, int index, Value collection, Spot spot) {
        boolean one = collection.atoms().size() == 1 && collection.open().isEmpty();
        if (!one || parameter.rest()) {
            return Value.unknown(OpenReason.COLLECTION);
        }
        Value given = null;
        if (collection.atoms().get(0) instanceof Atom.Entries entries) {
            given = entries.values().get(parameter.name());
        } else if (collection.atoms().get(0) instanceof Atom.Elements elements
                && index >= 0
                && index < elements.values().size()) {
            given = elements.values().get(index);
        }
        return given == null
                ? Value.unknown(OpenReason.COLLECTION)
                : evaluator.settle(given, spot.file()).dependingOn(collection.withAtoms(List.of()));
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
                : (callers.all() ? all : all.open(OpenReason.BUDGET.id()))
                        .through(Resolution.CALLER)
                        .with(function);
    }

    /** Where a function of that file is called, as far as the unit shows it. */
    Callers callers(Function function, FileIndex file) {
        Callers known = callers.get(function);
        if (known != null) {
            return known;
        }
        homes.put(function, file);
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
                all = others.all();
                for (FileIndex other : others.files()) {
                    in(other, name, function, constructed, found);
                    for (String local : locally(other, "." + name)) {
                        in(other, local, function, constructed, found);
                    }
                }
                if (constructed.isPresent()) {
                    all &= bySubtypes(file, function, constructed.get(), found);
                }
                all &= wholeModule(file, function, constructed, found);
            }
            return kept(function, found, all);
        } finally {
            asking.remove(function);
        }
    }

    /** Objects of types that have no constructor of their own. Whether all were seen. */
    private boolean bySubtypes(FileIndex file, Function function, TypeDeclaration type, List<Caller> found) {
        boolean all = true;
        for (Atom.OwnType subtype : subtypes.of(file, type)) {
            if (Objects.constructors(subtype.type(), 0).isEmpty()) {
                Program.Others others = program.using(subtype.type().name(), subtype.file());
                for (FileIndex other : others.files()) {
                    in(other, subtype.type().name(), function, Optional.of(type), found);
                }
                all &= others.all();
            }
        }
        return all;
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
        } else if (holder instanceof Expression.Call call) {
            throughParameter(function, lambda, call, file, found);
        }
        if (!name.isEmpty()) {
            in(file, name, function, Optional.empty(), found);
            for (String way : Evaluator.CALLING) {
                in(file, way, function, Optional.empty(), found);
            }
        }
    }

    /** A function that is given to another one of the unit is called by the name of that one's parameter. */
    private void throughParameter(
            Function function, Object lambda, Expression.Call taking, FileIndex file, List<Caller> found) {
        for (Atom atom : evaluator.settled(taking.callee(), Spot.open(file)).atoms()) {
            if (atom instanceof Atom.OwnFunction taker) {
                String name = parameter(taker.function(), lambda, taking.arguments());
                if (!name.isEmpty()) {
                    in(taker.file(), name, function, Optional.empty(), found);
                    for (String way : Evaluator.CALLING) {
                        in(taker.file(), way, function, Optional.empty(), found);
                    }
                }
            }
        }
    }

    /** The parameter that takes the argument; empty where none is seen. */
    private static String parameter(Function taker, Object argument, List<Expression.Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).value() == argument) {
                boolean byPosition = i < taker.parameters().size();
                return arguments
                        .get(i)
                        .name()
                        .orElse(byPosition ? taker.parameters().get(i).name() : "");
            }
        }
        return "";
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
            if (found.size() < MOST_CALLERS
                    && isCallOf(call, file, function, constructed)
                    && !evaluator.conditions().isRuledOut(call, file)) {
                found.add(new Caller(file, call));
            }
        }
    }

    private boolean isCallOf(
            Expression.Call call, FileIndex file, Function function, Optional<TypeDeclaration> constructed) {
        Value callee =
                Overloads.fitting(evaluator.settled(call.callee(), Spot.open(file)), call, evaluator, Spot.open(file));
        for (Atom atom : callee.atoms()) {
            if (atom instanceof Atom.OwnFunction own && own.function() == function) {
                return mayTake(function, call.arguments())
                        || !program.language().traits().contains(Trait.CLASS_FILES); // the JVM's languages are strict
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
        FileIndex home = homes.getOrDefault(function, file);
        boolean method =
                home.typeAround(function).isPresent() || function.receiver().isPresent();
        boolean extension = Extensions.isOf(function, object) || method && isDefinedElsewhere(function, home, object);
        boolean unseen = object.atoms().isEmpty()
                && evaluator.types().of(member.object(), Spot.open(file)).isEmpty();
        return method && (extension || unseen) && mayTake(function, call.arguments());
    }

    /** Whether it is a method of the object's type, which another file only declares (C++). */
    private static boolean isDefinedElsewhere(Function function, FileIndex file, Value object) {
        String type = file.typeAround(function)
                .map(TypeDeclaration::name)
                .or(() -> function.receiver().map(FileIndex::receiverName))
                .orElse("");
        return object.all(it -> it instanceof Atom.Instance instance
                && instance.type().name().equals(type)
                && instance.type().methods().stream()
                        .noneMatch(method -> method.name().equals(function.name())));
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
        Optional<Value> text = argument == 0 ? texts.of(call, spot) : Optional.empty();
        if (text.isPresent()) {
            return text.get();
        }
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

    /** A function of the program as it is called with something, and what it calls that. */
    record Within(Function function, String parameter, Spot spot) {}

    /** The functions of the program that the call may be of, as they see its argument of that position. */
    List<Within> within(Expression.Call call, int argument, Spot spot) {
        List<Within> all = new ArrayList<>();
        if (spot.frame().depth() >= DEEPEST || known.isCalled(FileIndex.calledName(call.callee()))) {
            return all;
        }
        for (Atom atom : evaluator.settled(call.callee(), spot).atoms()) {
            if (atom instanceof Atom.OwnFunction own
                    && argument < own.function().parameters().size()
                    && spot.frame().of(own.function()).isEmpty()) {
                all.add(new Within(
                        own.function(),
                        own.function().parameters().get(argument).name(),
                        inside(own, call, spot)));
            }
        }
        return all;
    }

    /** In the function, as that call gives it its arguments; what is around it is as it was when the function was made. */
    private static Spot inside(Atom.OwnFunction own, Expression.Call call, Spot spot) {
        boolean here = own.frame() == Frame.OPEN || own.frame() == spot.frame();
        Frame around = here ? spot.frame() : own.frame();
        return new Spot(
                own.file(), around.call(own.function(), call.arguments(), spot.file(), spot.frame(), own.self()));
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
        Spot there = inside(own, call, spot);
        String parameter = function.parameters().get(argument).name();
        List<Reaching.Definition> definitions =
                evaluator.reaching(own.file(), parameter, there).anywhere(function.body());
        if (definitions.isEmpty()) { // the variable is what it was, with other members
            return own.file().touching().changesWithin(function.body(), parameter)
                    ? Value.none()
                    : Value.unknown(OpenReason.CALL);
        }
        return evaluator.settle(evaluator.definitions(definitions, there, Resolution.LOCAL), own.file());
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
            if (texts.fills(it)) {
                positions.add(0);
            }
            return positions;
        });
    }
}
