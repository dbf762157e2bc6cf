package dev.shirube.source.window;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a file of any of the languages without its grammar: imports, calls with what they are given, and assignments. It
 * goes through the tokens once; what it does not understand it leaves out, and values that it is not sure of are unknown.
 */
public final class WindowReader {

    /** Most variables that are told apart in functions; where there would be more, none of them has a certain value. */
    private static final int MOST_HIDDEN = 100_000;

    final Cursor cursor;
    final Expressions expressions;
    final Brackets brackets;
    final Functions functions;
    final Parameters parameters;
    final Lambdas lambdas;
    final Assignments assignments;
    final ScriptImports scripts;
    final Statements statements;
    final Imports imports;
    final List<String> declared = new ArrayList<>();
    final List<Function> functionsOfFile = new ArrayList<>();
    final List<Function> methods = new ArrayList<>();
    final List<Import> imported = new ArrayList<>();
    private final Map<String, Import> unnamed = new LinkedHashMap<>();
    private final WindowSyntax syntax;
    private String module = "";
    private int cutLine;

    private WindowReader(WindowSyntax syntax, List<Token> tokens) {
        this.syntax = syntax;
        this.cursor = new Cursor(syntax, tokens);
        this.expressions = new Expressions(this);
        this.brackets = new Brackets(this);
        this.functions = new Functions(this);
        this.parameters = new Parameters(this);
        this.lambdas = new Lambdas(this);
        this.assignments = new Assignments(this);
        this.scripts = new ScriptImports(this);
        this.statements = new Statements(this);
        this.imports = new Imports(this);
    }

    /**
     * What can be said of the text, with a diagnostic that it was read so.
     *
     * @param language id of the language
     * @param why what keeps the language's grammar from being used
     */
    public static ProgramFile read(String language, SourceText source, String why) {
        Lexer lexer = new Lexer(WindowSyntaxes.of(language), source.text());
        List<Token> tokens = lexer.read();
        WindowReader reader = new WindowReader(WindowSyntaxes.of(language), tokens);
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(Diagnostic.of(DiagnosticCode.READ_WITHOUT_GRAMMAR, source.location(), language, why));
        List<Statement> statements = reader.statements.file();
        List<Statement> body = new ArrayList<>(unknown(reader.declared)); // types of the file hide those of libraries
        body.addAll(statements);
        List<Function> functions = reader.functionsOfFile;
        if (reader.statements.ownVariables()) {
            Set<String> variables = new TreeSet<>();
            statements.forEach(it -> variables(it, variables));
            variables.removeIf(it -> !it.startsWith("$") && !Character.isLowerCase(it.charAt(0)));
            if ((long) variables.size() * (functions.size() + reader.methods.size()) > MOST_HIDDEN) {
                body.addAll(0, unknown(List.copyOf(variables)));
                variables.clear();
            }
            functions = functions.stream().map(it -> apart(it, variables)).toList();
            reader.methods.forEach(
                    it -> body.add(new Statement.Evaluate(new Expression.Lambda(it.place(), apart(it, variables)))));
        }
        if (lexer.cut()) {
            diagnostics.add(limit(source, "source-tokens=" + Lexer.MOST, "more tokens"));
        }
        if (reader.cutLine > 0) {
            diagnostics.add(limit(source, "source-nesting=" + Expressions.DEEPEST, "more in line " + reader.cutLine));
        }
        reader.imported.addAll(reader.unnamed.values());
        return new ProgramFile(
                source, reader.module, reader.imported, List.of(), functions, new Statement.Block(body), diagnostics);
    }

    /** The variables that are assigned outside of functions. */
    private static void variables(Statement statement, Set<String> names) {
        if (statement instanceof Statement.Assign assign) {
            targets(assign.target(), names);
        } else if (statement instanceof Statement.Branch branch) {
            variables(branch.then(), names);
        } else if (statement instanceof Statement.Loop loop) {
            variables(loop.body(), names);
        } else if (statement instanceof Statement.Block block) {
            block.statements().forEach(it -> variables(it, names));
        }
    }

