package dev.shirube.source.java;

import dev.shirube.source.language.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.dom.AST;
import org.eclipse.jdt.core.dom.ASTParser;
import org.eclipse.jdt.core.dom.CompilationUnit;

/** Eclipse JDT's parser, with recovery from errors, for one file in memory. */
final class JavaParser {

    /** How much of the meaning is looked for. */
    enum Depth {
        SYNTAX,
        BINDINGS
    }

    private static final String[] NONE = {};

    private static final Map<String, String> OPTIONS = options();

    private JavaParser() {}

    /** The file as a tree; nothing when the parser failed on it. */
    static Optional<CompilationUnit> parse(SourceText source, Depth depth) {
        ASTParser parser = ASTParser.newParser(AST.getJLSLatest());
        parser.setCompilerOptions(OPTIONS);
        parser.setKind(ASTParser.K_COMPILATION_UNIT);
        parser.setStatementsRecovery(true);
        parser.setUnitName(source.location().substring(source.location().lastIndexOf('/') + 1));
        parser.setSource(source.text().toCharArray());
        if (depth == Depth.BINDINGS) {
            parser.setResolveBindings(true);
            parser.setBindingsRecovery(true);
            parser.setEnvironment(NONE, NONE, null, true); // the running JDK and nothing else: no path from content
        }
        try {
            return Optional.of((CompilationUnit) parser.createAST(null));
        } catch (RuntimeException e) {
            // JDT documents no exception for the content of a source, yet on broken text some of its recovery throws
            // what
            // its own code happens to throw (IllegalArgument, ClassCast, ArrayIndexOutOfBounds).
            return Optional.empty();
        }
    }

    private static Map<String, String> options() {
        Map<String, String> options = new HashMap<>(JavaCore.getDefaultOptions());
        JavaCore.setComplianceOptions(JavaCore.latestSupportedJavaVersion(), options);
        options.replaceAll((key, value) ->
                JavaCore.WARNING.equals(value) || JavaCore.INFO.equals(value) ? JavaCore.IGNORE : value);
        options.put(JavaCore.COMPILER_TASK_TAGS, "");
        options.put(JavaCore.COMPILER_DOC_COMMENT_SUPPORT, JavaCore.DISABLED);
        return Map.copyOf(options);
    }
}
