package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.program.TypeDeclaration.EnumConstant;
import dev.shirube.source.program.TypeDeclaration.Field;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One class: variables of its body are its fields, and what else its body does is done where the class stands. */
final class PythonClass {
    private static final Set<String> FLAGS = Set.of("Flag", "IntFlag");

    private final PythonModule module;
    private final Syntax definition;
    private final Scope scope;
    private final DataClass data;
    private final boolean enumeration;
    private final List<Expression> supertypes = new ArrayList<>();
    private final List<Statement> around = new ArrayList<>();
    private final List<EnumConstant> constants = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Function> methods = new ArrayList<>();
    private final List<TypeDeclaration> types = new ArrayList<>();
    private final List<DataClass.Component> components = new ArrayList<>();

    PythonClass(PythonModule module, Decorated decorated, Scope outside) {
        this.module = module;
        this.definition = decorated.definition();
        this.scope = outside.inClass(name(), superclass());
        definition.get("superclasses").ifPresent(it -> supertypes(it, outside));
        this.data = new DataClass(decorated.names(), supertypes);
        this.enumeration = supertypes.stream()
                .map(PythonTypes::lastName)
                .anyMatch(it -> it.endsWith("Enum") || FLAGS.contains(it));
        definition.get("body").ifPresent(it -> members(it.children()));
    }

    /** What is done where the class stands. */
    List<Statement> around() {
        return around;
    }

    TypeDeclaration declaration() {
        boolean made = methods.stream().anyMatch(it -> it.name().equals(Function.CONSTRUCTOR));
        if (data.makesConstructor() && !made) {
            methods.add(DataClass.constructor(place(), components));
        }
        return new TypeDeclaration(place(), name(), supertypes, constants, fields, methods, types);
    }

    private Optional<Syntax> superclass() {
        return definition.get("superclasses").stream()
                .flatMap(it -> it.children().stream())
                .filter(it -> it.is("identifier", "attribute"))
                .findFirst();
    }

    private String name() {
        return definition.get("name").map(Syntax::text).orElse("");
    }

    private Place place() {
        return definition.get("name").orElse(definition).place();
    }

    private void supertypes(Syntax node, Scope outside) {
        for (Syntax child : node.children()) {
            if (child.is("keyword_argument")) {
                Expression value = module.expressions().part(child, "value", outside);
                around.add(new Statement.Evaluate(value));
            } else if (child.is("subscript")) {
                supertypes.add(PythonTypes.of(child));
            } else {
                supertypes.add(module.expressions().of(child, outside));
            }
        }
    }

    private void members(List<Syntax> nodes) {
        for (Syntax node : nodes) {
            switch (node.type()) {
                case "function_definition", "class_definition", "decorated_definition" -> member(node);
                case "expression_statement" -> {
                    if (node.children().size() == 1 && node.children().get(0).is("assignment")) {
                        field(node.children().get(0));
                    } else {
                        around.addAll(module.statements().all(List.of(node), scope));
                    }
                }
                case "if_statement",
                        "elif_clause",
                        "else_clause",
                        "try_statement",
                        "with_statement",
                        "block",
                        "ERROR" -> compound(node);
                case "except_clause", "finally_clause" -> members(node.children());
                default -> around.addAll(module.statements().all(List.of(node), scope));
            }
        }
    }

    /** Members of all branches are the class's. */
    private void compound(Syntax node) {
        for (Syntax child : node.children()) {
            if (child.is("block", "elif_clause", "else_clause", "except_clause", "finally_clause")) {
                members(child.is("block") ? child.children() : List.of(child));
            } else if (node.is("ERROR")) {
                members(List.of(child));
            } else {
                Scope here = scope.doing(around);
                around.add(new Statement.Evaluate(module.expressions().of(child, here)));
            }
        }
    }

    private void member(Syntax node) {
        Decorated decorated = Decorated.of(node);
        Scope here = scope.doing(around);
        around.addAll(module.declarations().decorators(decorated, here));
        if (decorated.definition().is("class_definition")) {
            PythonClass inner = new PythonClass(module, decorated, here);
            around.addAll(inner.around());
            types.add(inner.declaration());
        } else if (decorated.definition().is("function_definition")) {
            method(decorated, here);
        }
    }