    private static void targets(Expression target, Set<String> names) {
        if (target instanceof Expression.Name name) {
            names.add(name.name());
        } else if (target instanceof Expression.Sequence several) {
            several.elements().forEach(it -> targets(it, names));
        }
    }

    /** The function, in which those variables of the file are others. */
    private static Function apart(Function function, Set<String> variables) {
        Set<String> hidden = new TreeSet<>(variables);
        function.parameters().forEach(it -> hidden.remove(it.name()));
        List<Statement> body = new ArrayList<>(unknown(List.copyOf(hidden)));
        body.addAll(function.body().statements());
        return new Function(
                function.place(),
                function.name(),
                function.receiver(),
                function.parameters(),
                function.result(),
                new Statement.Block(body));
    }

    private static Diagnostic limit(SourceText source, String limit, String reached) {
        return Diagnostic.of(DiagnosticCode.LIMIT_REACHED, source.location(), limit, reached);
    }

    /** Notes that what begins there is nested too deeply to be read. */
    void cut(Token token) {
        cutLine = cutLine == 0 ? token.line() : cutLine;
    }

    boolean inFunction() {
        return statements.functions() > 0;
    }

    void module(String path) {
        module = module.isEmpty() ? path : module;
    }

    /** A name for a module that is used where it is required. */
    Expression required(Place place, String path) {
        String name = "require(\"" + path + "\")"; // nothing that is written can be called so
        unnamed.putIfAbsent(name, Import.of(place, path, name));
        return new Expression.Name(place, name);
    }

    /** The name without the sigil that only some places need. */
    String name(String written, boolean member) {
        boolean plain = member && written.startsWith("$")
                || written.startsWith("$_")
                || written.startsWith("@") && syntax.id().equals("csharp");
        return plain ? written.substring(1) : written;
    }

    /** The expression that a word is: of PHP's qualified names members of members. */
    Expression named(String word, Place place) {
        return word.indexOf('\\') >= 0 ? qualified(word, place) : new Expression.Name(place, name(word, false));
    }

    /** A path with dots or backslashes. */
    Expression qualified(String path, Place place) {
        Expression at = null;
        for (String part : path.replace('\\', '.').split("\\.", -1)) {
            if (!part.isEmpty()) {
                at = at == null ? new Expression.Name(place, part) : new Expression.Member(place, at, part);
            }
        }
        return at == null ? new Expression.Other(place, List.of()) : at;
    }

    /** The names of the expression with dots; empty where it is no path. */
    String path(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name.name();
        } else if (expression instanceof Expression.Generic generic) {
            return path(generic.base());
        } else if (expression instanceof Expression.Member member) {
            String object = path(member.object());
            return object.isEmpty() ? "" : object + "." + member.name();
        }
        return "";
    }

    /** The making of an object of that type, its arguments being here. */
    Expression making(Expression type, int from, int name) {
        if (cursor.is("(")) {
            List<Expression.Argument> arguments = brackets.arguments();
            return new Expression.Call(cursor.place(Math.max(from, name)), type, arguments, true);
        }
        Expression inside = expressions.read();
        List<Expression.Argument> arguments = inside instanceof Expression.Sequence it
                ? it.elements().stream().map(Expression.Argument::of).toList()
                : List.of();
        return new Expression.Call(cursor.place(Math.max(from, name)), type, arguments, true);
    }

    /** Variables of which nobody knows the value. */
    static List<Statement> unknown(List<String> names) {
        List<Statement> statements = new ArrayList<>();
        for (String name : names) {
            statements.add(new Statement.Assign(
                    Place.NONE,
                    new Expression.Name(Place.NONE, name),
                    Optional.empty(),
                    Optional.of(new Expression.Other(Place.NONE, List.of())),
                    false));
        }
        return statements;
    }
}
