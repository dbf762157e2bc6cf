package dev.shirube.source.kotlin;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads statements; those that can be expressions tell by a function what is done with their value. */
final class KotlinStatements {

    private final KotlinExpressions expressions;

    KotlinStatements(KotlinExpressions expressions) {
        this.expressions = expressions;
    }

    static Statement returned(Expression value) {
        return new Statement.Return(value.place(), Optional.of(value));
    }

    List<Statement> all(List<Syntax> nodes) {
        return all(nodes, Statement.Evaluate::new);
    }

    /** Statements, with the value of the last of which that is done. */
    List<Statement> all(List<Syntax> nodes, Function<Expression, Statement> last) {
        List<Statement> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            all.addAll(i == nodes.size() - 1 ? statements(nodes.get(i), last) : statements(nodes.get(i)));
        }
        return all;
    }

    List<Statement> statements(Syntax node) {
        return statements(node, Statement.Evaluate::new);
    }

    List<Statement> statements(Syntax node, Function<Expression, Statement> last) {
        return expressions.scope().ahead().around(() -> read(node, last));
    }

    private List<Statement> read(Syntax node, Function<Expression, Statement> last) {
        return switch (node.type()) {
            case "statements", "control_structure_body", "ERROR" -> all(KotlinNodes.lines(node), last);
            case "property_declaration" -> variable(node);
            case "assignment" -> assignment(node);
            case "jump_expression" -> List.of(jump(node));
            case "if_expression",
                    "when_expression",
                    "try_expression",
                    "for_statement",
                    "while_statement",
                    "do_while_statement" -> new KotlinBranches(expressions, this).read(node, last);
            case "function_declaration" ->
                List.of(new Statement.DefineFunction(new KotlinFunctions(expressions.scope()).function(node)));
            case "class_declaration", "object_declaration" -> {
                List<dev.shirube.source.program.Function> extensions = new ArrayList<>();
                List<Statement> defined = new ArrayList<>();
                defined.add(new Statement.DefineType(new KotlinTypes(expressions.scope(), extensions).type(node)));
                extensions.forEach(it -> defined.add(new Statement.DefineFunction(it)));
                yield defined;
            }
            case "getter", "setter", "type_alias", "annotation", "modifiers", "label", "type_identifier" -> List.of();
            default -> List.of(last.apply(expressions.expression(node)));
        };
    }

    Block block(Syntax node, Function<Expression, Statement> last) {
        return new Block(statements(node, last));
    }

    /** What a property begins with: a value, or what its delegate computes. */
    static Optional<Syntax> initial(Syntax node) {
        return KotlinNodes.behind(node, "=").or(() -> node.first("property_delegate"));
    }

    private List<Statement> variable(Syntax node) {
        Optional<Syntax> declared = node.first("variable_declaration", "multi_variable_declaration");
        if (declared.isEmpty()) {
            return List.of(new Statement.Evaluate(expressions.other(node)));
        }
        Expression target = expressions.target(declared.get());
        Optional<Expression> type = KotlinNodes.type(declared.get()).map(expressions::type);
        Optional<Syntax> value = initial(node);
        if (value.isEmpty()) {
            return List.of(new Statement.Assign(node.place(), target, type, Optional.empty(), true));
        }
        if (KotlinBranches.isBranching(value.get())) {
            List<Statement> all = new ArrayList<>();
            all.add(new Statement.Assign(node.place(), target, type, Optional.empty(), true));
            all.addAll(statements(value.get(), it -> assign(node.place(), target, it, false)));
            return all;
        }
        return List.of(
                new Statement.Assign(node.place(), target, type, Optional.of(expressions.initial(value.get())), true));
    }

    static Statement assign(Place place, Expression target, Expression value, boolean declares) {
        return new Statement.Assign(place, target, Optional.empty(), Optional.of(value), declares);
    }

    private List<Statement> assignment(Syntax node) {
        List<Syntax> parts = KotlinNodes.values(node);
        if (parts.size() < 2) {
            return List.of(new Statement.Evaluate(expressions.other(node)));
        }
        Expression target = expressions.target(parts.get(0));
        String operator = node.all().stream()
                .filter(it -> !it.named() && it.text().endsWith("="))
                .map(Syntax::text)
                .findFirst()
                .orElse("=");
        if (!operator.equals("=")) {
            Expression.Operator plain = KotlinExpressions.operator(operator.substring(0, operator.length() - 1));
            List<Expression> operands = List.of(target, expressions.expression(parts.get(1)));
            Expression value = new Expression.Operation(node.place(), plain, operands);
            return List.of(assign(node.place(), target, value, false));
        }
        if (KotlinBranches.isBranching(parts.get(1))) {
            return statements(parts.get(1), it -> assign(node.place(), target, it, false));
        }
        Expression value = expressions.expression(parts.get(1));
        return target instanceof Expression.Member member && !(member.object() instanceof Expression.This)
                ? set(node, member, value)
                : List.of(assign(node.place(), target, value, false));
    }

    /** To assign to a property of a Java class is to call its setter. */
    private static List<Statement> set(Syntax node, Expression.Member member, Expression value) {
        List<Statement> all = new ArrayList<>();
        Expression given = value;
        boolean plain = value instanceof Expression.Text || value instanceof Expression.Name;
        if (!plain) {
            given = new Expression.Name(value.place(), "value@" + value.place().start());
            all.add(assign(value.place(), given, value, true));
        }
        all.add(assign(node.place(), member, given, false));
        String name = member.name().startsWith("is") ? member.name().substring(2) : member.name();
        if (!name.isEmpty()) {
            String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            all.add(new Statement.Evaluate(new Expression.Call(
                    member.place(),
                    new Expression.Member(member.place(), member.object(), setter),
                    List.of(Expression.Argument.of(given)),
                    false)));
        }
        return all;
    }

    private Statement jump(Syntax node) {
        Optional<Expression> value = KotlinNodes.value(node).map(expressions::expression);
        boolean ofBlock = node.all().get(0).text().startsWith("return@")
                && !expressions.scope().known().isEmpty();
        return node.all().get(0).text().startsWith("return") && !ofBlock
                ? new Statement.Return(node.place(), value)
                : new Statement.Leave(node.place(), value.stream().toList());
    }
}
