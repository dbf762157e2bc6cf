package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What expressions can be: on demand, backwards from the place where a value is used, within bounds. */
final class Evaluator {

    /** Members of a function by which some languages call it. */
    static final Set<String> CALLING = new TreeSet<>(Set.of("call", "invoke", "Invoke"));

    private final Program program;
    private final Known known;
    private final Names names;
    private final Objects objects;
    private final Invocations invocations;
    private final Operations operations;
    private final Settings settings;
    private final DeclaredTypes types = new DeclaredTypes(this);
    private final Conditions conditions = new Conditions(this);
    private final Budget budget;
    private final Map<Key, Value> memo = new HashMap<>();
    private final Map<Key, Integer> active = new HashMap<>();
    private final Map<Key, Passing> passings = new HashMap<>();
    private final List<Key> passed = new ArrayList<>();
    private int outermost = Integer.MAX_VALUE;

    /** A value that depends on an evaluation that has not ended: on that at this depth, at least. */
    private record Passing(Value value, int within) {}

    /** One expression within certain calls, by identity. */
    private record Key(Object node, Frame frame) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key it && it.node == node && it.frame == frame;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(node) + System.identityHashCode(frame);
        }
    }

    Evaluator(Program program, Known known, Budget budget) {
        this.budget = budget;
        this.program = program;
        this.known = known;
        this.names = new Names(program, known);
        this.objects = new Objects(this);
        this.settings = new Settings(this, program);
        this.operations = new Operations(this);
        this.invocations = new Invocations(this, program, known);
    }

    Known known() {
        return known;
    }

    Program program() {
        return program;
    }

    Objects objects() {
        return objects;
    }

    Settings settings() {
        return settings;
    }

    Invocations invocations() {
        return invocations;
    }

    Operations operations() {
        return operations;
    }

    Conditions conditions() {
        return conditions;
    }

    DeclaredTypes types() {
        return types;
    }

    Names.Binding binding(String name, Object use, FileIndex file) {
        return names.find(name, use, file);
    }

    /** Whether methods see the members of their types by their mere names. */
    boolean seesMembers() {
        return names.seesMembers();
    }

    boolean isHidden(String path, FileIndex file) {
        return names.isHidden(path, file);
    }

    /**
     * What the expression can be; names of other modules of the unit are not looked up yet.
     *
     * <p>What is asked for within its own evaluation adds nothing. A value that was made so is kept only until the
     * evaluation that it depends on has ended: so every cycle is gone round once, and no value lacks what others have.
     */
    Value eval(Expression expression, Spot spot) {
        Key key = new Key(expression, spot.frame());
        Value kept = memo.get(key);
        if (kept != null) {
            return kept;
        }
        Integer within = active.get(key);
        if (within != null) {
            outermost = Math.min(outermost, within);
            return Value.none();
        }
        Passing passing = passings.get(key);
        if (passing != null) {
            outermost = Math.min(outermost, passing.within());
            return passing.value();
        }
        if (!budget.enter()) {
            outermost = 0;
            return Value.unknown(OpenReason.BUDGET);
        }
        int depth = active.size();
        int before = outermost;
        int since = passed.size();
        outermost = Integer.MAX_VALUE;
        active.put(key, depth);
        try {
            Value value = of(expression, spot);
            keep(key, value, depth, since);
            return value;
        } finally {
            outermost = Math.min(before, outermost < depth ? outermost : Integer.MAX_VALUE);
            budget.leave();
            active.remove(key);
        }
    }

    private void keep(Key key, Value value, int depth, int since) {
        if (outermost < depth) {
            passings.put(key, new Passing(value, outermost));
            passed.add(key);
            return;
        }
        memo.put(key, value);
        List<Key> ended = passed.subList(since, passed.size());
        ended.forEach(passings::remove);
        ended.clear();
    }

    /** What the expression can be, names of other modules of the unit followed to what those declare. */
    Value settled(Expression expression, Spot spot) {
        return settle(eval(expression, spot), spot.file());
    }

    Value settle(Value value, FileIndex from) {
        Value settled = value.withAtoms(List.of());
        boolean changed = false;
        List<Atom> kept = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Qualified qualified && !known.reaches(qualified.path())) {
                Optional<Value> declared = declared(qualified.path(), from);
                if (declared.isPresent()) {
                    settled = settled.or(declared.get().through(Resolution.FIELD));
                    changed = true;
                    continue;
                }
            }
            kept.add(atom);
        }
        if (!changed) {
            return value;
        }
        return kept.isEmpty()
                ? settled.dependingOn(value.withAtoms(List.of()))
                : value.withAtoms(kept).or(settled);
    }

    /** What another file declares under that name. */
    private Optional<Value> declared(String path, FileIndex from) {
        return program.declared(path, from).flatMap(it -> walk(it.file(), it.names()));
    }

    private Optional<Value> walk(FileIndex file, List<String> path) {
        Optional<Value> value = top(file, path.get(0));
        for (String name : path.subList(1, path.size())) {
            value = value.flatMap(it -> memberOf(it, name));
        }
        return value;
    }

    /** What the file declares at its top under that name. */
    private Optional<Value> top(FileIndex file, String name) {
        Optional<TypeDeclaration> type = file.type(name);
        if (type.isPresent()) {
            return Optional.of(Value.of(new Atom.OwnType(file, type.get())));
        }
        List<Function> functions = file.functions(name).stream()
                .filter(it -> it.receiver().isEmpty())
                .toList();
        if (!functions.isEmpty()) {
            Value all = Value.none();
            for (Function function : functions) {
                all = all.or(Value.of(new Atom.OwnFunction(file, function, Optional.empty(), Frame.OPEN)));
            }
            return Optional.of(all);
        }
        List<Reaching.Definition> definitions =
                reaching(file, name, Spot.open(file)).anywhere(file.file().body());
        return definitions.isEmpty()
                ? names.imported(name, file).map(it -> Value.of(new Atom.Qualified(it)))
                : Optional.of(definitions(definitions, Spot.open(file), Resolution.FIELD));
    }

    private Value of(Expression expression, Spot spot) {
        if (expression instanceof Expression.Text it) {
            return Value.text(it.value());
        } else if (expression instanceof Expression.Whole it) {
            return Value.number(it.value());
        } else if (expression instanceof Expression.Truth it) {
            return Value.number(it.value() ? 1 : 0);
        } else if (expression instanceof Expression.Nothing) {
            return Value.of(new Atom.Nothing());
        } else if (expression instanceof Expression.Name it) {
            return name(it, spot);
        } else if (expression instanceof Expression.This it) {
            return self(it, spot);
        } else if (expression instanceof Expression.Member it) {
            return member(it, spot);
        } else if (expression instanceof Expression.Call it) {
            return invocations.call(it, spot);
        } else if (expression instanceof Expression.Index it) {
            return operations.index(it, spot);
        } else if (expression instanceof Expression.Sequence it) {
            return sequence(it, spot);
        } else if (expression instanceof Expression.Mapping it) {
            return mapping(it, spot);
        } else if (expression instanceof Expression.Spread it) {
            return eval(it.of(), spot);
        } else if (expression instanceof Expression.Template it) {
            return operations.join(it.parts(), spot);
        } else if (expression instanceof Expression.Operation it) {
            return operations.of(it, spot);
        } else if (expression instanceof Expression.Conditional it) {
            return operations.choice(it, spot);
        } else if (expression instanceof Expression.Lambda it) {
            return Value.of(new Atom.OwnFunction(spot.file(), it.function(), Optional.empty(), spot.frame()));
        } else if (expression instanceof Expression.Assigned it) {
            return eval(it.value(), spot);
        } else if (expression instanceof Expression.Generic it) {
            return eval(it.base(), spot);
        } else if (expression instanceof Expression.Address it) {
            return eval(it.of(), spot);
        } else if (expression instanceof Expression.Cast it) {
            return it.type().isPresent() ? asType(eval(it.of(), spot), it.type().get(), spot) : eval(it.of(), spot);
        } else if (expression instanceof Expression.Resolved it) {
            return it.value()
                    .map(value -> eval(value, spot).through(Resolution.FIELD))
                    .orElseGet(() -> Value.of(new Atom.Qualified(it.path())));
        } else if (expression instanceof Expression.Reference it) {
            return it.makes() ? Value.unknown(OpenReason.METHOD_REFERENCE) : eval(it.callee(), spot);
        } else if (expression instanceof Expression.Anonymous it) {
            return anonymous(it, spot);
        }
        return Value.unknown(OpenReason.COMPUTATION);
    }

    /** Where some of what the value can be is of exactly that type, nothing that is known to be of another one. */
    private Value asType(Value value, Expression type, Spot spot) {
        if (value.atoms().size() < 2 || program.language().resolves()) {
            return value;
        }
        List<String> wanted = new ArrayList<>();
        for (Atom atom : eval(type, spot).atoms()) {
            if (atom instanceof Atom.Qualified it) {
                wanted.add(known.canonical(it.path()));
            }
        }
        boolean any =
                value.atoms().stream().anyMatch(it -> it instanceof Atom.Made made && wanted.contains(made.type()));
        return any
                ? value.withAtoms(value.atoms().stream()
                        .filter(it -> !(it instanceof Atom.Made made)
                                || made.type().isEmpty()
                                || wanted.contains(made.type()))
                        .toList())
                : value;
    }

    /** An object of the library where its class is extended there; else one of the class that is written out. */
    private Value anonymous(Expression.Anonymous object, Spot spot) {
        Value made = eval(object.creation(), spot);
        return made.all(Atom.Made.class::isInstance)
                ? made
                : Value.of(instance(spot.file(), object.type(), Frame.OPEN));
    }

    private Value sequence(Expression.Sequence sequence, Spot spot) {
        List<Value> values = new ArrayList<>();
        for (Expression element : sequence.elements()) {
            Value value = eval(element, spot);
            if (element instanceof Expression.Spread
                    && value.atoms().size() == 1
                    && value.atoms().get(0) instanceof Atom.Elements inner) {
                values.addAll(inner.values());
            } else if (!(element instanceof Expression.Spread && isEmpty(value))) {
                values.add(value);
            }
        }
        return Value.of(new Atom.Elements(values));
    }

    /** Whether there is nothing in it yet: a list that is only declared, or that the list itself is made of. */
    private static boolean isEmpty(Value value) {
        return value.equals(Value.none()) || value.all(Atom.Nothing.class::isInstance);
    }

    private Value mapping(Expression.Mapping mapping, Spot spot) {
        return new Mappings(this, spot).of(mapping);
    }

    private Value name(Expression.Name name, Spot spot) {
        Names.Binding binding = binding(name.name(), name, spot.file());
        Value value = bound(name, binding, spot);
        return alike(name, binding, spot)
                .map(it -> memberOrType(name, it, value, spot))
                .orElse(value);
    }

    private Value bound(Expression.Name name, Names.Binding binding, Spot spot) {
        if (binding instanceof Names.Binding.Parameter it) {
            return parameter(name, it, spot);
        } else if (binding instanceof Names.Binding.Variable it) {
            return variable(name, it, spot);
        } else if (binding instanceof Names.Binding.OwnFunction it) {
            Value all = Value.none();
            for (Function function : it.functions()) {
                all = all.or(Value.of(new Atom.OwnFunction(spot.file(), function, Optional.empty(), spot.frame())));
            }
            return all;
        } else if (binding instanceof Names.Binding.OwnType it) {
            return Value.of(new Atom.OwnType(spot.file(), it.type()));
        } else if (binding instanceof Names.Binding.OwnMember it) {
            return ownMember(name, it.type(), spot);
        } else if (binding instanceof Names.Binding.Imported it) {
            return Value.of(new Atom.Qualified(it.path()));
        }
        return inherited(name, spot)
                .orElseGet(() -> free(name.name(), ((Names.Binding.Free) binding).candidates(), spot));
    }

    /** A member that a type around the name has from its supertypes, in languages that see those by their names. */
    private Optional<Value> inherited(Expression.Name name, Spot spot) {
        Object node = name;
        boolean ofType = spot.file()
                .parent(name)
                .filter(TypeDeclaration.class::isInstance)
                .isPresent();
        if (ofType || !names.seesMembers()) {
            return Optional.empty();
        }
        while (true) {
            Optional<TypeDeclaration> type = spot.file().typeAround(node);
            if (type.isEmpty()) {
                return node instanceof TypeDeclaration outermost ? ofHeader(name, outermost, spot) : Optional.empty();
            }
            if (!type.get().supertypes().isEmpty()) {
                Value self = Value.of(instance(spot.file(), type.get(), Frame.OPEN));
                Optional<Value> member = memberOf(self, name.name(), isCalled(name, spot.file()));
                if (member.isPresent()) {
                    return member;
                }
            }
            node = type.get();
        }
    }

    /** A member that a header declares for the type, of which this file only defines methods (C++). */
    private Optional<Value> ofHeader(Expression.Name name, TypeDeclaration type, Spot spot) {
        if (!program.language().catalogue().equals("c") || !type.fields().isEmpty()) {
            return Optional.empty();
        }
        String module = spot.file().file().module();
        Value declared = declared(module.isEmpty() ? type.name() : module + "." + type.name(), spot.file())
                .orElse(Value.none());
        for (Atom atom : declared.atoms()) {
            if (atom instanceof Atom.OwnType own && own.type() != type) {
                return memberOf(instance(own.file(), own.type(), Frame.OPEN), name.name(), isCalled(name, spot.file()));
            }
        }
        return Optional.empty();
    }

    /** What the function was given, or what it has put into the parameter's place. */
    private Value parameter(Expression.Name name, Names.Binding.Parameter parameter, Spot spot) {
        Reaching reaching = reaching(spot.file(), name.name(), spot);
        List<Reaching.Definition> definitions =
                reaching.before(name, parameter.function().body());
        if (definitions.isEmpty()) {
            return invocations.parameter(parameter.function(), parameter.index(), spot, name);
        }
        Value own = definitions(definitions, spot, Resolution.LOCAL);
        return reaching.isCertain()
                ? own
                : own.or(invocations.parameter(parameter.function(), parameter.index(), spot, name));
    }

    /** A member that is called like its type: either is meant, by where the name stands. */
    private Value memberOrType(Expression.Name name, TypeDeclaration around, Value member, Spot spot) {
        boolean type = spot.file()
                .parent(name)
                .filter(it -> it instanceof TypeDeclaration || it instanceof Function)
                .isPresent();
        if (!type && !member.isUnknown()) {
            return member;
        }
        Names.Binding outer = binding(name.name(), around, spot.file());
        if (outer instanceof Names.Binding.Free free) {
            return free(name.name(), free.candidates(), spot);
        } else if (outer instanceof Names.Binding.Imported imported) {
            return Value.of(new Atom.Qualified(imported.path()));
        }
        return outer instanceof Names.Binding.OwnType own
                ? Value.of(new Atom.OwnType(spot.file(), own.type()))
                : member;
    }

    /** The type around the name that has a field which is called like its type; nothing in most cases. */
    private Optional<TypeDeclaration> alike(Expression.Name name, Names.Binding binding, Spot spot) {
        if (binding instanceof Names.Binding.OwnMember member) {
            return Optional.of(member.type()).filter(it -> types.isLikeItsType(name.name(), it));
        }
        return binding instanceof Names.Binding.Variable && names.seesMembers() // assigned where it stands
                ? spot.file().typeAround(name).filter(it -> types.isLikeItsType(name.name(), it))
                : Optional.empty();
    }

    private Value ownMember(Expression.Name name, TypeDeclaration type, Spot spot) {
        boolean called = isCalled(name, spot.file());
        Value self = self(name, spot);
        for (Atom atom : self.atoms()) {
            if (atom instanceof Atom.Instance instance && objects.isA(instance, type)) {
                Optional<Value> member = objects.ofType(
                                new Atom.OwnType(instance.file(), instance.type()), name.name(), called)
                        .filter(it -> instance.frame() == Frame.OPEN
                                && instance.given().isEmpty())
                        .or(() -> objects.member(instance, name.name(), called));
                if (member.isPresent()) {
                    return member.get();
                }
            }
        }
        return objects.ofType(new Atom.OwnType(spot.file(), type), name.name(), called)
                .orElse(Value.unknown(OpenReason.FIELD));
    }

    private static boolean isCalled(Expression name, FileIndex file) {
        return file.parent(name)
                .filter(it -> it instanceof Expression.Call call && call.callee() == name
                        || it instanceof Expression.Reference
                        || it instanceof Expression.Generic)
                .isPresent();
    }

    private Value free(String name, List<String> candidates, Spot spot) {
        for (String candidate : candidates) {
            if (known.reaches(candidate)) {
                return Value.of(new Atom.Qualified(candidate));
            }
        }
        if (known.isSymbol(name)
                && candidates.contains(name)
                && !program.language().resolves()) {
            return Value.of(new Atom.Qualified(name));
        }
        for (String candidate : candidates) {
            Optional<Value> declared = declared(candidate, spot.file());
            if (declared.isPresent()) {
                return declared.get().through(Resolution.FIELD);
            }
        }
        return candidates.isEmpty()
                ? Value.unknown(OpenReason.UNKNOWN)
                : Value.of(new Atom.Qualified(candidates.get(0)));
    }

    private Value variable(Expression.Name name, Names.Binding.Variable variable, Spot spot) {
        Reaching reaching = reaching(spot.file(), name.name(), spot);
        boolean whole = variable.outer();
        List<Reaching.Definition> definitions = whole
                ? wherever(name, variable, spot)
                : withCaptured(name.name(), reaching.before(name, variable.body()), variable, spot);
        if (definitions.isEmpty()) {
            Optional<String> module = names.imported(name.name(), spot.file());
            if (module.isPresent()) { // jwk := jwk.New(key): the variable begins after the value
                return Value.of(new Atom.Qualified(module.get()));
            }
            // Code before which nothing assigns: a script's function that is called later, or a loop's head.
            definitions = reaching(spot.file(), name.name(), spot).anywhere(variable.body());
        }
        boolean ofFile = variable.body() == spot.file().file().body();
        Value value = definitions(definitions, spot, ofFile && whole ? Resolution.FIELD : Resolution.LOCAL);
        return operations.withEntries(value, name.name(), variable.body(), spot);
    }

    /** The definitions of a variable around the function that uses it: that function's own, if it certainly has one. */
    private List<Reaching.Definition> wherever(Expression.Name name, Names.Binding.Variable variable, Spot spot) {
        Optional<Function> function = spot.file().functionAround(name);
        if (function.isPresent()) {
            Reaching own = reaching(spot.file(), name.name(), spot);
            List<Reaching.Definition> definitions =
                    own.before(name, function.get().body());
            if (own.isCertain() && !definitions.isEmpty()) {
                return definitions;
            }
        }
        List<Reaching.Definition> all = reaching(spot.file(), name.name(), spot).seen(name, variable.body());
        return withCaptured(name.name(), all, variable, spot);
    }

    /** With what functions in the variable's body assign to it. */
    private List<Reaching.Definition> withCaptured(
            String name, List<Reaching.Definition> definitions, Names.Binding.Variable variable, Spot spot) {
        FileIndex file = spot.file();
        List<Reaching.Definition> captured = reaching(file, name, spot)
                .of(file.touching().assigning(name).stream()
                        .filter(node -> isCaptured(name, node, variable, file))
                        .toList());
        if (captured.isEmpty()) {
            return definitions;
        }
        List<Reaching.Definition> all = new ArrayList<>(definitions);
        all.addAll(captured);
        return all;
    }

    private boolean isCaptured(String name, Object node, Names.Binding.Variable variable, FileIndex file) {
        Object body =
                file.functionAround(node).map(Function::body).orElse(file.file().body());
        return body != variable.body()
                && binding(name, node, file) instanceof Names.Binding.Variable it
                && it.body() == variable.body();
    }

    Value definitions(List<Reaching.Definition> definitions, Spot spot, Resolution step) {
        Value value = Value.none();
        for (Reaching.Definition definition : definitions) {
            value = value.or(definition(definition, spot));
        }
        return definitions.isEmpty() ? Value.unknown(OpenReason.LOCAL) : value.through(step);
    }

    private Value definition(Reaching.Definition definition, Spot spot) {
        if (definition instanceof Reaching.Definition.Given it) {
            return eval(it.value(), spot);
        } else if (definition instanceof Reaching.Definition.Part it) {
            return operations.part(it.value(), it.steps(), spot);
        } else if (definition instanceof Reaching.Definition.Element it) {
            return operations.element(it.over(), it.steps(), spot);
        } else if (definition instanceof Reaching.Definition.Written it) {
            return invocations.written(it.by(), it.argument(), spot);
        }
        Reaching.Definition.Parameter parameter = (Reaching.Definition.Parameter) definition;
        return invocations.parameter(parameter.function(), parameter.index(), spot, null);
    }

    Reaching reaching(FileIndex file, String name, Spot spot) {
        return new Reaching(
                file,
                name,
                branch -> conditions.never(branch, true, spot),
                branch -> conditions.never(branch, false, spot),
                invocations::filled);
    }

    /** The object that code at that node runs on. */
    Value self(Expression node, Spot spot) {
        Optional<Function> function = spot.file().functionAround(node);
        while (function.isPresent() && function.get().name().isEmpty()) {
            function = spot.file().functionAround(function.get()); // a lambda has the object of what is around it
        }
        if (function.isPresent()) {
            Optional<Value> given = spot.frame().of(function.get()).flatMap(Frame::self);
            if (given.isPresent()) {
                return given.get();
            }
        }
        Frame frame = function.filter(it -> it.name().equals(Function.CONSTRUCTOR))
                .flatMap(it -> spot.frame().of(it))
                .orElse(Frame.OPEN);
        Optional<TypeDeclaration> type = spot.file().typeAround(node);
        if (type.isEmpty() && function.flatMap(Function::receiver).isPresent()) {
            Value own = settled(function.get().receiver().get(), spot);
            for (Atom atom : own.atoms()) {
                if (atom instanceof Atom.OwnType it) {
                    return Value.of(instance(it.file(), it.type(), frame));
                }
            }
            return invocations.receivers(function.get(), spot.file());
        }
        FileIndex file = spot.file();
        return type.map(it -> Value.of(instance(file, it, frame))).orElse(Value.unknown(OpenReason.THIS));
    }

    static Atom instance(FileIndex file, TypeDeclaration type, Frame frame) {
        return new Atom.Instance(file, type, frame, Optional.empty(), Collections.emptySortedMap());
    }

    private Value member(Expression.Member member, Spot spot) {
        Optional<Value> setting = settings.member(member, spot);
        if (setting.isPresent()) {
            return setting.get();
        }
        Value object = eval(member.object(), spot);
        boolean called = isCalled(member, spot.file());
        return memberOf(object, member.name(), called).orElseGet(() -> {
            Value settled = settle(object, spot.file());
            return memberOf(settled, member.name(), called)
                    .or(() -> typed(member, settled, spot))
                    .orElse(Value.unknown(OpenReason.FIELD).dependingOn(object.withAtoms(List.of())));
        });
    }

    /** That member of an object of which only the declared type is known: of an enumeration, what its constants have. */
    private Optional<Value> typed(Expression.Member member, Value object, Spot spot) {
        boolean constants = object.all(Atom.Constant.class::isInstance);
        if (!object.isUnknown() && !constants) {
            return Optional.empty();
        }
        Value all = Value.none();
        boolean any = false;
        for (Atom atom : types.of(member.object(), spot)
                .map(it -> settle(it, spot.file()).atoms())
                .orElse(List.of())) {
            if (constants && atom instanceof Atom.OwnType own) { // a number of a type with methods of its own (Go)
                for (Function method : Objects.methods(own.file(), own.type(), member.name())) {
                    any = true;
                    all = all.or(Value.of(new Atom.OwnFunction(own.file(), method, Optional.of(object), Frame.OPEN)));
                }
            } else if (atom instanceof Atom.OwnType own) {
                Value instances = invocations
                        .collections()
                        .constants(own)
                        .orElseGet(() -> Value.of(instance(own.file(), own.type(), Frame.OPEN)));
                Optional<Value> found = memberOf(instances, member.name(), isCalled(member, spot.file()));
                any |= found.isPresent();
                all = found.isPresent() ? all.or(found.get()) : all;
            }
        }
        return any ? Optional.of(all) : Optional.empty();
    }

    /** That member of what the value can be; nothing where none of it has one. */
    Optional<Value> memberOf(Value object, String name) {
        return memberOf(object, name, true);
    }

    private Optional<Value> memberOf(Value object, String name, boolean called) {
        Value all = Value.none();
        boolean any = false;
        for (Atom atom : object.atoms()) {
            Optional<Value> one = memberOf(atom, name, called);
            any |= one.isPresent();
            all = all.or(one.orElse(Value.unknown(OpenReason.FIELD)));
        }
        return any ? Optional.of(all.dependingOn(object.withAtoms(List.of()))) : Optional.empty();
    }

    private Optional<Value> memberOf(Atom atom, String name, boolean called) {
        if (atom instanceof Atom.Qualified it) {
            return Optional.of(Value.of(new Atom.Qualified(it.path() + "." + name)));
        } else if (atom instanceof Atom.OwnType it) {
            Optional<Value> member = objects.ofType(it, name, called);
            boolean maker = member.isEmpty() && name.equals("new"); // Ruby's way to make an object
            return maker ? Optional.of(Value.of(atom)) : member;
        } else if (atom instanceof Atom.Instance it) {
            return objects.member(it, name, called);
        } else if (atom instanceof Atom.Entries it) {
            Value value = it.values().get(name);
            return value == null ? Optional.empty() : Optional.of(value.through(Resolution.LOCAL));
        } else if (atom instanceof Atom.Made) {
            return Optional.of(Value.of(atom).through(Resolution.LOCAL)); // a part of it: the public key of a pair
        } else if (atom instanceof Atom.OwnFunction && CALLING.contains(name)) {
            return Optional.of(Value.of(atom));
        }
        return Optional.empty();
    }
}
