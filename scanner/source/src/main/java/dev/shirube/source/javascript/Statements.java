package dev.shirube.source.javascript;

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
                || node.is("statement_block", "method_definition", "field_definition", "public_field_definition");
    }

    List<Statement> each(List<Syntax> nodes) {
        List<Statement> found = new ArrayList<>();
        nodes.forEach(it -> found.addAll(of(it)));
        return found;
    }

    private Block block(Optional<Syntax> node) {
        if (node.isEmpty()) {
            return Block.EMPTY;
        }
        Syntax body = node.get();
        return new Block(
                body.is("statement_block", "else_clause", "finally_clause") ? each(body.children()) : of(body));
    }

    List<Statement> of(Syntax node) {
        return switch (node.type()) {
            case "expression_statement" ->
                node.children().isEmpty() ? List.of() : done(node.children().get(0));
            case "lexical_declaration", "variable_declaration", "using_declaration" -> variables(node);
            case "function_declaration", "generator_function_declaration" ->
                List.of(new Statement.DefineFunction(script.functions.of(node, name(node))));
            case "class_declaration", "abstract_class_declaration" -> script.classes.definition(node, name(node));
            case "enum_declaration" -> List.of(new Statement.DefineType(script.classes.enumeration(node)));
            case "internal_module", "module" -> List.of(new Statement.DefineType(script.classes.namespace(node)));
            case "import_statement" -> script.modules.imports(node);
            case "import_alias" -> alias(node);
            case "export_statement" -> script.exports.of(node);
            case "statement_block" -> List.of(block(Optional.of(node)));
            case "if_statement" -> branch(node);
            case "for_statement", "while_statement", "do_statement", "for_in_statement" ->
                List.of(Loops.of(script, node));
            case "switch_statement" -> List.of(Switches.of(script, node));
            case "try_statement" -> List.of(attempt(node));
            case "return_statement" ->
                node.children().isEmpty()
                        ? List.of(new Statement.Return(node.place(), Optional.empty()))
                        : returned(node.children().get(0));
            case "throw_statement", "break_statement", "continue_statement" ->
                List.of(new Statement.Leave(
                        node.place(),
                        script.expressions.each(node.children().stream()
                                .filter(it -> !it.is("statement_identifier"))
                                .toList())));
            case "labeled_statement" -> node.get("body").map(this::of).orElse(List.of());
            case "ERROR", "with_statement" -> each(node.children());
            case "empty_statement",
                    "hash_bang_line",
                    "debugger_statement",
                    "ambient_declaration",
                    "interface_declaration",
                    "type_alias_declaration",
                    "function_signature" -> List.of();
            default -> done(node);
        };
    }

    private static String name(Syntax node) {
        return node.get("name").map(Syntax::text).orElse("");
    }

    /** An expression for what it does. */
    private List<Statement> done(Syntax node) {
        return switch (node.type()) {
            case "parenthesized_expression" ->
                node.children().isEmpty() ? List.of() : done(node.children().get(0));
            case "sequence_expression" -> {
                List<Statement> found = new ArrayList<>();
                node.children().forEach(it -> found.addAll(done(it)));
                yield found;
            }
            case "internal_module" -> List.of(new Statement.DefineType(script.classes.namespace(node)));
            case "assignment_expression" -> assignment(node);
            case "augmented_assignment_expression" ->
                List.of(new Statement.Assign(
                        node.place(),
                        script.expressions.field(node, "left"),
                        Optional.empty(),
                        Optional.of(script.expressions.augmented(node)),
                        false));
            case "update_expression" ->
                List.of(new Statement.Assign(
                        node.place(),
                        script.expressions.field(node, "argument"),
                        Optional.empty(),
                        Optional.of(script.expressions.updated(node)),
                        false));
            default -> List.of(new Statement.Evaluate(script.expressions.of(node)));
        };
    }

    List<Statement> assignment(Syntax node) {
        Optional<Syntax> left = node.get("left");
        Optional<Syntax> right = node.get("right");
        if (left.isEmpty() || right.isEmpty()) {
            return List.of(new Statement.Evaluate(script.expressions.other(node)));
        }
        return script.exports
                .assigned(left.get(), right.get())
                .orElseGet(() -> script.patterns.assign(
                        left.get(), Optional.empty(), script.expressions.of(right.get()), node.place(), false));
    }

    /** The expression's value, after what stands before it in a sequence. */
    List<Statement> returned(Syntax node) {
        if (node.is("sequence_expression")) {
            List<Statement> found = new ArrayList<>();
            List<Syntax> parts = node.children();
            parts.subList(0, parts.size() - 1).forEach(it -> found.addAll(done(it)));
            found.addAll(returned(parts.get(parts.size() - 1)));
            return found;
        }
        return List.of(new Statement.Return(node.place(), Optional.of(script.expressions.of(node))));
    }

    private List<Statement> variables(Syntax node) {
        List<Statement> found = new ArrayList<>();
        boolean ofBlock = !node.is("variable_declaration"); // what var declares is of the function
        node.children("variable_declarator").forEach(it -> found.addAll(variable(it, ofBlock)));
        return found;
    }

    private List<Statement> variable(Syntax node, boolean ofBlock) {
        Optional<Syntax> target = node.get("name");
        Optional<Syntax> value = node.get("value");
        if (target.isEmpty()) {
            return List.of(new Statement.Evaluate(script.expressions.other(node)));
        }
        Syntax name = target.get();
        Optional<Expression> type = Types.annotated(node, "type");
        if (value.isEmpty()) {
            return List.of(
                    new Statement.Assign(node.place(), script.patterns.target(name), type, Optional.empty(), ofBlock));
        }
        Optional<List<Statement>> required = script.modules.required(name, value.get());
        if (required.isPresent()) {
            return required.get();
        }
        if (name.is("identifier")) {
            if (value.get().is("class")) {
                return script.classes.definition(value.get(), name.text());
            }
            Optional<Statement> function = script.functions.definition(name.text(), value.get());
            if (function.isPresent()) {
                return List.of(function.get());
            }
        }
        return script.patterns.assign(name, type, script.expressions.of(value.get()), node.place(), ofBlock);
    }

    private List<Statement> alias(Syntax node) {
        List<Syntax> parts = node.children();
        return parts.size() < 2
                ? List.of()
                : Types.of(parts.get(1))
                        .<List<Statement>>map(it -> List.of(new Statement.Assign(
                                node.place(),
                                script.expressions.of(parts.get(0)),
                                Optional.empty(),
                                Optional.of(it),
                                true)))
                        .orElse(List.of());
    }

    private List<Statement> branch(Syntax node) {
        return List.of(new Statement.Branch(
                node.place(),
                script.expressions.field(node, "condition"),
                block(node.get("consequence")),
                block(node.get("alternative"))));
    }

    private Statement attempt(Syntax node) {
        List<Block> handlers = node.get("handler").stream().map(this::handler).toList();
        Block last = node.get("finalizer").map(it -> block(it.get("body"))).orElse(Block.EMPTY);
        return new Statement.Attempt(node.place(), block(node.get("body")), handlers, last);
    }

    /** What was thrown is a variable of the handler alone. */
    private Block handler(Syntax node) {
        List<Statement> body = new ArrayList<>();
        node.get("parameter")
                .ifPresent(it -> body.add(new Statement.Assign(
                        it.place(), script.patterns.target(it), Optional.empty(), Optional.empty(), true)));
        body.addAll(block(node.get("body")).statements());
        return new Block(body);
    }
}
