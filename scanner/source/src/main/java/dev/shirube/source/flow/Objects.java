package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Members of types and objects of the unit itself. */
final class Objects {

    static final int MOST_SUPERTYPES = 8;

    private final Evaluator evaluator;
    private final Map<TypeDeclaration, FieldWrites> writes = new IdentityHashMap<>();
    private final Constructed constructed;
    private final Outside outside;

    Objects(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.constructed = new Constructed(evaluator);
        this.outside = new Outside(evaluator);
    }

    static boolean declares(TypeDeclaration type, String name) {
        return type.fields().stream().anyMatch(it -> it.name().equals(name))
                || type.enumerations().stream().anyMatch(it -> it.name().equals(name))
                || type.methods().stream().anyMatch(it -> it.name().equals(name));
    }

    /** A member of the type itself: a constant, a static field, a function, a type in it. */
    Optional<Value> ofType(Atom.OwnType own, String name) {
        return ofType(own, name, true);
    }

    Optional<Value> ofType(Atom.OwnType own, String name, boolean called) {
        TypeDeclaration type = own.type();
        for (TypeDeclaration.EnumConstant constant : type.enumerations()) {
            if (constant.name().equals(name)) {
                return Optional.of(Value.of(enumerated(own, constant)));
            }
        }
        for (TypeDeclaration inner : type.types()) {
            if (inner.name().equals(name)) {
                return Optional.of(Value.of(new Atom.OwnType(own.file(), inner)));
            }
        }
        return member(
                new Atom.Instance(own.file(), type, Frame.OPEN, Optional.empty(), Collections.emptySortedMap()),
                name,
                called);
    }

    private Atom enumerated(Atom.OwnType own, TypeDeclaration.EnumConstant constant) {
        List<Function> constructors =
                constructors(own.type(), constant.arguments().size());
        Frame frame = constructors.isEmpty()
                ? Frame.OPEN
                : Frame.OPEN.call(constructors.get(0), constant.arguments(), own.file(), Frame.OPEN, Optional.empty());
        return new Atom.Instance(own.file(), own.type(), frame, Optional.of(constant), Collections.emptySortedMap());
    }

    /** Constructors of the type that take so many arguments, or any where none does. */
    static List<Function> constructors(TypeDeclaration type, int arguments) {
        List<Function> all = type.methods().stream()
                .filter(it -> it.name().equals(Function.CONSTRUCTOR))
                .toList();
        List<Function> fitting =
                all.stream().filter(it -> it.parameters().size() == arguments).toList();
        return fitting.isEmpty() ? all : fitting;
    }

    /** Constructors that make an object of the type: where it has none of its own, those of what it extends. */
    List<Function> constructors(Atom.OwnType own, int arguments) {
        Atom.OwnType at = own;
        for (int depth = 0; depth < MOST_SUPERTYPES; depth++) {
            List<Function> constructors = constructors(at.type(), arguments);
            Optional<Atom.OwnType> supertype = constructors.isEmpty() ? supertype(at) : Optional.empty();
            if (supertype.isEmpty()) {
                return constructors;
            }
            at = supertype.get();
        }
        return List.of();
    }

