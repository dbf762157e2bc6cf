package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements. */
final class Statements {
    private final Script script;

    Statements(Script script) {
        this.script = script;
    }

    static boolean isStatement(Syntax node) {
        return node.type().endsWith("_statement")
                || node.type().endsWith("_declaration")
                || node.is("function_definition", "colon_block", "namespace_definition");
    }

    List<Statement> each(List<Syntax> nodes) {
        List<Statement> found = new ArrayList<>();
        nodes.forEach(it -> found.addAll(of(it)));
        return found;
    }

    Block block(Optional<Syntax> node) {
        if (node.isEmpty()) {
            return Block.EMPTY;
        }
        Syntax body = node.get();
        return new Block(body.is("compound_statement", "colon_block") ? each(body.children()) : of(body));
    }

    List<Statement> of(Syntax node) {
        return switch (node.type()) {
            case "expression_statement" -> each(node.children());
            case "compound_statement", "colon_block" -> List.of(block(Optional.of(node)));
            case "namespace_definition" -> {
                script.names.enter(node);
                yield node.get("body").map(it -> each(it.children())).orElse(List.of());
            }
            case "namespace_use_declaration" -> Names.uses(node);
            case "const_declaration" -> constants(node);
            case "function_definition" -> {
                List<Statement> found = new ArrayList<>(script.calls.attributes(node));
                found.add(new Statement.DefineFunction(script.functions.of(
                        node, node.get("name").map(Syntax::text).orElse(""))));
                yield found;
            }
            case "class_declaration", "interface_declaration", "trait_declaration", "enum_declaration" -> {
                List<Statement> found = new ArrayList<>();
                found.add(new Statement.DefineType(script.classes.of(node, found)));
                yield found;
            }
            case "if_statement" -> List.of(branch(node, node.getAll("alternative")));
            case "for_statement", "while_statement", "do_statement", "foreach_statement" ->
                List.of(Loops.of(script, node));
            case "switch_statement" -> List.of(Loops.choice(script, node));
            case "try_statement" -> List.of(attempt(node));
            case "return_statement" ->
                List.of(new Statement.Return(
                        node.place(), node.children().stream().findFirst().map(script.expressions::of)));
            case "break_statement", "continue_statement", "exit_statement", "throw_expression" ->
                List.of(new Statement.Leave(
                        node.place(),
                        node.children().stream().map(script.expressions::of).toList()));
            case "function_static_declaration" -> statics(node);
            case "declare_statement", "ERROR" -> each(node.children());
            case "php_tag",
                    "text",
                    "text_interpolation",
                    "global_declaration",
                    "empty_statement",
                    "declare_directive",
                    "goto_statement",
                    "named_label_statement" -> List.of();
            default -> done(node);
        };
    }

    /** An expression for what it does. */
    private List<Statement> done(Syntax node) {
        if (Includes.is(node)) {
            Optional<Statement> include = Includes.statement(node);
            if (include.isPresent()) {
                return List.of(include.get());
            }
        }
        return switch (node.type()) {
            case "sequence_expression" -> each(node.children());
            case "error_suppression_expression" -> each(node.children());
            case "assignment_expression", "reference_assignment_expression" ->
                List.of(closure(node)
                        .or(() -> added(node))
                        .orElseGet(() -> assign(node, "left", script.expressions.field(node, "right"))));
            case "augmented_assignment_expression" -> List.of(assign(node, "left", script.expressions.augmented(node)));
            case "update_expression" -> List.of(assign(node, "argument", script.expressions.updated(node)));
            case "name" ->
                node.text().equalsIgnoreCase("die") || node.text().equalsIgnoreCase("exit")
                        ? List.of(new Statement.Leave(node.place(), List.of()))
                        : List.of();
            default -> {
                Optional<Statement> constant = script.calls.definition(node);
                yield List.of(constant.orElseGet(() -> new Statement.Evaluate(script.expressions.of(node))));
            }
        };
    }

    /** {@code $list[] = $x} adds to the list. */
    private Optional<Statement> added(Syntax node) {
        return node.get("left")
                .filter(it -> it.is("subscript_expression") && it.children().size() == 1)
                .map(it -> new Statement.Evaluate(new Expression.Call(
                        node.place(),
                        new Expression.Member(
                                it.place(), script.expressions.of(it.children().get(0)), "push"),
                        List.of(Expression.Argument.of(script.expressions.field(node, "right"))),
                        false)));
    }

    /** A closure that is the value of a variable is a function of that name. */
    private Optional<Statement> closure(Syntax node) {
        Optional<Syntax> target = node.get("left").filter(it -> it.is("variable_name"));
        return node.get("right")
                .filter(it -> target.isPresent() && it.is("anonymous_function", "arrow_function"))
                .map(it -> new Statement.DefineFunction(script.functions.of(it, script.names.variable(target.get()))));
    }

    private Statement assign(Syntax node, String target, Expression value) {
        return new Statement.Assign(
                node.place(), script.expressions.field(node, target), Optional.empty(), Optional.of(value), false);
    }

    private List<Statement> constants(Syntax node) {
        List<Statement> found = new ArrayList<>();
        for (Syntax element : node.children("const_element")) {
            List<Syntax> parts = element.children();
            if (parts.size() == 2) {
                found.add(new Statement.Assign(
                        element.place(),
                        Names.of(parts.get(0)),
                        Optional.empty(),
                        Optional.of(script.expressions.of(parts.get(1))),
                        false));
            }
        }
        return found;
    }

    private List<Statement> statics(Syntax node) {
        List<Statement> found = new ArrayList<>();
        node.children("static_variable_declaration")
                .forEach(it -> found.add(new Statement.Assign(
                        it.place(),
                        script.expressions.field(it, "name"),
                        Optional.empty(),
                        it.get("value").map(script.expressions::of),
                        false)));
        return found;
    }

    /** {@code elseif} is an {@code if} within {@code else}. */
    private Statement branch(Syntax node, List<Syntax> alternatives) {
        Block otherwise = Block.EMPTY;
        if (!alternatives.isEmpty()) {
            Syntax next = alternatives.get(0);
            otherwise = next.is("else_if_clause")
                    ? new Block(List.of(branch(next, alternatives.subList(1, alternatives.size()))))
                    : block(next.get("body"));
        }
        return new Statement.Branch(
                node.place(), script.expressions.field(node, "condition"), block(node.get("body")), otherwise);
    }

    private Statement attempt(Syntax node) {
        List<Block> handlers = node.children("catch_clause").stream()
                .map(it -> block(it.get("body")))
                .toList();
        Block last =
                node.first("finally_clause").map(it -> block(it.get("body"))).orElse(Block.EMPTY);
        return new Statement.Attempt(node.place(), block(node.get("body")), handlers, last);
    }
}
