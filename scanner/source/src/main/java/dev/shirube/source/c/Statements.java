package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements. */
final class Statements {
    private final Lowering lowering;
    private final Jumps jumps;

    Statements(Lowering lowering) {
        this.lowering = lowering;
        this.jumps = new Jumps(lowering, this);
    }

    /** The statement as a block of its own. */
    Block block(Syntax node) {
        return new Block(
                node.is("compound_statement", "else_clause", "preproc_else", "declaration_list")
                        ? inside(node.children())
                        : of(node));
    }

    Block block(Optional<Syntax> node) {
        return node.map(this::block).orElse(Block.EMPTY);
    }

    /** Statements one after the other; a way out before a label is no certain one, because the label is jumped to. */
    List<Statement> inside(List<Syntax> nodes) {
        List<Statement> statements = new ArrayList<>();
        int lastLabel = -1;
        for (int i = 0; i < nodes.size(); i++) {
            lastLabel = nodes.get(i).is("labeled_statement") ? i : lastLabel;
        }
        for (int i = 0; i < nodes.size(); i++) {
            List<Statement> lowered = of(nodes.get(i));
            boolean leaves =
                    lowered.stream().anyMatch(it -> it instanceof Statement.Return || it instanceof Statement.Leave);
            if (leaves && i < lastLabel) {
                Syntax node = nodes.get(i);
                Expression perhaps = new Expression.Other(node.place(), List.of());
                statements.add(new Statement.Branch(node.place(), perhaps, new Block(lowered), Block.EMPTY));
            } else {
                statements.addAll(lowered);
            }
        }
        return statements;
    }

    List<Statement> of(Syntax node) {
        return switch (node.type()) {
            case "compound_statement", "declaration_list" -> List.of(block(node));
            case "expression_statement", "init_statement" -> each(node);
            case "declaration" -> declared(node);
            case "if_statement" -> branch(node);
            case "switch_statement" -> jumps.select(node);
            case "while_statement", "do_statement", "for_statement" -> loop(node);
            case "for_range_loop" -> overElements(node);
            case "return_statement", "co_return_statement", "co_yield_statement" ->
                List.of(new Statement.Return(node.place(), values(node).stream().findFirst()));
            case "throw_statement", "break_statement", "continue_statement" ->
                List.of(new Statement.Leave(node.place(), values(node)));
            case "goto_statement" -> List.of(new Statement.Leave(node.place(), List.of()));
            case "labeled_statement" -> labelled(node);
            case "attributed_statement" ->
                inside(node.children().stream()
                        .filter(it -> !it.is("attribute_declaration"))
                        .toList());
            case "try_statement", "seh_try_statement" -> List.of(attempt(node));
            case "preproc_if", "preproc_ifdef", "preproc_elif", "preproc_elifdef" -> List.of(jumps.conditional(node));
            case "preproc_else" -> inside(node.children());
            case "type_definition", "alias_declaration", "using_declaration", "namespace_alias_definition" ->
                aliases(node);
            case "struct_specifier", "class_specifier", "union_specifier", "enum_specifier" -> types(node);
            case "function_definition" -> List.of(new Statement.DefineFunction(lowering.functions.of(node, "")));
            case "template_declaration" -> inside(node.children());
            case "preproc_include",
                    "preproc_def",
                    "preproc_function_def",
                    "preproc_call",
                    "template_parameter_list",
                    "static_assert_declaration" -> List.of();
            case "ERROR" -> inside(node.children());
            default -> expression(node);
        };
    }

    private List<Expression> values(Syntax node) {
        return node.children().stream().map(lowering.expressions::of).toList();
    }

    private List<Statement> each(Syntax node) {
        List<Statement> statements = new ArrayList<>();
        node.children().forEach(child -> statements.addAll(child.is("declaration") ? of(child) : expression(child)));
        return statements;
    }

    /** An expression for what it does: an assignment, several things, or what it is. */
    private List<Statement> expression(Syntax node) {
        if (node.is("comma_expression")) {
            return each(node);
        } else if (node.is("assignment_expression")) {
            Expression value = lowering.expressions.assigned(node);
            return List.of(assign(node, lowering.expressions.target(node), value));
        } else if (node.is("update_expression")) {
            Expression.Assigned updated = lowering.expressions.updated(node);
            return List.of(assign(node, updated.target(), updated.value()));
        }
        Expression done = lowering.expressions.of(node);
        return List.of(exchanged(node, done).orElseGet(() -> new Statement.Evaluate(done)));
    }

    /** {@code std::swap(a, b)} assigns each of them to the other. */
    private static Optional<Statement> exchanged(Syntax node, Expression done) {
        boolean swap = done instanceof Expression.Call call
                && call.callee() instanceof Expression.Member member
                && member.name().equals("swap")
                && member.object() instanceof Expression.Name module
                && module.name().equals("std")
                && call.arguments().size() == 2;
        if (!swap) {
            return Optional.empty();
        }
        List<Expression> both = ((Expression.Call) done)
                .arguments().stream().map(Expression.Argument::value).toList();
        return Optional.of(new Statement.Assign(
                node.place(),
                new Expression.Sequence(node.place(), both),
                Optional.empty(),
                Optional.of(new Expression.Sequence(node.place(), List.of(both.get(1), both.get(0)))),
                false));
    }

