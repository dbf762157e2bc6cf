package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads statements, which all have a value in Ruby: what is done with that of the last one is told by a function. */
final class RubyStatements {

    private static final Set<String> LEAVING = Set.of("raise", "fail", "exit", "exit!", "abort", "throw");
    private static final Set<String> GOING_THROUGH =
            Set.of("each", "each_pair", "each_entry", "reverse_each", "each_with_index");

    private final RubyExpressions expressions;

    RubyStatements(RubyExpressions expressions) {
        this.expressions = expressions;
    }

    static Statement returned(Expression value) {
        return new Statement.Return(value.place(), Optional.of(value));
    }

    /** Statements whose values nobody wants. */
    List<Statement> all(List<Syntax> nodes) {
        return all(nodes, Statement.Evaluate::new);
    }

    /** Statements, the last of which has a value with which that is done. */
    List<Statement> all(List<Syntax> nodes, Function<Expression, Statement> last) {
        List<Syntax> written = nodes.stream()
                .filter(it -> !it.is("heredoc_body", "uninterpreted", "empty_statement"))
                .toList();
        List<Statement> all = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            all.addAll(i == written.size() - 1 ? statements(written.get(i), last) : statements(written.get(i)));
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
        Place place = node.place();
        return switch (node.type()) {
            case "heredoc_body", "uninterpreted", "empty_statement", "comment" -> List.of();
            case "then", "else", "do", "block_body", "ERROR", "begin_block", "end_block" -> all(node.children(), last);
            case "begin", "body_statement", "parenthesized_statements", "ensure" -> attempt(node, last);
            case "if",
                    "elsif",
                    "unless",
                    "if_modifier",
                    "unless_modifier",
                    "while_modifier",
                    "until_modifier",
                    "while",
                    "until",
                    "for",
                    "case",
                    "case_match",
                    "rescue_modifier" -> new RubyBranches(expressions, this).read(node, last);
            case "assignment", "operator_assignment" -> assignment(node, last);
            case "return", "next" -> List.of(new Statement.Return(place, expressions.given(node)));
            case "yield" -> List.of(last.apply(expressions.expression(node)));
            case "break", "redo", "retry" ->
                List.of(new Statement.Leave(
                        place, expressions.given(node).stream().toList()));
            case "class", "module" -> List.of(new Statement.DefineType(new RubyTypes(expressions.scope()).type(node)));
            case "method", "singleton_method" ->
                List.of(new Statement.DefineFunction(new RubyMethods(expressions.scope()).method(node)));
            case "singleton_class" ->
                node.get("body").map(it -> all(it.children())).orElse(List.of());
            case "identifier" ->
                LEAVING.contains(node.text())
                        ? List.of(new Statement.Leave(place, List.of()))
                        : List.of(last.apply(expressions.expression(node)));
            case "call" -> call(node, last);
            default -> List.of(last.apply(expressions.expression(node)));
        };
    }

    Block block(Optional<Syntax> node, Function<Expression, Statement> last) {
        return node.map(it -> new Block(statements(it, last))).orElse(Block.EMPTY);
    }

    private List<Statement> call(Syntax node, Function<Expression, Statement> last) {
        String method = node.get("method").map(Syntax::text).orElse("");
        Optional<Import> required = RubyFile.required(node);
        if (required.isPresent()) {
            return List.of(new Statement.Include(required.get()));
        }
        Optional<Syntax> block = node.get("block");
        if (node.get("receiver").isEmpty() && LEAVING.contains(method)) {
            Expression call = expressions.expression(node);
            return List.of(new Statement.Leave(node.place(), List.of(call)));
        }
        boolean plain = block.isPresent() && node.get("arguments").isEmpty();
        if (plain && node.get("receiver").isPresent() && GOING_THROUGH.contains(method)) {
            return List.of(through(node, block.get(), method));
        } else if (plain && node.get("receiver").isEmpty() && method.equals("loop")) {
            return List.of(new Statement.Loop(
                    node.place(), Optional.empty(), Optional.empty(), Block.EMPTY, inner(block.get())));
        }
        return List.of(last.apply(expressions.expression(node)));
    }

    private Block inner(Syntax block) {
        return new Block(all(block.get("body").map(Syntax::children).orElse(List.of())));
    }

    /** {@code list.each { |x| … }} is how loops are written. */
    private Statement through(Syntax node, Syntax block, String method) {
        List<Syntax> parameters = block.get("parameters").map(Syntax::children).orElse(List.of());
        Optional<Expression> variable = Optional.empty();
        if (method.equals("each_with_index")) {
            variable = parameters.stream().findFirst().map(RubyMethods::target);
        } else if (parameters.size() == 1) {
            variable = Optional.of(RubyMethods.target(parameters.get(0)));
        } else if (parameters.size() > 1) {
            variable = Optional.of(new Expression.Sequence(
                    block.place(), parameters.stream().map(RubyMethods::target).toList()));
        } else {
            variable =
                    Optional.of(new Expression.Name(block.place(), block.text().contains("_1") ? "_1" : "it"));
        }
        return new Statement.Loop(
                node.place(), variable, node.get("receiver").map(expressions::expression), Block.EMPTY, inner(block));
    }

    private List<Statement> attempt(Syntax node, Function<Expression, Statement> last) {
        List<Syntax> lines = new ArrayList<>();
        List<Block> handlers = new ArrayList<>();
        Block after = Block.EMPTY;
        for (Syntax child : node.children()) {
            if (child.is("rescue")) {
                handlers.add(handler(child, last));
            } else if (child.is("ensure") && !node.is("ensure")) {
                after = new Block(all(child.children()));
            } else {
                lines.add(child);
            }
        }
        List<Statement> body = all(lines, last);
        return handlers.isEmpty() && after.statements().isEmpty()
                ? body
                : List.of(new Statement.Attempt(node.place(), new Block(body), handlers, after));
    }

    private Block handler(Syntax rescue, Function<Expression, Statement> last) {
        List<Statement> body = new ArrayList<>();
        rescue.get("variable")
                .flatMap(it -> it.children().stream().findFirst())
                .ifPresent(it -> body.add(new Statement.Assign(
                        it.place(), expressions.expression(it), Optional.empty(), Optional.empty(), true)));
        body.addAll(block(rescue.get("body"), last).statements());
        return new Block(body);
    }

    private List<Statement> assignment(Syntax node, Function<Expression, Statement> last) {
        Optional<Syntax> left = node.get("left");
        Optional<Syntax> right = node.get("right");
        if (left.isEmpty() || right.isEmpty()) {
            return List.of(last.apply(expressions.other(node)));
        }
        if (RubyTypes.isStruct(node)) {
            return List.of(new Statement.DefineType(new RubyTypes(expressions.scope()).struct(node)));
        }
        Expression target = expressions.target(left.get());
        List<Statement> all = new ArrayList<>();
        boolean branching = node.is("assignment") && right.get().is("if", "unless", "case", "case_match", "begin");
        if (branching) {
            all.addAll(statements(right.get(), it -> assign(node, target, it)));
        } else {
            all.add(assign(node, target, expressions.assignedValue(node, left.get(), right.get())));
        }
        Statement value = last.apply(expressions.read(left.get(), target));
        if (!(value instanceof Statement.Evaluate)) {
            all.add(value);
        }
        return all;
    }

    private static Statement assign(Syntax node, Expression target, Expression value) {
        return new Statement.Assign(node.place(), target, Optional.empty(), Optional.of(value), false);
    }
}
