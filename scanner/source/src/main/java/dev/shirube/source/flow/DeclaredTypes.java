package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types that code declares, or lets be seen, for what its expressions are. */
final class DeclaredTypes {
    private static final Set<String> MAKERS = Set.of("create", "builder", "newBuilder", "custom", "newInstance");

    private final Evaluator evaluator;
    private final Map<Expression, Optional<Value>> found = new IdentityHashMap<>();

    DeclaredTypes(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The type that the code declares for what the expression is; nothing where it declares none. */
    Optional<Value> of(Expression expression, Spot spot) {
        Optional<Value> known = found.get(expression);
        if (known != null) {
            return known;
        }
        found.put(expression, Optional.empty()); // what is made of itself has no type of its own
        Optional<Value> type = declaredType(expression, spot);
        found.put(expression, type);
        return type;
    }

    private Optional<Value> declaredType(Expression expression, Spot spot) {
        if (expression instanceof Expression.Cast it) {
            return it.type().isPresent() ? it.type().map(type -> evaluator.eval(type, spot)) : of(it.of(), spot);
        } else if (expression instanceof Expression.Address it) {
            return of(it.of(), spot);
        } else if (expression instanceof Expression.This) {
            return spot.file()
                    .functionAround(expression)
                    .flatMap(Function::receiver)
                    .map(type -> evaluator.eval(type, Spot.open(spot.file())));
        } else if (expression instanceof Expression.Name it) {
            Names.Binding binding = evaluator.binding(it.name(), it, spot.file());
            if (binding instanceof Names.Binding.Parameter parameter) {
                return parameter
                        .function()
                        .parameters()
                        .get(parameter.index())
                        .type()
                        .map(type -> evaluator.eval(type, spot));
            } else if (binding instanceof Names.Binding.Variable variable) {
                return variableType(it.name(), variable.body())
                        .map(type -> evaluator.eval(type, spot))
                        .or(() -> madeType(it.name(), variable.body(), spot));
            } else if (binding instanceof Names.Binding.OwnMember member) {
                return fieldType(spot.file(), member.type(), it.name(), 0)
                        .or(() -> field(member.type(), it.name())
                                .flatMap(TypeDeclaration.Field::initial)
                                .flatMap(initial -> of(initial, spot)));
            } else if (binding instanceof Names.Binding.Free) {
                return inherited(it, spot);
            }
        } else if (expression instanceof Expression.Member it) {
            for (Atom atom : evaluator.settled(it.object(), spot).atoms()) {
                if (atom instanceof Atom.Instance instance) {
                    return fieldType(instance.file(), instance.type(), it.name(), 0);
                }
            }
            return of(it.object(), spot).filter(this::isKnownType); // a part of it, as of what was made
        } else if (expression instanceof Expression.Call it) {
            boolean maker = it.callee() instanceof Expression.Member member
                    && member.name().equals("new");
            Value made = evaluator.eval(maker ? ((Expression.Member) it.callee()).object() : it.callee(), spot);
            if (isKnownType(made)) {
                return Optional.of(made);
            }
            for (Atom atom : evaluator.settled(it.callee(), spot).atoms()) {
                if (atom instanceof Atom.OwnFunction own
                        && own.function().result().isPresent()) {
                    return Optional.of(evaluator.eval(own.function().result().get(), Spot.open(own.file())));
                }
            }
            return it.callee() instanceof Expression.Member member
                    ? made(member, spot)
                            .or(() -> of(member.object(), spot).filter(this::isKnownType)) // as of what was made
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** The type that is written where the variable, parameter or field is declared; nothing is followed. */
    Optional<Value> written(Expression expression, Spot spot) {
        if (expression instanceof Expression.Cast it) {
            return it.type().map(type -> evaluator.eval(type, spot));
        } else if (expression instanceof Expression.Member it && it.object() instanceof Expression.This) {
            return spot.file()
                    .typeAround(it)
                    .flatMap(type -> field(type, it.name()))
                    .flatMap(TypeDeclaration.Field::type)
                    .map(type -> evaluator.eval(type, spot));
        } else if (!(expression instanceof Expression.Name)) {
            return Optional.empty();
        }
        String name = ((Expression.Name) expression).name();
        Names.Binding binding = evaluator.binding(name, expression, spot.file());
        Optional<Expression> type = Optional.empty();
        if (binding instanceof Names.Binding.Parameter it) {
            type = it.function().parameters().get(it.index()).type();
        } else if (binding instanceof Names.Binding.Variable it) {
            type = variableType(name, it.body());
        } else if (binding instanceof Names.Binding.OwnMember it) {
            type = field(it.type(), name).flatMap(TypeDeclaration.Field::type);
        }
        return type.map(it -> evaluator.eval(it, spot));
    }

    /** What a type's own function makes that has the name of one that makes an object of it, or a builder for such. */
    private Optional<Value> made(Expression.Member callee, Spot spot) {
        if (!MAKERS.contains(callee.name())) {
            return Optional.empty();
        }
        Value type = evaluator.eval(callee.object(), spot);
        if (type.atoms().size() != 1 || !(type.atoms().get(0) instanceof Atom.Qualified it)) {
            return Optional.empty();
        }
        return Stream.of(it.path() + ".Builder", it.path())
                .filter(evaluator.known()::isOwner)
                .findFirst()
                .map(path -> Value.of(new Atom.Qualified(path)));
    }

    /** Whether it is nothing but a type of the catalogue: to call it is to make an object of it. */
    private boolean isKnownType(Value value) {
        return value.all(
                it -> it instanceof Atom.Qualified type && evaluator.known().isOwner(type.path()));
    }

    /** The type of a field that a type around the name has from its supertypes. */
    private Optional<Value> inherited(Expression.Name name, Spot spot) {
        Optional<TypeDeclaration> type = evaluator.seesMembers() ? spot.file().typeAround(name) : Optional.empty();
        while (type.isPresent()) {
            Optional<Value> declared = fieldType(spot.file(), type.get(), name.name(), 0);
            if (declared.isPresent()) {
                return declared;
            }
            type = spot.file().typeAround(type.get());
        }
        return Optional.empty();
    }

    /** The declared type of a field of that type or of its supertypes. */
    private Optional<Value> fieldType(FileIndex file, TypeDeclaration type, String name, int depth) {
        Optional<TypeDeclaration.Field> own = field(type, name);
        if (own.isPresent()) {
            return own.get().type().map(it -> evaluator.eval(it, Spot.open(file)));
        }
        for (Expression supertype : depth < Objects.MOST_SUPERTYPES ? type.supertypes() : List.<Expression>of()) {
            for (Atom atom : evaluator.settled(supertype, Spot.open(file)).atoms()) {
                if (atom instanceof Atom.OwnType it && it.type() != type) {
                    Optional<Value> found = fieldType(it.file(), it.type(), name, depth + 1);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a field of that name is declared with a type of that name. */
    boolean isLikeItsType(String name, TypeDeclaration type) {
        return field(type, name)
                .flatMap(TypeDeclaration.Field::type)
                .filter(it -> FileIndex.receiverName(it).equals(name))
                .isPresent();
    }

    private static Optional<TypeDeclaration.Field> field(TypeDeclaration type, String name) {
        return type.fields().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The type of a variable that is declared without one: of the object that it is made with, or is taken for. */
    private Optional<Value> madeType(String name, Object node, Spot spot) {
        Optional<Expression> value = Optional.empty();
        if (node instanceof Statement.Assign assign && isNamed(assign.target(), name)) {
            value = assign.value();
        } else if (node instanceof Expression.Assigned assigned && isNamed(assigned.target(), name)) {
            value = Optional.of(assigned.value());
        }
        if (value.filter(it -> it instanceof Expression.Call || it instanceof Expression.Cast)
                .isPresent()) {
            return of(value.get(), spot);
        }
        for (Object child : node instanceof ProgramFile ? List.of() : Children.of(node)) {
            Optional<Value> type = child instanceof Function ? Optional.empty() : madeType(name, child, spot);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(Expression target, String name) {
        return target instanceof Expression.Name it && it.name().equals(name);
    }

    private static Optional<Expression> variableType(String name, Object node) {
        if (node instanceof Statement.Assign assign
                && assign.type().isPresent()
                && assign.target() instanceof Expression.Name it
                && it.name().equals(name)) {
            return assign.type();
        } else if (node instanceof Expression || node instanceof ProgramFile) {
            return Optional.empty();
        }
        for (Object child : Children.of(node)) {
            Optional<Expression> type = child instanceof Function ? Optional.empty() : variableType(name, child);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }
}
