package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Macros. What is given to one is no more than tokens to the grammar; it is read again as what most macros take: a list of
 * expressions, or else statements.
 */
final class RustMacros {

    /** Macros in macros that are read; deeper ones are left as they are. */
    private static final int DEEPEST = 6;

    private static final Set<String> TEXTS = Set.of("format", "format_args", "concat");
    private static final Set<String> ENDS = Set.of("panic", "unreachable", "todo", "unimplemented", "bail");

    /** Of {@code lazy_static}. */
    private static final Pattern STATIC_REFERENCE = Pattern.compile("\\bstatic(\\s+)ref\\b");

    private final RustReader reader;
    private final Grammar grammar;
    private final SyntaxTree file;
    private int depth;

    RustMacros(RustReader reader, Grammar grammar, SyntaxTree file) {
        this.reader = reader;
        this.grammar = grammar;
        this.file = file;
    }

    /** The value of the macro that is called. */
    Expression invoked(Syntax node) {
        Optional<Syntax> macro = node.get("macro");
        Optional<Syntax> tokens = node.first("token_tree");
        if (macro.isEmpty() || tokens.isEmpty() || depth >= DEEPEST) {
            return new Expression.Other(node.place(), List.of());
        }
        depth++;
        Expression value = invoked(node, macro.get(), tokens.get());
        depth--;
        return value;
    }

    private Expression invoked(Syntax node, Syntax macro, Syntax tokens) {
        Syntax name = macro.is("scoped_identifier") ? macro.get("name").orElse(macro) : macro;
        if (name.text().equals("vec")) {
            Optional<Syntax> list = fragment(tokens, "[", "];", true).flatMap(it -> find(it, "array_expression"));
            if (list.isPresent()) {
                return reader.expressions.lower(list.get());
            }
        }
        Optional<List<Syntax>> given = arguments(tokens);
        if (given.isEmpty()) {
            statements(tokens);
            return RustReader.nothing(node);
        }
        List<Expression> values = given.get().stream().map(this::argument).toList();
        if (TEXTS.contains(name.text())) {
            return RustFormats.text(node, name.text(), values);
        } else if (ENDS.contains(name.text())) {
            reader.out.add(new Statement.Leave(node.place(), values));
            return RustReader.nothing(node);
        } else if (name.text().equals("matches") && values.size() == 2) {
            return new Expression.Operation(node.place(), Expression.Operator.EQUAL, values);
        }
        List<Expression.Argument> arguments = values.stream()
                .map(it -> it instanceof Expression.Assigned named
                        ? Expression.Argument.named(((Expression.Name) named.target()).name(), named.value())
                        : Expression.Argument.of(it))
                .toList();
        return new Expression.Call(node.placeAt(name), called(macro), arguments, false);
    }

    /** A macro's name keeps its mark: it is not that of a function. */
    private Expression called(Syntax macro) {
        Expression name = reader.types.named(macro);
        return name instanceof Expression.Member member
                ? new Expression.Member(member.place(), member.object(), member.name() + "!")
                : new Expression.Name(macro.place(), macro.text() + "!");
    }

    /** {@code name = value} names an argument here, and assigns nothing. */
    private Expression argument(Syntax node) {
        Optional<Syntax> name = node.get("left").filter(it -> it.is("identifier"));
        Optional<Syntax> value = node.get("right");
        return node.is("assignment_expression") && name.isPresent() && value.isPresent()
                ? new Expression.Assigned(
                        node.place(),
                        new Expression.Name(name.get().place(), name.get().text()),
                        reader.expressions.lower(value.get()))
                : reader.expressions.lower(node);
    }

    private Optional<List<Syntax>> arguments(Syntax tokens) {
        return fragment(tokens, "f(", ");", true)
                .flatMap(it -> find(it, "arguments"))
                .map(Syntax::children);
    }

    private void statements(Syntax tokens) {
        fragment(tokens, "", "", false)
                .ifPresent(it ->
                        it.root().children().forEach(child -> reader.statements.add(child, RustControl.evaluated())));
    }

    /** The macro as a function of its name: whatever it is given, what is written in it can be run. */
    Function defined(Syntax node) {
        Optional<Syntax> name = node.get("name");
        Statement.Block body = reader.control.collected(() -> {
            for (Syntax rule : node.children("macro_rule")) {
                rule.get("right").ifPresent(it -> {
                    Statement.Block block = reader.control.collected(() -> statements(it));
                    reader.out.add(
                            new Statement.Branch(it.place(), RustReader.nothing(it), block, Statement.Block.EMPTY));
                });
            }
        });
        return new Function(
                name.map(node::placeAt).orElseGet(node::place),
                name.map(Syntax::text).orElse("") + "!",
                List.of(),
                Optional.empty(),
                body);
    }

    /** What stands between the brackets of these tokens, read between other ones; nothing where it must fit and does not. */
    private Optional<SyntaxTree> fragment(Syntax tokens, String before, String after, boolean fits) {
        int start = Math.min(tokens.start() + 1, tokens.end());
        int end = Math.max(start, tokens.end() - 1);
        String written = file.source().text().substring(start, end).replace('$', '_');
        String plain = STATIC_REFERENCE.matcher(written).replaceAll("static$1   ");
        return grammar.parse(file, start, before, plain, after, Grammar.DEEPEST >> depth)
                .filter(it -> !fits || it.errors() == 0);
    }

    private static Optional<Syntax> find(SyntaxTree tree, String type) {
        List<Syntax> nodes = List.of(tree.root());
        while (!nodes.isEmpty()) {
            List<Syntax> inner = new ArrayList<>();
            for (Syntax node : nodes) {
                if (node.is(type)) {
                    return Optional.of(node);
                }
                inner.addAll(node.children());
            }
            nodes = inner;
        }
        return Optional.empty();
    }
}