    private static Statement assign(Syntax node, Expression target, Expression value) {
        Expression held = target instanceof Expression.Cast cast ? cast.of() : target;
        if (held instanceof Expression.Name || held instanceof Expression.Member || held instanceof Expression.Index) {
            return new Statement.Assign(node.place(), held, Optional.empty(), Optional.of(value), false);
        } else if (held instanceof Expression.Sequence) { // std::tie
            return new Statement.Assign(node.place(), held, Optional.empty(), Optional.of(value), false);
        }
        return new Statement.Evaluate(new Expression.Other(node.place(), List.of(target, value)));
    }

    private List<Statement> declared(Syntax node) {
        List<Statement> statements = new ArrayList<>();
        node.get("type").ifPresent(it -> statements.addAll(types(it)));
        statements.addAll(lowering.declarations.variables(node, true));
        return statements;
    }

    private List<Statement> types(Syntax specifier) {
        List<Statement> statements = new ArrayList<>();
        lowering.types.of(specifier).ifPresent(it -> statements.add(new Statement.DefineType(it)));
        statements.addAll(lowering.types.constants(specifier));
        return statements;
    }

    private List<Statement> aliases(Syntax node) {
        List<Statement> statements = new ArrayList<>();
        node.get("type").ifPresent(it -> statements.addAll(types(it)));
        lowering.declarations.imports(node).forEach(it -> statements.add(new Statement.Include(it)));
        return statements;
    }

    private List<Statement> branch(Syntax node) {
        List<Statement> statements = new ArrayList<>();
        Expression condition = condition(node, statements);
        Block then = block(node.get("consequence"));
        Block otherwise = block(node.get("alternative"));
        Statement.Branch branch = new Statement.Branch(node.place(), condition, then, otherwise);
        if (statements.isEmpty()) {
            return List.of(branch);
        }
        statements.add(branch);
        return List.of(new Block(statements));
    }

    /** The question, with what is declared for it put before. */
    Expression condition(Syntax node, List<Statement> before) {
        Optional<Syntax> condition = node.get("condition");
        if (condition.isEmpty()) {
            return new Expression.Other(node.place(), List.of());
        }
        Syntax clause = condition.get();
        if (!clause.is("condition_clause")) {
            return lowering.expressions.of(clause);
        }
        clause.get("initializer").ifPresent(it -> before.addAll(of(it)));
        Optional<Syntax> value = clause.get("value");
        if (value.filter(it -> it.is("declaration")).isPresent()) {
            before.addAll(of(value.get()));
            return value.get()
                    .get("declarator")
                    .map(it -> Names.name(Declarator.of(it).target()))
                    .orElse(new Expression.Other(clause.place(), List.of()));
        }
        return value.map(lowering.expressions::of).orElse(lowering.expressions.other(clause));
    }

    private List<Statement> loop(Syntax node) {
        List<Statement> head = new ArrayList<>();
        node.get("initializer").ifPresent(it -> head.addAll(it.is("declaration") ? of(it) : expression(it)));
        node.get("condition").ifPresent(it -> head.add(new Statement.Evaluate(condition(node, head))));
        node.get("update").ifPresent(it -> head.addAll(expression(it)));
        return List.of(new Statement.Loop(
                node.place(), Optional.empty(), Optional.empty(), new Block(head), block(node.get("body"))));
    }

    private List<Statement> overElements(Syntax node) {
        List<Statement> head = new ArrayList<>();
        node.get("initializer").ifPresent(it -> head.addAll(of(it)));
        Optional<Expression> variable = node.get("declarator").map(it -> {
            Declarator declared = Declarator.of(it);
            List<Expression> names = new ArrayList<>();
            declared.target().children().forEach(name -> names.add(Names.name(name)));
            return declared.target().is("structured_binding_declarator")
                    ? new Expression.Sequence(declared.target().place(), names)
                    : Names.name(declared.target());
        });
        Optional<Expression> over = node.get("right").map(lowering.expressions::of);
        return List.of(new Statement.Loop(node.place(), variable, over, new Block(head), block(node.get("body"))));
    }

    private List<Statement> labelled(Syntax node) {
        return inside(node.children().stream()
                .filter(it -> !it.is("statement_identifier"))
                .toList());
    }

    private Statement attempt(Syntax node) {
        List<Block> handlers = new ArrayList<>();
        node.children("catch_clause", "seh_except_clause").forEach(it -> handlers.add(block(it.get("body"))));
        Block last = node.first("seh_finally_clause")
                .map(it -> block(it.get("body")))
                .orElse(Block.EMPTY);
        return new Statement.Attempt(node.place(), block(node.get("body")), handlers, last);
    }
}
