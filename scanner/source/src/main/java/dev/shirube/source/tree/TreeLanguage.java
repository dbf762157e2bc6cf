package dev.shirube.source.tree;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A language that is read through its tree-sitter grammar: bounds, broken text and a missing native library are dealt with
 * here, so that a language has only its syntax to explain.
 */
public abstract class TreeLanguage implements ProgramLanguage {

    /** Largest file that is parsed, in UTF-16 units: its tree takes some hundred times the memory. */
    public static final int LARGEST = 1 << 20;

    /** For those who name a grammar for each file. */
    protected TreeLanguage() {}

    /** The grammar of that file. */
    protected abstract Grammar grammar(SourceText source);

    /** Why the grammar of that file cannot be used here; nothing where it can. */
    public final Optional<String> fault(SourceText source) {
        return grammar(source).fault();
    }

    /** The text as the grammar can read it, with every character that stays in its place; the text itself if left as it is. */
    protected SourceText prepared(SourceText source) {
        return source;
    }

    /** What the syntax says; the tree may have places that the grammar does not fit, as nodes of the type ERROR. */
    protected abstract ProgramFile lower(SyntaxTree tree);

    @Override
    public final ProgramFile read(SourceText source) {
        int size = source.text().length();
        if (size > LARGEST) {
            return unread(source, limit(source, "source-characters=" + LARGEST, size + " characters"));
        }
        Grammar grammar = grammar(source);
        if (grammar.fault().isPresent()) {
            return unread(
                    source,
                    Diagnostic.of(
                            DiagnosticCode.MALFORMED,
                            source.location(),
                            id(),
                            grammar.fault().get()));
        }
        Optional<SyntaxTree> tree = grammar.parse(prepared(source));
        if (tree.isEmpty()) {
            return unread(
                    source,
                    Diagnostic.of(DiagnosticCode.MALFORMED, source.location(), id(), "the parser gave up on it"));
        }
        ProgramFile file = lower(tree.get());
        List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
        diagnostics.addAll(faults(source, tree.get()));
        return new ProgramFile(
                source,
                file.module(),
                file.imports(),
                file.types(),
                file.functions(),
                file.body(),
                diagnostics,
                file.members(),
                file.tests());
    }

    private static List<Diagnostic> faults(SourceText source, SyntaxTree tree) {
        List<Diagnostic> faults = new ArrayList<>();
        if (tree.errors() > 0) {
            faults.add(Diagnostic.of(
                    DiagnosticCode.PARTLY_PARSED,
                    source.location(),
                    Integer.toString(tree.errors()),
                    Integer.toString(tree.firstErrorLine())));
        }
        if (tree.firstCutLine() > 0) {
            faults.add(limit(source, "source-nesting=" + Grammar.DEEPEST, "more in line " + tree.firstCutLine()));
        }
        return faults;
    }

    private static Diagnostic limit(SourceText source, String limit, String reached) {
        return Diagnostic.of(DiagnosticCode.LIMIT_REACHED, source.location(), limit, reached);
    }

    private static ProgramFile unread(SourceText source, Diagnostic diagnostic) {
        return new ProgramFile(source, "", List.of(), List.of(), List.of(), Statement.Block.EMPTY, List.of(diagnostic));
    }
}
