package dev.shirube.source.program;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import java.util.List;
import java.util.Objects;

/**
 * One source file as its language's reader understood it.
 *
 * @param module package or namespace that the file declares, with dots; empty where it declares none
 * @param imports those that hold in the whole file
 * @param types at the top of the file, or of a namespace in it
 * @param functions at the top of the file; methods written outside their type have a receiver
 * @param body statements and variables of the file itself, in their order; of a language without them the variables
 * @param diagnostics what could not be read
 * @param members what the language's own tools call the members of the file, by where they stand; of languages without
 *     such none, and they are called by the names of their types and functions
 * @param tests parts of the file that are run by tests alone; what is such by the file's path need not be told
 */
public record ProgramFile(
        SourceText source,
        String module,
        List<Import> imports,
        List<TypeDeclaration> types,
        List<Function> functions,
        Statement.Block body,
        List<Diagnostic> diagnostics,
        List<Region> members,
        List<Region> tests) {

    /** Keeps unmodifiable copies and refuses null. */
    public ProgramFile {
        Objects.requireNonNull(source);
        Objects.requireNonNull(module);
        imports = List.copyOf(imports);
        types = List.copyOf(types);
        functions = List.copyOf(functions);
        Objects.requireNonNull(body);
        diagnostics = List.copyOf(diagnostics);
        members = List.copyOf(members);
        tests = List.copyOf(tests);
    }

    /** A file without parts that only tests run. */
    public ProgramFile(
            SourceText source,
            String module,
            List<Import> imports,
            List<TypeDeclaration> types,
            List<Function> functions,
            Statement.Block body,
            List<Diagnostic> diagnostics,
            List<Region> members) {
        this(source, module, imports, types, functions, body, diagnostics, members, List.of());
    }

    /** A file whose members are called by the names of their types and functions. */
    public ProgramFile(
            SourceText source,
            String module,
            List<Import> imports,
            List<TypeDeclaration> types,
            List<Function> functions,
            Statement.Block body,
            List<Diagnostic> diagnostics) {
        this(source, module, imports, types, functions, body, diagnostics, List.of());
    }

    /**
     * A member of a file.
     *
     * @param start offset of its first character, in UTF-16 units
     * @param end offset after its last character
     * @param name qualified, as findings tell it: {@code com.acme.Signer#sign([B)[B}
     */
    public record Region(int start, int end, String name) {}

    /** Whether what stands at that place is run by tests alone. */
    public CodeContext context(Place place) {
        boolean test = tests.stream().anyMatch(it -> it.start() <= place.start() && place.start() < it.end());
        return test ? CodeContext.TEST : source.context();
    }

    /** Whether it was read without its grammar, so that what it says is less than certain. */
    public boolean rough() {
        return diagnostics.stream().anyMatch(it -> it.code() == DiagnosticCode.READ_WITHOUT_GRAMMAR);
    }

    /** What is written at that place. */
    public String written(Place place) {
        return source.text().substring(place.start(), place.end());
    }
}