    private void method(Decorated decorated, Scope here) {
        List<String> names = decorated.names();
        Function method = module.functions()
                .method(
                        decorated.definition(),
                        here,
                        names.contains("staticmethod"),
                        names.contains("classmethod"),
                        PythonDeclarations.yieldsOne(decorated));
        if (names.stream().anyMatch(it -> it.endsWith("property"))) {
            property(method);
        } else if (!names.contains("setter")) {
            methods.add(method);
        } else {
            methods.add(named(method, method.name() + ".fset"));
        }
    }

    /** A field whose value is what its getter gives back; Python calls that function {@code x.fget}. */
    private void property(Function method) {
        Function getter = named(method, method.name() + ".fget");
        methods.add(getter);
        Place place = method.place();
        Expression self = new Expression.This(place);
        Expression called = new Expression.Member(place, self, getter.name());
        Expression value = new Expression.Call(place, called, List.of(), false);
        fields.add(new Field(place, method.name(), method.result(), Optional.of(value), true));
    }

    private static Function named(Function method, String name) {
        return new Function(method.place(), name, method.parameters(), method.result(), method.body());
    }

    private void field(Syntax assignment) {
        List<Syntax> targets = new ArrayList<>();
        Syntax last = assignment;
        last.get("left").ifPresent(targets::add);
        while (last.get("right").filter(it -> it.is("assignment")).isPresent()) {
            last = last.get("right").get();
            last.get("left").ifPresent(targets::add);
        }
        Scope here = scope.doing(around);
        Optional<Expression> type = assignment.get("type").map(PythonTypes::of);
        Optional<Expression> value = new Assignments(module).value(last, here);
        for (int i = targets.size() - 1; i >= 0; i--) {
            Syntax target = targets.get(i);
            if (target.is("identifier")) {
                field(target, type, value);
                value = value.filter(it -> it instanceof Expression.Text || it instanceof Expression.Whole)
                        .or(() -> Optional.of(module.expressions().of(target, here)));
            } else {
                apart(target, value, here);
            }
        }
    }

    private void field(Syntax target, Optional<Expression> type, Optional<Expression> value) {
        String name = target.text();
        if (enumeration && value.isPresent() && !name.startsWith("_") && !(value.get() instanceof Expression.Lambda)) {
            constants.add(new EnumConstant(target.place(), name, arguments(value.get()), value));
        } else if (data.makesConstructor() && type.isPresent()) {
            DataClass.Component component = DataClass.component(name, type, value);
            components.add(component);
            component.other().forEach(it -> around.add(new Statement.Evaluate(it)));
            fields.add(new Field(target.place(), name, type, Optional.empty(), false));
        } else {
            fields.add(new Field(target.place(), name, type, value, false));
        }
    }

    /** A tuple is what the constructor of an enumeration's constant is given, element by element. */
    private static List<Argument> arguments(Expression value) {
        return value instanceof Expression.Sequence tuple
                ? tuple.elements().stream().map(Argument::of).toList()
                : List.of(Argument.of(value));
    }

    /** {@code a, b = 1, 2} in the body of a class. */
    private void apart(Syntax target, Optional<Expression> value, Scope here) {
        List<Syntax> targets = target.children();
        if (value.isPresent()
                && value.get() instanceof Expression.Sequence tuple
                && tuple.elements().size() == targets.size()) {
            for (int i = 0; i < targets.size(); i++) {
                if (targets.get(i).is("identifier")) {
                    field(
                            targets.get(i),
                            Optional.empty(),
                            Optional.of(tuple.elements().get(i)));
                }
            }
        } else {
            value.ifPresent(it -> around.add(new Statement.Evaluate(it)));
            targets.stream()
                    .filter(it -> it.is("identifier"))
                    .forEach(it ->
                            field(it, Optional.empty(), Optional.of(new Expression.Other(it.place(), List.of()))));
        }
    }
}
