package dev.shirube.source.c;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import java.util.regex.Pattern;
import org.treesitter.TreeSitterC;

/** C; headers that are evidently C++ are read as such. */
public final class CLanguage extends TreeLanguage implements ProgramLanguage {

    static final Grammar GRAMMAR = new Grammar(TreeSitterC::new);

    /** What only C++ has at the beginning of a line, or anywhere but in a comment. */
    private static final Pattern EVIDENTLY_CPP = Pattern.compile(
            "^[ \\t]*(?:class[ \\t]+\\w+|namespace\\b|template[ \\t]*<|using[ \\t]+\\w|public:|private:|protected:"
                    + "|(?![ \\t]*(?:\\*|//|/\\*))[^\\n\"]*\\w::\\w)",
            Pattern.MULTILINE);

    @Override
    public String id() {
        return "c";
    }

    @Override
    public String catalogue() {
        return "c";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".c", ".h");
    }

    @Override
    public Unbound unbound() {
        return Unbound.GLOBAL;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.SHARED_PACKAGES, Trait.MACROS);
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return isCpp(source) ? CppLanguage.GRAMMAR : GRAMMAR;
    }

    @Override
    protected SourceText prepared(SourceText source) {
        return Conditionals.joined(Annotations.blanked(source));
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        boolean cpp = isCpp(tree.source());
        return FileReader.read(tree, cpp ? CppLanguage.GRAMMAR : GRAMMAR, cpp);
    }

    private static boolean isCpp(SourceText source) {
        return !source.location().endsWith(".c")
                && EVIDENTLY_CPP.matcher(source.text()).find();
    }
}
