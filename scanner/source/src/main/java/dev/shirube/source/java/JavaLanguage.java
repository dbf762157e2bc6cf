package dev.shirube.source.java;

import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.DeepStack;
import dev.shirube.source.language.Neighbours;
import dev.shirube.source.language.SourceCalls;
import dev.shirube.source.language.SourceLanguage;
import dev.shirube.source.language.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.core.dom.CompilationUnit;

/**
 * The Java language, up to the newest version that Eclipse JDT knows.
 *
 * <p>A file is parsed first without bindings, which costs a tenth: only where that shows a call that can be in the
 * catalogue, and is within {@link ResolutionBounds}, it is parsed again with bindings against the running JDK. Other
 * libraries are not on the class path; what they declare is typed by imports and names.
 */
public final class JavaLanguage implements SourceLanguage {

    private static final Set<String> ENDINGS = Set.of(".java");

    /** A tree takes some two hundred times the memory of its text; sources written by people stay far below. */
    private static final int LARGEST_CHARACTERS = 2 << 20;

    private final CatalogueNames names;

    /** The language, looking for the calls of that catalogue. */
    public JavaLanguage(Catalogue catalogue) {
        this.names = new CatalogueNames(catalogue);
    }

    @Override
    public String id() {
        return "java";
    }

    @Override
    public Set<String> fileEndings() {
        return ENDINGS;
    }

    @Override
    public Set<String> anchors() {
        return names.anchors();
    }

    @Override
    public SourceCalls callSites(SourceText source, Neighbours neighbours) {
        int size = source.text().length();
        if (size > LARGEST_CHARACTERS) {
            return limited(source, "source-characters=" + LARGEST_CHARACTERS, size + " characters");
        }
        return Nesting.exceeded(source.text())
                .map(bound -> limited(source, bound, "a deeper level"))
                .or(() -> DeepStack.call(() -> read(source, neighbours)))
                .orElseGet(() -> limited(
                        source, "parser-stack-mib=" + DeepStack.MEBIBYTES, "an expression or block nested too deeply"));
    }

    private static SourceCalls limited(SourceText source, String limit, String reached) {
        return SourceCalls.failed(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, source.location(), limit, reached));
    }

    private SourceCalls read(SourceText source, Neighbours neighbours) {
        Optional<CompilationUnit> parsed = JavaParser.parse(source, JavaParser.Depth.SYNTAX);
        if (parsed.isEmpty()) {
            return SourceCalls.failed(Diagnostic.of(
                    DiagnosticCode.MALFORMED, source.location(), "Java source", "the parser gave up on it"));
        }
        CompilationUnit unit = parsed.get();
        List<Diagnostic> diagnostics = new ArrayList<>(syntaxErrors(source, unit));
        if (!Candidates.in(unit, names)) {
            return new SourceCalls(List.of(), diagnostics);
        }
        Optional<String> exceeded = ResolutionBounds.exceeded(unit);
        Optional<CompilationUnit> resolved =
                exceeded.isPresent() ? Optional.empty() : JavaParser.parse(source, JavaParser.Depth.BINDINGS);
        if (resolved.isEmpty()) {
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    source.location(),
                    "type-resolution",
                    exceeded.orElse("a construct that the parser could not resolve")));
        }
        JavaFile file = JavaFile.of(source, resolved.orElse(unit), names, neighbours);
        return new SourceCalls(new CallSiteCollector(file).collect(), diagnostics);
    }

    private static List<Diagnostic> syntaxErrors(SourceText source, CompilationUnit unit) {
        int count = 0;
        int first = Integer.MAX_VALUE;
        for (IProblem problem : unit.getProblems()) {
            if (problem.isError()) {
                count++;
                first = Math.min(first, problem.getSourceLineNumber());
            }
        }
        return count == 0
                ? List.of()
                : List.of(Diagnostic.of(
                        DiagnosticCode.PARTLY_PARSED,
                        source.location(),
                        Integer.toString(count),
                        Integer.toString(first)));
    }
}
