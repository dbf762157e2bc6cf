package dev.shirube.source.java;

import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.DeepStack;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.core.dom.CompilationUnit;

/**
 * The Java language, up to the newest version that Eclipse JDT knows.
 *
 * <p>A file is parsed first without bindings, which costs a tenth: only where that shows a call that can be in the
 * catalogue, and is within {@link ResolutionBounds}, it is parsed again with bindings against the running JDK. Other
 * libraries are typed by imports and names; what the unit's own JARs declare is found where values are followed.
 */
public final class JavaLanguage implements ProgramLanguage {

    private static final Set<String> ENDINGS = Set.of(".java");

    /** A tree takes some two hundred times the memory of its text; sources written by people stay far below. */
    private static final int LARGEST_CHARACTERS = 2 << 20;

    /** Where the JDK's own types are. */
    private static final Pattern PLATFORM = Pattern.compile(
            "(int|long|short|byte|char|boolean|float|double|void|javax?|jdk|com\\.sun|sun|org\\.(w3c|xml|ietf|jcp)|netscape)(\\..*)?");

    private final CatalogueNames names;

    /** The language, resolving types where a call of that catalogue may be. */
    public JavaLanguage(Catalogue catalogue) {
        this.names = new CatalogueNames(catalogue);
    }

    @Override
    public String id() {
        return "java";
    }

    @Override
    public String catalogue() {
        return "";
    }

    @Override
    public Set<String> fileEndings() {
        return ENDINGS;
    }

    @Override
    public Unbound unbound() {
        return Unbound.QUALIFIED;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(
                Trait.IMPLICIT_MEMBERS,
                Trait.SHARED_PACKAGES,
                Trait.EXACT_PACKAGES,
                Trait.CLASS_FILES,
                Trait.TYPES_TELL);
    }

    @Override
    public boolean resolves() {
        return true;
    }

    @Override
    public boolean isOfPlatform(String path) {
        return PLATFORM.matcher(path).matches();
    }

    /** A folder for a package and a file for a top-level type (Java Language Specification 7.2). */
    @Override
    public List<String> places(String path, String module, String location) {
        String tail = module.isEmpty() ? "" : module.replace('.', '/') + "/";
        String folder = location.substring(0, location.lastIndexOf('/') + 1);
        boolean conventional = folder.equals(tail) || folder.endsWith("/" + tail) || tail.isEmpty();
        if (!conventional) {
            return List.of();
        }
        String root = folder.substring(0, folder.length() - tail.length());
        List<String> places = new ArrayList<>();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            places.add(root + path.substring(0, end).replace('.', '/') + ".java");
        }
        return places;
    }

    @Override
    public ProgramFile read(SourceText source) {
        return bounded(source, true);
    }

    @Override
    public ProgramFile readBeside(SourceText source) {
        return bounded(source, false);
    }

    private ProgramFile bounded(SourceText source, boolean resolving) {
        int size = source.text().length();
        if (size > LARGEST_CHARACTERS) {
            return limited(source, "source-characters=" + LARGEST_CHARACTERS, size + " characters");
        }
        return Nesting.exceeded(source.text())
                .map(bound -> limited(source, bound, "a deeper level"))
                .or(() -> DeepStack.call(() -> parsed(source, resolving)))
                .orElseGet(() -> limited(
                        source, "parser-stack-mib=" + DeepStack.MEBIBYTES, "an expression or block nested too deeply"));
    }

    private static ProgramFile limited(SourceText source, String limit, String reached) {
        return unread(source, Diagnostic.of(DiagnosticCode.LIMIT_REACHED, source.location(), limit, reached));
    }

    private static ProgramFile unread(SourceText source, Diagnostic diagnostic) {
        return new ProgramFile(source, "", List.of(), List.of(), List.of(), Statement.Block.EMPTY, List.of(diagnostic));
    }

    private ProgramFile parsed(SourceText source, boolean resolving) {
        Optional<CompilationUnit> parsed = JavaParser.parse(source, JavaParser.Depth.SYNTAX);
        if (parsed.isEmpty()) {
            return unread(
                    source,
                    Diagnostic.of(
                            DiagnosticCode.MALFORMED, source.location(), "Java source", "the parser gave up on it"));
        }
        CompilationUnit unit = parsed.get();
        List<Diagnostic> diagnostics = new ArrayList<>(syntaxErrors(source, unit));
        if (!resolving || !Candidates.in(unit, names)) {
            return JavaUnits.lower(new JavaFile(source, unit), diagnostics);
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
        return JavaUnits.lower(new JavaFile(source, resolved.orElse(unit)), diagnostics);
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