    private Optional<Atom.OwnType> supertype(Atom.OwnType own) {
        for (Expression supertype : own.type().supertypes()) {
            for (Atom atom : evaluator.settled(supertype, Spot.open(own.file())).atoms()) {
                if (atom instanceof Atom.OwnType it && it.type() != own.type()) {
                    return Optional.of(it);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A field or method of an object; nothing where its type declares none, as far as it is seen.
     *
     * @param called whether the member is called: a field may have the name of a method
     */
    Optional<Value> member(Atom.Instance object, String name, boolean called) {
        return member(object, object.file(), object.type(), new Wanted(name, called), 0);
    }

    /** Whether the object is of that type or of a subtype of it. */
    boolean isA(Atom.Instance object, TypeDeclaration type) {
        return isA(object.file(), object.type(), type, 0);
    }

    private boolean isA(FileIndex file, TypeDeclaration own, TypeDeclaration wanted, int depth) {
        if (own == wanted) {
            return true;
        }
        for (Expression supertype : depth < MOST_SUPERTYPES ? own.supertypes() : List.<Expression>of()) {
            for (Atom atom : evaluator.settled(supertype, Spot.open(file)).atoms()) {
                if (atom instanceof Atom.OwnType it && isA(it.file(), it.type(), wanted, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A member that is asked for. */
    private record Wanted(String name, boolean called) {}

    private Optional<Value> member(
            Atom.Instance object, FileIndex file, TypeDeclaration type, Wanted wanted, int depth) {
        String name = wanted.name();
        if (object.constant().isPresent() && depth == 0) {
            TypeDeclaration.EnumConstant constant = object.constant().get();
            if (name.equals("name") || name.equals("Name")) {
                return Optional.of(Value.text(constant.name()).through(Resolution.FIELD));
            } else if (name.equals("value") && constant.value().isPresent()) {
                return Optional.of(
                        evaluator.eval(constant.value().get(), Spot.open(file)).through(Resolution.FIELD));
            }
        }
        Optional<TypeDeclaration> body =
                object.constant().filter(it -> depth == 0).flatMap(TypeDeclaration.EnumConstant::body);
        if (body.isPresent() && declares(body.get(), name)) {
            return member(object, file, body.get(), wanted, depth + 1);
        }
        List<Function> methods = methods(file, type, name);
        Value given = object.given().get(name);
        if (given != null && (methods.isEmpty() || !wanted.called())) {
            return Optional.of(given.through(Resolution.FIELD));
        }
        boolean hidden = !wanted.called()
                && type.fields().stream().anyMatch(it -> it.name().equals(name));
        if (!methods.isEmpty() && !hidden) {
            Value all = Value.none();
            for (Function method : methods) {
                all = all.or(
                        Value.of(new Atom.OwnFunction(file, method, Optional.of(Value.of(object)), object.frame())));
            }
            return Optional.of(all);
        }
        Optional<Value> field = field(object, file, type, name);
        if (field.isPresent() || depth >= MOST_SUPERTYPES) {
            return field;
        }
        for (Expression supertype : type.supertypes()) {
            Value embedded = object.given().get(FileIndex.receiverName(supertype));
            if (embedded != null) { // an object within the object, whose members are its own, too (Go)
                return evaluator.memberOf(embedded, name);
            }
            for (Atom atom : evaluator.settled(supertype, Spot.open(file)).atoms()) {
                if (atom instanceof Atom.OwnType own && own.type() != type) {
                    Optional<Value> inherited = member(object, own.file(), own.type(), wanted, depth + 1);
                    if (inherited.isPresent()) {
                        return inherited;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Methods of that name: those in the type, and those that the file declares outside for it. */
    static List<Function> methods(FileIndex file, TypeDeclaration type, String name) {
        List<Function> methods = new ArrayList<>();
        for (Function method : type.methods()) {
            if (method.name().equals(name)) {
                methods.add(method);
            }
        }
        for (Function function : file.functions(name)) {
            if (function.receiver()
                    .filter(it -> FileIndex.receiverName(it).equals(type.name()))
                    .isPresent()) {
                methods.add(function);
            }
        }
        return methods;
    }

    private Optional<Value> field(Atom.Instance object, FileIndex file, TypeDeclaration type, String name) {
        Optional<TypeDeclaration.Field> declared =
                type.fields().stream().filter(it -> it.name().equals(name)).findFirst();
        Value value = Value.none();
        boolean any = false;
        if (declared.isPresent()) {
            TypeDeclaration.Field field = declared.get();
            if (field.configuration().isPresent()) {
                value = value.or(
                        evaluator.settings().injected(field.configuration().get(), file));
                any = true;
            }
            if (field.initial().isPresent()) {
                value = value.or(initial(object, file, field.initial().get()));
                any = true;
                if (field.fixed()) {
                    return Optional.of(value.through(Resolution.FIELD));
                }
            }
        }
        for (FieldWrites.Written assignment : writes(file, type).of(name)) {
            boolean constructor = assignment.function().name().equals(Function.CONSTRUCTOR);
            Optional<Frame> frame = constructor && object.frame() != Frame.OPEN
                    ? constructed.frame(object, assignment.function())
                    : Optional.of(Frame.OPEN);
            if (frame.isEmpty() && type != object.type()) {
                frame = Optional.of(Frame.OPEN); // whoever calls the constructor of the supertype
            }
            if (frame.isPresent()) {
                Spot there = new Spot(file, frame.get());
                value = value.or(
                        assignment.steps().isEmpty()
                                ? evaluator.eval(assignment.value(), there)
                                : evaluator.operations().part(assignment.value(), assignment.steps(), there));
                any = true;
            }
        }
        for (Outside.Written assignment : outside.assignments(file, type, name)) {
            value = value.or(evaluator.eval(assignment.value(), Spot.open(file)));
            any = true;
        }
        if (declared.isPresent() && object.given().isEmpty() && object.frame() == Frame.OPEN) {
            Value made = made(file, type, name);
            any |= !made.equals(Value.none());
            value = value.or(made);
        }
        if (any) {
            return Optional.of(filled(value, file, type, name).through(Resolution.FIELD));
        }
        return declared.isPresent() ? Optional.of(Value.unknown(OpenReason.FIELD)) : Optional.empty();
    }

    /** The value that the field begins with; of a property, what its getter gives back of that object. */
    private Value initial(Atom.Instance object, FileIndex file, Expression initial) {
        boolean known = object.frame() != Frame.OPEN
                || object.constant().isPresent()
                || !object.given().isEmpty();
        if (known
                && initial instanceof Expression.Call call
                && call.callee() instanceof Expression.Member getter
                && getter.object() instanceof Expression.This) {
            Optional<Value> function = member(object, getter.name(), true);
            if (function.isPresent() && function.get().all(Atom.OwnFunction.class::isInstance)) {
                return evaluator.invocations().called(function.get(), call, Spot.open(file));
            }
        }
        return evaluator.eval(initial, Spot.open(file));
    }

    /** Collections with what methods put into them: {@code this.keys[name] = key}, {@code this.names.add(name)}. */
    private Value filled(Value value, FileIndex file, TypeDeclaration type, String name) {
        List<FieldWrites.Put> puts = writes(file, type).into(name);
        boolean collection =
                value.atoms().stream().anyMatch(it -> it instanceof Atom.Elements || it instanceof Atom.Entries);
        if (puts.isEmpty() || puts.size() > Value.MOST || !collection) {
            return value;
        }
        List<Value> all = new ArrayList<>();
        TreeMap<String, Value> byKey = new TreeMap<>();
        for (FieldWrites.Put put : puts) {
            Value given = evaluator.eval(put.value(), Spot.open(file));
            all.add(given);
            byKey.merge(put.key().orElse("[" + all.size() + "]"), given, Value::or);
        }
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Elements it && !it.values().isEmpty()) {
                List<Value> longer = new ArrayList<>(it.values());
                all.stream().filter(one -> !longer.contains(one)).forEach(longer::add);
                atoms.add(new Atom.Elements(longer));
            } else if (atom instanceof Atom.Elements) {
                boolean keyed = puts.stream().anyMatch(put -> put.key().isPresent());
                atoms.add(keyed ? new Atom.Entries(byKey, true) : new Atom.Elements(all));
            } else if (atom instanceof Atom.Entries it) {
                TreeMap<String, Value> more = new TreeMap<>(byKey);
                it.values().forEach((key, before) -> more.merge(key, before, Value::or));
                atoms.add(new Atom.Entries(more, true));
            } else {
                atoms.add(atom);
            }
        }
        return value.withAtoms(atoms);
    }

    /** What a field is given where objects of its type are written out; nothing where none is. */
    private Value made(FileIndex file, TypeDeclaration type, String name) {
        if (!constructors(type, 0).isEmpty()) {
            return Value.none();
        }
        Value made = made(file, type, name, file);
        if (made.equals(Value.none())) {
            Program.Others others = evaluator.program().using(type.name(), file);
            for (FileIndex other : others.files()) {
                made = made.or(made(file, type, name, other));
            }
            made = others.all() || made.equals(Value.none()) ? made : made.open(OpenReason.BUDGET.id());
        }
        return made;
    }

    private Value made(FileIndex file, TypeDeclaration type, String name, FileIndex by) {
        Value made = Value.none();
        for (Expression.Call call : by.calls(type.name())) {
            Optional<Expression> given = call.makes() ? given(call, type, name) : Optional.empty();
            boolean same = given.isPresent()
                    && evaluator.settled(call.callee(), Spot.open(by)).atoms().stream()
                            .anyMatch(it -> it instanceof Atom.OwnType own && own.type() == type);
            if (same) {
                made = made.or(evaluator.eval(given.get(), Spot.open(by)));
            }
        }
        return made;
    }

    private static Optional<Expression> given(Expression.Call call, TypeDeclaration type, String name) {
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression.Argument argument = call.arguments().get(i);
            boolean byPosition = argument.name().isEmpty()
                    && i < type.fields().size()
                    && type.fields().get(i).name().equals(name);
            if (byPosition || argument.name().filter(name::equals).isPresent()) {
                return Optional.of(argument.value());
            }
        }
        return Optional.empty();
    }

    private FieldWrites writes(FileIndex file, TypeDeclaration type) {
        return writes.computeIfAbsent(type, it -> new FieldWrites(file, it));
    }
}
