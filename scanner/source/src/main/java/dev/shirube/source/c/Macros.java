package dev.shirube.source.c;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Constants and functions that the preprocessor defines.
 *
 * <p>The grammar leaves their values as text. All values of a file are read at once, each in its place, as one text in which
 * everything else is blank.
 */
final class Macros {

    /** What begins a statement rather than a value. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:do|if|for|while|switch|return|goto|static|extern|typedef|else|case)\\b.*|[{;].*", Pattern.DOTALL);

    private final Lowering lowering;
    private final List<Syntax> definitions = new ArrayList<>();

    Macros(Lowering lowering, Syntax root) {
        this.lowering = lowering;
        collect(root);
    }

    private void collect(Syntax node) {
        if (node.is("preproc_def", "preproc_function_def")) {
            if (node.get("value").isPresent() && readable(node)) {
                definitions.add(node);
            }
            return;
        }
        node.children().forEach(this::collect);
    }

    /** Values with unmatched brackets, and those that put names together, are no code by themselves. */
    private static boolean readable(Syntax node) {
        Syntax value = node.get("value").orElseThrow();
        String text = value.text();
        int depth = 0;
        for (char c : CodeMask.of(text)) {
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0 || c == '#') {
                return false;
            }
        }
        return depth == 0 && value.start() - node.start() > 5;
    }

    /** Adds what the definitions say. */
    void read(SourceText source, List<Statement> body, List<Function> functions) {
        if (definitions.isEmpty()) {
            return;
        }
        Optional<SyntaxTree> tree = lowering.grammar.parse(new SourceText(source.location(), values(source.text())));
        Map<Integer, List<Syntax>> parsed = new TreeMap<>();
        tree.ifPresent(it -> it.root().children("compound_statement").forEach(block -> {
            parsed.put(block.start(), block.children());
        }));
        for (Syntax definition : definitions) {
            String name = definition.get("name").map(Syntax::text).orElse("");
            Syntax value = definition.get("value").orElseThrow();
            boolean statement = STATEMENT.matcher(value.text()).matches();
            List<Syntax> parts = parsed.getOrDefault(value.start() - (statement ? 1 : 3), List.of());
            Optional<Expression> one = statement ? Optional.empty() : single(parts);
            if (definition.is("preproc_def")) {
                one.ifPresent(it -> body.add(new Statement.Assign(
                        definition.place(),
                        Names.name(definition.get("name").orElseThrow()),
                        Optional.empty(),
                        Optional.of(it),
                        true)));
            } else {
                List<Statement> statements = one.isPresent()
                        ? List.of(new Statement.Return(value.place(), one))
                        : statement ? lowering.statements.inside(parts) : List.of();
                functions.add(new Function(
                        definition.place(), name, parameters(definition), Optional.empty(), new Block(statements)));
            }
        }
    }

    /** The value that was read as being assigned. */
    private Optional<Expression> single(List<Syntax> parts) {
        boolean assigned = parts.size() == 1
                && parts.get(0).is("expression_statement")
                && parts.get(0).children().size() == 1
                && parts.get(0).children().get(0).is("assignment_expression");
        return assigned ? parts.get(0).children().get(0).get("right").map(lowering.expressions::of) : Optional.empty();
    }

    private static List<Parameter> parameters(Syntax definition) {
        List<Parameter> parameters = new ArrayList<>();
        definition
                .get("parameters")
                .ifPresent(list -> list.children("identifier").forEach(it -> parameters.add(Parameter.of(it.text()))));
        return parameters;
    }

    /** Each value in a block of its own, so that one that is no code does not harm the others. */
    private String values(String text) {
        char[] values = new char[text.length() + 2];
        Arrays.fill(values, ' ');
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            values[i] = '\n';
        }
        for (Syntax definition : definitions) {
            Syntax value = definition.get("value").orElseThrow();
            if (definition != definitions.get(0)) {
                values[definition.start()] = ';';
                values[definition.start() + 1] = '}';
            }
            String written = value.text();
            for (int i = 0; i < written.length(); i++) {
                boolean joinsLines = written.charAt(i) == '\\'
                        && i + 1 < written.length()
                        && (written.charAt(i + 1) == '\n' || written.charAt(i + 1) == '\r');
                values[value.start() + i] = joinsLines ? ' ' : written.charAt(i);
            }
            String begin = STATEMENT.matcher(written).matches() ? "{" : "{_=";
            begin.getChars(0, begin.length(), values, value.start() - begin.length());
        }
        values[text.length()] = ';';
        values[text.length() + 1] = '}';
        return new String(values);
    }
}
