package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Blocks, branches, matches and loops, all of which are expressions in Rust. They become statements; what is done with
 * their value is done at the end of each way through them.
 */
final class RustControl {

    /** What is done with a value: it is given back, put into a variable, or only computed. */
    interface Use extends Function<Expression, Statement> {}

    private final RustReader reader;

    RustControl(RustReader reader) {
        this.reader = reader;
    }

    static Use returned() {
        return value -> new Statement.Return(value.place(), Optional.of(value));
    }

    static Use evaluated() {
        return Statement.Evaluate::new;
    }

    private static Use into(Expression.Name variable) {
        return value -> new Statement.Assign(value.place(), variable, Optional.empty(), Optional.of(value), false);
    }

    static boolean is(Syntax node) {
        return node.is(
                "if_expression",
                "match_expression",
                "block",
                "unsafe_block",
                "const_block",
                "try_block",
                "loop_expression",
                "while_expression",
                "for_expression");
    }

    /** The value, where an expression is wanted: a plain choice as it is, all else by way of a variable. */
    Expression value(Syntax node) {
        Optional<Expression> plain = plain(node);
        if (plain.isPresent()) {
            return plain.get();
        }
        Expression.Name variable = RustReader.temporary(node);
        reader.out.add(new Statement.Assign(node.place(), variable, Optional.empty(), Optional.empty(), true));
        use(node, into(variable));
        return variable;
    }

    /** A block of one expression, or a choice between two of them. */
    private Optional<Expression> plain(Syntax node) {
        if (node.is("unsafe_block", "const_block")
                || (node.is("else_clause") && node.children().size() == 1)) {
            return node.first("block", "if_expression").flatMap(this::plain);
        }
        if (node.is("block")) {
            List<Syntax> children = node.children();
            boolean one = children.size() == 1 && simple(children.get(0));
            return one ? Optional.of(reader.expressions.lower(children.get(0))) : Optional.empty();
        }
        Optional<Syntax> condition = node.get("condition");
        if (!node.is("if_expression") || condition.isEmpty() || condition.get().is("let_condition", "let_chain")) {
            return Optional.empty();
        }
        Optional<Expression> then = node.get("consequence").flatMap(this::plain);
        Optional<Expression> otherwise =
                then.flatMap(it -> node.get("alternative").flatMap(this::plain));
        return otherwise.map(it -> new Expression.Conditional(
                node.place(), Optional.of(reader.expressions.lower(condition.get())), List.of(then.get(), it)));
    }

    /** Whether no statements come out of it; a guess that errs to no. */
    private static boolean simple(Syntax node) {
        return switch (node.type()) {
            case "identifier", "scoped_identifier", "integer_literal", "string_literal", "boolean_literal" -> true;
            case "reference_expression" ->
                node.get("value").filter(RustControl::simple).isPresent();
            default -> false;
        };
    }

    /** The statements for it, at the end of whose ways its value is used. */
    void use(Syntax node, Use use) {
        switch (node.type()) {
            case "if_expression" -> branch(node, use);
            case "match_expression" -> match(node, use);
            case "block", "unsafe_block", "const_block", "try_block" -> reader.out.add(block(node, use));
            case "loop_expression", "while_expression", "for_expression" -> loop(node);
            default -> ended(node, use);
        }
    }

    private void ended(Syntax node, Use use) {
        Expression value = reader.expressions.lower(node);
        boolean left =
                !reader.out.isEmpty() && (last() instanceof Statement.Return || last() instanceof Statement.Leave);
        boolean done = node.is("assignment_expression", "compound_assignment_expr");
        if (!left && !done) {
            reader.out.add(use.apply(value));
        }
    }

    private Statement last() {
        return reader.out.get(reader.out.size() - 1);
    }

    Statement.Block block(Syntax node, Use use) {
        Syntax block = node.is("block") ? node : node.first("block").orElse(node);
        return collected(() -> reader.statements.of(block, use));
    }

    /** The statements that reading adds. */
    Statement.Block collected(Runnable reading) {
        List<Statement> outer = reader.out;
        reader.out = new ArrayList<>();
        reading.run();
        Statement.Block block = new Statement.Block(reader.out);
        reader.out = outer;
        return block;
    }

