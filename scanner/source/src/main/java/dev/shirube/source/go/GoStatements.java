package dev.shirube.source.go;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements. */
final class GoStatements {
    private final GoReader reader;

    GoStatements(GoReader reader) {
        this.reader = reader;
    }

    /** A block, after which a name that it hid means again what it meant before. */
    Statement.Block block(Syntax node) {
        return block(node.is("block", "statement_list") ? node.children() : List.of(node));
    }

    private Statement.Block block(List<Syntax> nodes) {
        String receiver = reader.receiver;
        List<Statement> statements = new ArrayList<>();
        nodes.forEach(it -> add(it, statements));
        reader.receiver = receiver;
        return new Statement.Block(statements);
    }

    void add(Syntax node, List<Statement> statements) {
        switch (node.type()) {
            case "block" -> statements.add(block(node));
            case "statement_list", "ERROR" -> node.children().forEach(it -> add(it, statements));
            case "labeled_statement" -> node.children().stream().skip(1).forEach(it -> add(it, statements));
            case "expression_statement", "defer_statement", "go_statement" ->
                node.children().forEach(it -> statements.add(evaluated(it)));
            case "receive_statement" -> reader.assignments.received(node, statements);
            case "short_var_declaration" -> reader.assignments.shortDeclaration(node, statements);
            case "assignment_statement" -> reader.assignments.assignment(node, statements);
            case "inc_statement", "dec_statement" -> statements.add(reader.assignments.counted(node));
            case "var_declaration" -> reader.assignments.variables(node, statements);
            case "const_declaration" -> reader.assignments.constants(node, statements);
            case "type_declaration" ->
                node.children()
                        .forEach(it -> reader.types
                                .declared(it)
                                .map(Statement.DefineType::new)
                                .ifPresent(statements::add));
            case "return_statement" ->
                statements.add(new Statement.Return(node.place(), reader.functions.returned(node)));
            case "break_statement", "continue_statement", "goto_statement" ->
                statements.add(new Statement.Leave(node.place(), List.of()));
            case "if_statement" -> headed(node, statements, this::branch);
            case "for_statement" -> loop(node, statements);
            case "expression_switch_statement" -> headed(node, statements, this::choice);
            case "type_switch_statement" -> headed(node, statements, this::typeChoice);
            case "select_statement" -> statements.add(communication(node));
            case "empty_statement", "fallthrough_statement", "label_name" -> {}
            default -> statements.add(evaluated(node));
        }
    }

    private Statement evaluated(Syntax node) {
        Expression expression = reader.expressions.lower(node);
        if (expression instanceof Expression.Call call
                && call.callee() instanceof Expression.Name name
                && name.name().equals("panic")) {
            return new Statement.Leave(
                    node.place(),
                    call.arguments().stream().map(Expression.Argument::value).toList());
        }
        return new Statement.Evaluate(expression);
    }

    private interface Headed {
        Statement of(Syntax node);
    }

    /** A statement whose head may declare variables that are only seen in it. */
    private void headed(Syntax node, List<Statement> statements, Headed rest) {
        String receiver = reader.receiver;
        Optional<Syntax> initializer = node.get("initializer");
        if (initializer.isEmpty()) {
            statements.add(rest.of(node));
        } else {
            List<Statement> whole = new ArrayList<>();
            add(initializer.get(), whole);
            whole.add(rest.of(node));
            statements.add(new Statement.Block(whole));
        }
        reader.receiver = receiver;
    }

    private Statement branch(Syntax node) {
        return new Statement.Branch(
                node.place(),
                node.get("condition").map(reader.expressions::lower).orElseGet(() -> nothing(node)),
                node.get("consequence").map(this::block).orElse(Statement.Block.EMPTY),
                node.get("alternative").map(this::block).orElse(Statement.Block.EMPTY));
    }

    private static Expression nothing(Syntax node) {
        return new Expression.Other(node.place(), List.of());
    }

