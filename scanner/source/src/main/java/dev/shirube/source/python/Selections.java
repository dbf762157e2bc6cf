package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement {@code match}: cases of constants; other patterns may or may not fit. */
final class Selections {
    private final PythonModule module;

    Selections(PythonModule module) {
        this.module = module;
    }

    Statement of(Syntax node, Scope scope) {
        List<Syntax> subjects = node.getAll("subject");
        List<Expression> parts =
                subjects.stream().map(it -> module.expressions().of(it, scope)).toList();
        Expression subject = parts.size() == 1 ? parts.get(0) : new Expression.Sequence(node.place(), parts);
        List<Statement.Case> cases = new ArrayList<>();
        boolean exhaustive = false;
        List<Syntax> clauses = new ArrayList<>(node.children("case_clause"));
        node.children("block").forEach(it -> clauses.addAll(it.children("case_clause")));
        for (Syntax clause : clauses) {
            Statement.Case one = clause(clause, subjects, subject, scope);
            exhaustive |= one.labels().isEmpty();
            cases.add(one);
        }
        return new Statement.Select(node.place(), subject, cases, exhaustive);
    }

    private Statement.Case clause(Syntax clause, List<Syntax> subjects, Expression subject, Scope scope) {
        List<Expression> labels = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        List<Syntax> patterns = clause.children("case_pattern");
        boolean any = patterns.size() == 1 && pattern(patterns.get(0), subjects, scope, labels, body);
        if (patterns.size() != 1) {
            labels.add(open(clause, patterns, scope, body));
        }
        Optional<Syntax> guard = clause.get("guard");
        if (guard.isPresent()) {
            Scope here = scope.doing(new ArrayList<>());
            Expression condition = module.expressions().other(guard.get(), here);
            body.addAll(here.before());
            body.add(new Statement.Evaluate(condition));
            labels.clear();
            labels.add(new Expression.Other(guard.get().place(), List.of())); // it may not hold
        } else if (any) {
            labels.clear();
        }
        body.addAll(module.statements().block(clause.get("consequence"), scope).statements());
        return new Statement.Case(labels, new Statement.Block(body), false);
    }

    /** Whether the pattern fits anything; adds the constants that it fits, and what it binds. */
    private boolean pattern(
            Syntax node, List<Syntax> subjects, Scope scope, List<Expression> labels, List<Statement> body) {
        List<Syntax> children = node.children();
        switch (node.type()) {
            case "case_pattern", "tuple_pattern", "parenthesized_expression" -> {
                if (node.is("tuple_pattern") && children.size() != 1) {
                    labels.add(open(node, children, scope, body));
                    return false;
                }
                if (node.has("-") && children.size() == 1 && children.get(0).is("integer")) {
                    labels.add(negative(node, children.get(0)));
                    return false;
                }
                return children.isEmpty() || pattern(children.get(0), subjects, scope, labels, body);
            }
            case "union_pattern" -> {
                boolean any = false;
                for (Syntax child : children) {
                    any |= pattern(child, subjects, scope, labels, body);
                }
                return any;
            }
            case "as_pattern" -> {
                boolean any = pattern(children.get(0), subjects, scope, labels, body);
                children.subList(1, children.size()).forEach(it -> body.add(bound(it, subjects, scope)));
                return any;
            }
            case "dotted_name" -> {
                if (children.size() == 1) {
                    body.add(bound(children.get(0), subjects, scope));
                    return true;
                }
                labels.add(module.expressions().of(node, scope));
                return false;
            }
            case "string", "concatenated_string", "integer", "true", "false", "none" -> {
                labels.add(module.expressions().of(node, scope));
                return false;
            }
            default -> {
                labels.add(open(node, node.is("class_pattern") ? rest(children) : children, scope, body));
                return false;
            }
        }
    }

    private static Expression negative(Syntax node, Syntax number) {
        return PythonText.number(number) instanceof Expression.Whole whole
                ? new Expression.Whole(node.place(), -whole.value())
                : new Expression.Other(node.place(), List.of());
    }

    private static List<Syntax> rest(List<Syntax> children) {
        return children.subList(Math.min(1, children.size()), children.size());
    }

    /** A name that stands for the subject: for a plain name that, for anything else an unknown. */
    private Statement bound(Syntax name, List<Syntax> subjects, Scope scope) {
        Expression value = subjects.size() == 1 && subjects.get(0).is("identifier")
                ? module.expressions().of(subjects.get(0), scope)
                : new Expression.Other(name.place(), List.of());
        return new Statement.Assign(
                name.place(), module.expressions().of(name, scope), Optional.empty(), Optional.of(value), false);
    }

    /** A pattern that takes its subject apart: what it binds is not known, nor whether it fits. */
    private Expression open(Syntax node, List<Syntax> parts, Scope scope, List<Statement> body) {
        parts.forEach(it -> unknown(it, scope, body));
        return new Expression.Other(node.place(), List.of());
    }

    private void unknown(Syntax node, Scope scope, List<Statement> body) {
        if (node.is("dotted_name") && node.children().size() == 1) {
            Expression value = new Expression.Other(node.place(), List.of());
            body.add(new Statement.Assign(
                    node.place(), module.expressions().of(node, scope), Optional.empty(), Optional.of(value), false));
        } else if (!node.is("class_pattern", "keyword_pattern")) {
            node.children().forEach(it -> unknown(it, scope, body));
        } else {
            rest(node.children()).forEach(it -> unknown(it, scope, body));
        }
    }
}
