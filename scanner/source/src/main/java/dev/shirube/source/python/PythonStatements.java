package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Statements; what expressions in them need done before is put before them. */
final class PythonStatements {
    private final PythonModule module;
    private final Assignments assignments;
    private final Selections selections;

    PythonStatements(PythonModule module) {
        this.module = module;
        this.assignments = new Assignments(module);
        this.selections = new Selections(module);
    }

    /** The statements in a block, a clause with a block, or nothing. */
    Statement.Block block(Optional<Syntax> node, Scope scope) {
        return node.map(it -> new Statement.Block(all(it.children(), scope))).orElse(Statement.Block.EMPTY);
    }

    /** All of these, each with what must be done before it. */
    List<Statement> all(List<Syntax> nodes, Scope scope) {
        List<Statement> statements = new ArrayList<>();
        for (Syntax node : nodes) {
            Scope here = scope.doing(new ArrayList<>());
            List<Statement> own = of(node, here);
            statements.addAll(here.before());
            statements.addAll(own);
        }
        return statements;
    }

    private List<Statement> of(Syntax node, Scope scope) {
        return switch (node.type()) {
            case "expression_statement" -> expression(node, scope);
            case "assignment", "augmented_assignment", "type_alias_statement" -> assignments.of(node, scope);
            case "return_statement" ->
                List.of(new Statement.Return(
                        node.place(),
                        node.children().stream()
                                .findFirst()
                                .map(it -> expressions().of(it, scope))));
            case "raise_statement", "break_statement", "continue_statement" ->
                List.of(new Statement.Leave(node.place(), expressions().all(node, scope)));
            case "if_statement" -> List.of(branch(node, alternatives(node), scope));
            case "for_statement", "while_statement" -> loop(node, scope);
            case "try_statement" -> List.of(attempt(node, scope));
            case "with_statement" -> with(node, scope);
            case "match_statement" -> List.of(selections.of(node, scope));
            case "function_definition", "class_definition", "decorated_definition" ->
                module.declarations().of(node, scope);
            case "import_statement", "import_from_statement" -> module.include(node);
            case "block", "module", "ERROR" -> all(node.children(), scope);
            case "pass_statement", "global_statement", "nonlocal_statement", "future_import_statement", "comment" ->
                List.of();
            default -> List.of(new Statement.Evaluate(expressions().of(node, scope)));
        };
    }

    private PythonExpressions expressions() {
        return module.expressions();
    }

    private List<Statement> expression(Syntax node, Scope scope) {
        List<Syntax> children = node.children();
        if (children.size() == 1 && children.get(0).is("assignment", "augmented_assignment")) {
            return assignments.of(children.get(0), scope);
        } else if (children.size() == 1 && children.get(0).is("string", "ellipsis")) {
            return List.of(); // a text that explains what it stands at
        }
        return expressions().all(node, scope).stream()
                .<Statement>map(Statement.Evaluate::new)
                .toList();
    }

    private static List<Syntax> alternatives(Syntax node) {
        return node.children("elif_clause", "else_clause");
    }

    private Statement branch(Syntax node, List<Syntax> alternatives, Scope scope) {
        Expression condition = expressions().part(node, "condition", scope);
        Statement.Block then = block(node.get("consequence"), scope);
        Statement.Block otherwise = Statement.Block.EMPTY;
        if (!alternatives.isEmpty()) {
            Syntax next = alternatives.get(0);
            otherwise = next.is("else_clause")
                    ? block(next.get("body"), scope)
                    : sequel(scope, here -> branch(next, alternatives.subList(1, alternatives.size()), here));
        }
        return new Statement.Branch(node.place(), condition, then, otherwise);
    }

    private interface Reading {
        Statement of(Scope scope);
    }

    /** The statement with what must be done before it, and only there. */
    private static Statement.Block sequel(Scope scope, Reading reading) {
        Scope here = scope.doing(new ArrayList<>());
        Statement own = reading.of(here);
        List<Statement> statements = new ArrayList<>(here.before());
        statements.add(own);
        return new Statement.Block(statements);
    }

    private List<Statement> loop(Syntax node, Scope scope) {
        List<Statement> statements = new ArrayList<>();
        Supplier<Statement.Block> body = () -> block(node.get("body"), scope);
        if (node.is("for_statement")) {
            Optional<Expression> variable =
                    node.get("left").map(it -> expressions().of(it, scope));
            List<Expression> over = node.getAll("right").stream()
                    .map(it -> expressions().of(it, scope))
                    .toList();
            Expression all = over.size() == 1 ? over.get(0) : new Expression.Sequence(node.place(), over);
            statements.add(module.loops().over(node.place(), variable, all, body.get()));
        } else {
            Expression condition = expressions().part(node, "condition", scope);
            Statement.Block head = new Statement.Block(List.of(new Statement.Evaluate(condition)));
            statements.add(new Statement.Loop(node.place(), Optional.empty(), Optional.empty(), head, body.get()));
        }
        node.first("else_clause").ifPresent(it -> statements.add(block(it.get("body"), scope)));
        return statements;
    }

    private Statement attempt(Syntax node, Scope scope) {
        List<Statement> body = new ArrayList<>(block(node.get("body"), scope).statements());
        node.first("else_clause")
                .ifPresent(it -> body.addAll(block(it.get("body"), scope).statements()));
        List<Statement.Block> handlers = node.children("except_clause", "except_group_clause").stream()
                .map(it -> handler(it, scope))
                .toList();
        Statement.Block last = block(node.first("finally_clause").flatMap(it -> it.first("block")), scope);
        return new Statement.Attempt(node.place(), new Statement.Block(body), handlers, last);
    }

    private Statement.Block handler(Syntax node, Scope scope) {
        List<Statement> statements = new ArrayList<>();
        for (Syntax child : node.children()) {
            if (child.is("block")) {
                statements.addAll(all(child.children(), scope));
            } else if (child.is("as_pattern")) {
                child.get("alias")
                        .ifPresent(it -> statements.add(given(it, expressions().other(child, scope), scope)));
            } else {
                statements.add(new Statement.Evaluate(expressions().of(child, scope)));
            }
        }
        return new Statement.Block(statements);
    }

    private Statement given(Syntax target, Expression value, Scope scope) {
        Place place = target.place();
        return new Statement.Assign(
                place, expressions().of(target, scope), Optional.empty(), Optional.of(value), false);
    }

    /** What a context manager gives is, as a rule, itself. */
    private List<Statement> with(Syntax node, Scope scope) {
        List<Statement> statements = new ArrayList<>();
        List<Syntax> items = node.children("with_clause").stream()
                .flatMap(it -> it.children().stream())
                .toList();
        for (Syntax item : items) {
            Syntax value = item.get("value").orElse(item);
            Optional<Syntax> alias = value.get("alias").filter(it -> value.is("as_pattern"));
            if (alias.isPresent() && !value.children().isEmpty()) {
                Expression manager = expressions().of(value.children().get(0), scope);
                statements.add(given(alias.get(), manager, scope));
            } else {
                statements.add(new Statement.Evaluate(expressions().of(value, scope)));
            }
        }
        statements.addAll(block(node.get("body"), scope).statements());
        return statements;
    }
}