    private void branch(Syntax node, Use use) {
        List<Syntax> bindings = new ArrayList<>();
        Expression condition =
                node.get("condition").map(it -> condition(it, bindings)).orElseGet(() -> RustReader.nothing(node));
        Statement.Block then = collected(() -> {
            bindings.forEach(this::bind);
            node.get("consequence").ifPresent(it -> reader.statements.of(it, use));
        });
        Statement.Block otherwise = collected(() -> node.get("alternative")
                .flatMap(it -> it.first("block", "if_expression"))
                .ifPresent(it -> {
                    if (it.is("block")) {
                        reader.statements.of(it, use);
                    } else {
                        use(it, use);
                    }
                }));
        reader.out.add(new Statement.Branch(node.place(), condition, then, otherwise));
    }

    /** The condition without what it binds: {@code if let Some(x) = y && z}. */
    private Expression condition(Syntax node, List<Syntax> bindings) {
        if (node.is("let_condition")) {
            bindings.add(node);
            return RustReader.nothing(node);
        }
        if (!node.is("let_chain")) {
            return reader.expressions.lower(node);
        }
        List<Expression> parts = new ArrayList<>();
        for (Syntax child : node.children()) {
            parts.add(condition(child, bindings));
        }
        return new Expression.Operation(node.place(), Expression.Operator.AND, parts);
    }

    private void bind(Syntax condition) {
        Optional<Syntax> value = condition.get("value");
        Optional<Syntax> pattern = condition.get("pattern");
        if (value.isPresent() && pattern.isPresent()) {
            Expression given = reader.expressions.lower(value.get());
            if (!reader.patterns.bind(pattern.get(), given, Optional.empty())) {
                reader.out.add(new Statement.Evaluate(given));
            }
        }
    }

    private void match(Syntax node, Use use) {
        Expression subject = node.get("value").map(reader.expressions::lower).orElseGet(() -> RustReader.nothing(node));
        if (subject instanceof Expression.Call) {
            Expression.Name variable = RustReader.temporary(node.get("value").get());
            reader.out.add(
                    new Statement.Assign(subject.place(), variable, Optional.empty(), Optional.of(subject), true));
            subject = variable;
        }
        Expression matched = subject;
        List<Statement.Case> cases = new ArrayList<>();
        for (Syntax arm : node.get("body").map(it -> it.children("match_arm")).orElse(List.of())) {
            arm.get("pattern").ifPresent(it -> cases.add(arm(arm, it, matched, use)));
        }
        reader.out.add(new Statement.Select(node.place(), subject, cases, true));
    }

    private Statement.Case arm(Syntax arm, Syntax pattern, Expression subject, Use use) {
        List<Expression> labels = new ArrayList<>(reader.patterns.labels(pattern));
        Optional<Syntax> guard = pattern.get("condition");
        Statement.Block body = collected(() -> {
            reader.patterns.bind(pattern, subject, Optional.empty());
            guard.ifPresent(it -> {
                List<Syntax> bindings = new ArrayList<>();
                reader.out.add(new Statement.Evaluate(condition(it, bindings)));
                bindings.forEach(this::bind);
            });
            arm.get("value").ifPresent(it -> use(it, use));
        });
        if (guard.isPresent()) {
            labels = List.of(RustReader.nothing(guard.get())); // taken only if the guard holds, whatever the label
        }
        return new Statement.Case(labels, body, false);
    }

    private void loop(Syntax node) {
        Optional<Expression> variable = Optional.empty();
        Optional<Expression> over = Optional.empty();
        List<Statement> head = new ArrayList<>();
        List<Syntax> bindings = new ArrayList<>();
        if (node.is("for_expression")) {
            over = node.get("value").map(reader.expressions::lower);
            variable = node.get("pattern").map(reader.patterns::target);
        } else {
            node.get("condition").ifPresent(it -> {
                List<Statement> outer = reader.out;
                reader.out = head;
                head.add(new Statement.Evaluate(condition(it, bindings)));
                reader.out = outer;
            });
        }
        Statement.Block body = collected(() -> {
            bindings.forEach(this::bind);
            node.get("body").ifPresent(it -> reader.statements.of(it, evaluated()));
        });
        reader.out.add(new Statement.Loop(node.place(), variable, over, new Statement.Block(head), body));
    }
}
