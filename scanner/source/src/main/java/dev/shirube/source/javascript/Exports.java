package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a file gives to others: each export is a name at its top, the default one is called {@code default}. */
final class Exports {
    static final String DEFAULT = "default";

    private final Script script;
    private final Set<String> declared = new HashSet<>();

    Exports(Script script, Syntax root) {
        this.script = script;
        for (Syntax child : root.children()) {
            Syntax node =
                    child.is("export_statement") ? child.get("declaration").orElse(child) : child;
            node.get("name").ifPresent(it -> declared.add(it.text()));
            node.children("variable_declarator")
                    .forEach(it -> it.get("name").ifPresent(name -> declared.add(name.text())));
        }
    }

    /** {@code export …}. */
    List<Statement> of(Syntax node) {
        Optional<Syntax> source = node.get("source");
        if (source.isPresent()) {
            return script.modules.reexports(node, source.get());
        }
        List<Statement> found = new ArrayList<>();
        node.getAll("decorator").forEach(it -> found.add(script.classes.decorator(it)));
        Optional<Syntax> declaration = node.get("declaration");
        if (declaration.isPresent()) {
            found.addAll(declared(node, declaration.get()));
            return found;
        }
        for (Syntax part : node.children()) {
            if (part.is("export_clause")) {
                part.children("export_specifier").forEach(it -> renamed(it).ifPresent(found::add));
            } else if (!part.is("decorator")) {
                found.addAll(assigned(part, DEFAULT, part));
            }
        }
        return found;
    }

    private List<Statement> declared(Syntax node, Syntax declaration) {
        if (!node.has(DEFAULT)) {
            return script.statements.of(declaration);
        }
        Optional<Syntax> name = declaration.get("name");
        if (name.isEmpty()) {
            return assigned(declaration, DEFAULT, declaration);
        }
        List<Statement> found = new ArrayList<>(script.statements.of(declaration));
        found.add(assign(
                node,
                DEFAULT,
                new Expression.Name(name.get().place(), name.get().text())));
        return found;
    }

    private Optional<Statement> renamed(Syntax specifier) {
        Syntax name = specifier.get("name").orElse(specifier);
        Optional<Syntax> alias = specifier.get("alias").filter(it -> !it.text().equals(name.text()));
        return alias.map(it -> assign(specifier, it.text(), new Expression.Name(name.place(), name.text())));
    }

    private static Statement assign(Syntax node, String name, Expression value) {
        return new Statement.Assign(
                node.place(), new Expression.Name(node.place(), name), Optional.empty(), Optional.of(value), true);
    }

    /** The name of the export that the expression is in the manner of CommonJS; nothing where it is none. */
    Optional<String> name(Syntax target) {
        if (!target.is("member_expression")) {
            return Optional.empty();
        }
        String object = target.get("object").map(Syntax::text).orElse("");
        String member = target.get("property").map(Syntax::text).orElse("");
        if (object.equals("module") && member.equals("exports")) {
            return Optional.of(DEFAULT);
        }
        boolean exports = object.equals("exports") || object.equals("module.exports");
        return exports && !declared.contains(member) ? Optional.of(member) : Optional.empty();
    }

    /** {@code exports.a = …}, {@code module.exports = …}; nothing where the target is something else. */
    Optional<List<Statement>> assigned(Syntax target, Syntax value) {
        return name(target).map(it -> assigned(target, it, value));
    }

    private List<Statement> assigned(Syntax node, String name, Syntax value) {
        if (name.equals(DEFAULT) && value.is("object")) {
            return members(node, value);
        }
        Optional<String> own = value.get("name").map(Syntax::text).filter(it -> name.equals(DEFAULT));
        Optional<Statement> definition = script.functions.definition(own.orElse(name), value);
        if (definition.isPresent()) {
            List<Statement> found = new ArrayList<>();
            found.add(definition.get());
            own.ifPresent(it -> found.add(assign(node, DEFAULT, new Expression.Name(value.place(), it))));
            return found;
        }
        if (value.is("class")) {
            return script.classes.definition(value, name);
        }
        Optional<String> module = script.modules.path(value);
        if (module.isPresent()) {
            return script.modules.alias(node, module.get(), name);
        }
        if (value.is("assignment_expression")) { // module.exports = exports = …
            List<Statement> found = new ArrayList<>(script.statements.assignment(value));
            value.get("left").ifPresent(it -> found.add(assign(node, name, script.expressions.of(it))));
            return found;
        }
        Expression exported = script.expressions.of(value);
        boolean nothing = exported instanceof Expression.Nothing
                || (exported instanceof Expression.Name same && same.name().equals(name));
        return nothing ? List.of() : List.of(assign(node, name, exported));
    }

    /** Each member of the exported object by itself, and the object of them. */
    private List<Statement> members(Syntax node, Syntax object) {
        List<Statement> found = new ArrayList<>();
        List<Expression.Entry> entries = new ArrayList<>();
        for (Expression.Entry entry : script.expressions.entries(object)) {
            if (entry.key() instanceof Expression.Text key && !declared.contains(key.value())) {
                Expression.Name name = new Expression.Name(key.place(), key.value());
                boolean same = entry.value() instanceof Expression.Name value
                        && value.name().equals(name.name());
                if (entry.value() instanceof Expression.Lambda lambda) {
                    found.add(new Statement.DefineFunction(Functions.named(lambda.function(), key.value())));
                } else if (!same) {
                    found.add(assign(node, key.value(), entry.value()));
                }
                entries.add(new Expression.Entry(key, name));
            } else {
                entries.add(entry);
            }
        }
        found.add(assign(node, DEFAULT, new Expression.Mapping(object.place(), entries)));
        return found;
    }
}
