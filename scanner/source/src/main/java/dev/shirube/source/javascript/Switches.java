package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.program.Statement.Case;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;

/** {@code switch}. */
final class Switches {
    private Switches() {}

    static Statement of(Script script, Syntax node) {
        List<Case> cases = new ArrayList<>();
        boolean exhaustive = false;
        for (Syntax part : node.get("body").map(Syntax::children).orElse(List.of())) {
            exhaustive |= part.is("switch_default");
            List<Expression> labels =
                    part.get("value").map(script.expressions::of).stream().toList();
            List<Syntax> written = part.getAll("body");
            if (written.size() == 1 && written.get(0).is("statement_block")) {
                written = written.get(0).children();
            }
            List<Statement> body = new ArrayList<>();
            boolean through = true;
            for (Syntax statement : written) {
                if (statement.is("break_statement") && statement.children().isEmpty()) {
                    through = false;
                    break; // what follows is never run
                }
                body.addAll(script.statements.of(statement));
                through = !statement.is("return_statement", "throw_statement", "continue_statement");
            }
            cases.add(new Case(labels, new Block(body), through));
        }
        return new Statement.Select(node.place(), script.expressions.field(node, "value"), cases, exhaustive);
    }
}
