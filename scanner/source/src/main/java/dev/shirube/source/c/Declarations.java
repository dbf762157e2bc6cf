package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Variables, other names for types and namespaces, and what is included. */
final class Declarations {
    private final Lowering lowering;

    Declarations(Lowering lowering) {
        this.lowering = lowering;
    }

    /**
     * The variables of a declaration; nothing for functions, which have no body here.
     *
     * @param inside whether it stands in a function, where what looks like the parameters of a function rather makes an object
     */
    List<Statement> variables(Syntax node, boolean inside) {
        List<Statement> variables = new ArrayList<>();
        Optional<Syntax> type = node.get("type");
        if (type.isEmpty()) {
            return variables;
        }
        for (Syntax declarator : node.getAll("declarator")) {
            variable(node, type.get(), declarator, inside).ifPresent(variables::add);
        }
        return variables;
    }

    private Optional<Statement> variable(Syntax node, Syntax type, Syntax declarator, boolean inside) {
        Declarator declared = Declarator.of(declarator);
        Optional<Syntax> lambda = declarator.get("value").filter(it -> it.is("lambda_expression"));
        if (lambda.isPresent() && declared.target().is("identifier")) {
            return Optional.of(new Statement.DefineFunction(lowering.functions.lambda(lambda.get(), declared.name())));
        }
        Place made = node.placeAt(Names.token(type));
        Optional<Expression> value =
                declarator.get("value").or(() -> node.get("value")).map(it -> value(made, type, declared, it));
        if (declared.isFunction() && value.isEmpty()) {
            Optional<List<Argument>> arguments =
                    inside && lowering.cpp ? new Vexing(lowering).arguments(type, declared) : Optional.empty();
            if (arguments.isEmpty()) {
                return Optional.empty();
            }
            value = Optional.of(lowering.making.of(made, type, arguments.get()));
        } else if (value.isEmpty() && isExtern(node)) {
            return Optional.empty(); // another file says what it is
        } else if (value.isEmpty() && isObject(type, declared)) {
            value = Optional.of(lowering.making.unset(made, type));
        }
        return Optional.of(new Statement.Assign(
                declarator.place(), target(declared), lowering.names.type(type), value, !isMember(declared)));
    }

    private static boolean isExtern(Syntax node) {
        return node.children("storage_class_specifier").stream()
                .anyMatch(it -> it.text().equals("extern"));
    }

    /** Whether a declaration of a variable by itself makes an object of a class. */
    private boolean isObject(Syntax type, Declarator declared) {
        return !declared.pointer()
                && declared.arrays() == 0
                && !lowering.known.isScalar(type)
                && !type.is("macro_type_specifier");
    }

    private static boolean isMember(Declarator declared) {
        return declared.target().is("qualified_identifier");
    }

    private Expression target(Declarator declared) {
        if (!declared.target().is("structured_binding_declarator")) {
            return lowering.names.of(declared.target());
        }
        List<Expression> names = new ArrayList<>();
        declared.target().children().forEach(it -> names.add(Names.name(it)));
        return new Expression.Sequence(declared.target().place(), names);
    }

    private Expression value(Place made, Syntax type, Declarator declared, Syntax value) {
        boolean list = value.is("initializer_list");
        if (declared.pointer() || type.is("placeholder_type_specifier")) {
            List<Syntax> children = value.children();
            boolean single = (list || value.is("argument_list")) && children.size() == 1 && declared.arrays() == 0;
            if (single) {
                return lowering.expressions.of(children.get(0));
            }
            Optional<Syntax> known = declared.pointer() ? Optional.empty() : Optional.of(type);
            return list ? lowering.making.list(value, known, declared.arrays()) : lowering.expressions.of(value);
        } else if (list) {
            return lowering.making.list(made, value, Optional.of(type), declared.arrays());
        }
        return value.is("argument_list") ? lowering.making.of(made, type, value) : lowering.expressions.of(value);
    }

    /** The file that is included, as written between the quotes or brackets. */
    static Optional<Import> included(Syntax node) {
        return node.get("path")
                .map(Syntax::text)
                .filter(it -> it.length() > 2)
                .map(it -> Import.all(node.place(), it.substring(1, it.length() - 1)));
    }

    /** {@code using X}, {@code using namespace X}, {@code using X = Y}, {@code namespace X = Y}, {@code typedef Y X}. */
    List<Import> imports(Syntax node) {
        List<Import> imports = new ArrayList<>();
        switch (node.type()) {
            case "using_declaration" -> {
                String path = node.children().isEmpty()
                        ? ""
                        : Names.path(lowering.names.of(node.children().get(0)));
                if (node.has("namespace")) {
                    imports.add(Import.all(node.place(), path));
                } else if (path.contains(".")) {
                    imports.add(Import.of(node.place(), path, path.substring(path.lastIndexOf('.') + 1)));
                }
            }
            case "alias_declaration" ->
                node.get("name").ifPresent(name -> alias(node, name, node.get("type"), imports));
            case "namespace_alias_definition" -> {
                List<Syntax> parts = node.children();
                node.get("name")
                        .ifPresent(name -> alias(node, name, Optional.of(parts.get(parts.size() - 1)), imports));
            }
            case "type_definition" -> {
                for (Syntax declarator : node.getAll("declarator")) {
                    Declarator declared = Declarator.of(declarator);
                    if (!declared.isFunction() && declared.target().is("type_identifier")) {
                        alias(node, declared.target(), node.get("type"), imports);
                    }
                }
            }
            default -> {}
        }
        return imports;
    }

    private void alias(Syntax node, Syntax name, Optional<Syntax> type, List<Import> imports) {
        Optional<Expression> meant = type.map(lowering.names::of);
        String path = meant.map(Names::path).orElse("").replace("::", ".");
        if (!path.isEmpty() && !path.equals(name.text())) {
            imports.add(Import.of(node.place(), path, name.text()));
        }
    }
}