    private void loop(Syntax node, List<Statement> statements) {
        String receiver = reader.receiver;
        Optional<Expression> variable = Optional.empty();
        Optional<Expression> over = Optional.empty();
        List<Statement> head = new ArrayList<>();
        List<Statement> first = new ArrayList<>();
        List<Statement> last = new ArrayList<>();
        for (Syntax child : node.children()) {
            if (child.is("range_clause")) {
                List<Syntax> names =
                        child.get("left").map(reader.assignments::listed).orElse(List.of());
                over = child.get("right").map(it -> names.isEmpty() ? reader.expressions.lower(it) : numbered(it));
                variable = reader.assignments.taken(names);
            } else if (child.is("for_clause")) {
                child.get("initializer").ifPresent(it -> add(it, first));
                child.get("condition").ifPresent(it -> head.add(new Statement.Evaluate(reader.expressions.lower(it))));
                child.get("update").ifPresent(it -> add(it, last));
            } else if (!child.field().equals("body")) {
                head.add(new Statement.Evaluate(reader.expressions.lower(child)));
            }
        }
        List<Statement> body = new ArrayList<>(
                node.get("body").map(this::block).orElse(Statement.Block.EMPTY).statements());
        body.addAll(last);
        Statement loop =
                new Statement.Loop(node.place(), variable, over, new Statement.Block(head), new Statement.Block(body));
        if (first.isEmpty()) {
            statements.add(loop);
        } else {
            first.add(loop);
            statements.add(new Statement.Block(first));
        }
        reader.receiver = receiver;
    }

    /** What a loop goes through: indexes or keys, each with its element. */
    private Expression numbered(Syntax node) {
        Expression over = reader.expressions.lower(node);
        return new Expression.Call(
                node.place(), new Expression.Member(node.place(), over, "enumerate"), List.of(), false);
    }

    private Statement choice(Syntax node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (Syntax child : node.children("expression_case", "default_case")) {
            List<Expression> labels = child.get("value").map(reader.assignments::listed).orElse(List.of()).stream()
                    .map(reader.expressions::lower)
                    .toList();
            List<Syntax> rest = child.children().stream()
                    .filter(it -> !it.field().equals("value"))
                    .toList();
            cases.add(new Statement.Case(labels, block(rest), fallsThrough(rest)));
        }
        Expression subject = node.get("value")
                .map(reader.expressions::lower)
                .orElseGet(() -> new Expression.Truth(node.place(), true));
        return new Statement.Select(node.place(), subject, cases, node.has("default_case"));
    }

    private static boolean fallsThrough(List<Syntax> nodes) {
        return nodes.stream()
                .flatMap(it -> it.is("statement_list") ? it.children().stream() : nodes.stream())
                .anyMatch(it -> it.is("fallthrough_statement"));
    }

    /** In each case the variable is the value in the type of that case. */
    private Statement typeChoice(Syntax node) {
        Expression subject = node.get("value").map(reader.expressions::lower).orElseGet(() -> nothing(node));
        Optional<Syntax> alias =
                node.get("alias").map(it -> reader.assignments.listed(it).get(0));
        List<Statement.Case> cases = new ArrayList<>();
        for (Syntax child : node.children("type_case", "default_case")) {
            List<Expression> labels =
                    child.getAll("type").stream().map(reader.types::named).toList();
            List<Statement> body = new ArrayList<>();
            Optional<Expression> type = labels.size() == 1 ? Optional.of(labels.get(0)) : Optional.empty();
            alias.ifPresent(it -> body.add(new Statement.Assign(
                    it.place(),
                    new Expression.Name(it.place(), it.text()),
                    Optional.empty(),
                    Optional.of(new Expression.Cast(subject.place(), type, subject)),
                    true)));
            List<Syntax> rest = child.children().stream()
                    .filter(it -> !it.field().equals("type"))
                    .toList();
            body.addAll(block(rest).statements());
            cases.add(new Statement.Case(labels, new Statement.Block(body), false));
        }
        return new Statement.Select(node.place(), subject, cases, node.has("default_case"));
    }

    /** {@code select}: whichever channel is ready first. */
    private Statement communication(Syntax node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (Syntax child : node.children()) {
            List<Expression> labels = child.is("default_case") ? List.of() : List.of(nothing(child));
            cases.add(new Statement.Case(labels, block(child.children()), false));
        }
        return new Statement.Select(node.place(), nothing(node), cases, true);
    }
}
