package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code switch}, whose cases run into each other, and the preprocessor's {@code #if} between statements. */
final class Jumps {
    private final Lowering lowering;
    private final Statements statements;

    Jumps(Lowering lowering, Statements statements) {
        this.lowering = lowering;
        this.statements = statements;
    }

    List<Statement> select(Syntax node) {
        List<Statement> before = new ArrayList<>();
        Expression subject = statements.condition(node, before);
        List<Statement.Case> cases = new ArrayList<>();
        boolean exhaustive = false;
        for (Syntax part : cases(node.get("body"))) {
            boolean fallback = part.has("default");
            exhaustive |= fallback;
            cases.add(one(part, fallback));
        }
        Statement.Select select = new Statement.Select(node.place(), subject, cases, exhaustive);
        if (before.isEmpty()) {
            return List.of(select);
        }
        before.add(select);
        return List.of(new Block(before));
    }

    private static List<Syntax> cases(Optional<Syntax> body) {
        List<Syntax> cases = new ArrayList<>();
        for (Syntax child : body.map(Syntax::children).orElse(List.of())) {
            if (child.is("case_statement")) {
                cases.add(child);
            } else if (child.type().startsWith("preproc") || child.is("ERROR")) {
                cases.addAll(cases(Optional.of(child)));
            }
        }
        return cases;
    }

    private Statement.Case one(Syntax node, boolean fallback) {
        List<Syntax> parts = new ArrayList<>(node.children());
        List<Expression> labels = new ArrayList<>();
        if (!fallback) {
            node.get("value").ifPresent(it -> labels.add(lowering.expressions.of(it)));
            node.get("value").ifPresent(parts::remove);
        }
        List<Statement> body = new ArrayList<>(statements.inside(parts));
        boolean breaks = endsInBreak(parts);
        boolean leaves = leaves(body);
        if (breaks) {
            withoutBreak(body);
        }
        return new Statement.Case(labels, new Block(body), !breaks && !leaves);
    }

    private static boolean endsInBreak(List<Syntax> parts) {
        if (parts.isEmpty()) {
            return false;
        }
        Syntax last = parts.get(parts.size() - 1);
        return last.is("break_statement") || last.is("compound_statement") && endsInBreak(last.children());
    }

    private static boolean leaves(List<Statement> body) {
        if (body.isEmpty()) {
            return false;
        }
        Statement last = body.get(body.size() - 1);
        return last instanceof Statement.Return
                || last instanceof Statement.Leave
                || last instanceof Block block && leaves(block.statements());
    }

    /** The end of a case is no way out of what stands behind the switch. */
    private static void withoutBreak(List<Statement> body) {
        int last = body.size() - 1;
        if (body.get(last) instanceof Block block) {
            List<Statement> inner = new ArrayList<>(block.statements());
            withoutBreak(inner);
            body.set(last, new Block(inner));
        } else {
            body.remove(last);
        }
    }

    /** Either branch may be what is compiled. */
    Statement conditional(Syntax node) {
        Expression condition = new Expression.Other(node.place(), List.of());
        List<Syntax> then = node.children().stream()
                .filter(it -> !it.field().equals("condition")
                        && !it.field().equals("name")
                        && !it.field().equals("alternative"))
                .toList();
        return new Statement.Branch(
                node.place(), condition, new Block(statements.inside(then)), statements.block(node.get("alternative")));
    }
}
