package dev.shirube.source.program;

import dev.shirube.domain.Diagnostic;
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
 */
public record ProgramFile(
        SourceText source,
        String module,
        List<Import> imports,
        List<TypeDeclaration> types,
        List<Function> functions,
        Statement.Block body,
        List<Diagnostic> diagnostics) {

    /** Keeps unmodifiable copies and refuses null. */
    public ProgramFile {
        Objects.requireNonNull(source);
        Objects.requireNonNull(module);
        imports = List.copyOf(imports);
        types = List.copyOf(types);
        functions = List.copyOf(functions);
        Objects.requireNonNull(body);
        diagnostics = List.copyOf(diagnostics);
    }

    /** What is written at that place. */
    public String written(Place place) {
        return source.text().substring(place.start(), place.end());
    }
}
