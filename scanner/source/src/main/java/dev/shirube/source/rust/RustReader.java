package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The readers of the parts of one file, which call each other, and what they must know of where they are. */
final class RustReader {
    final RustExpressions expressions = new RustExpressions(this);
    final RustCalls calls = new RustCalls(this);
    final RustControl control = new RustControl(this);
    final RustPatterns patterns = new RustPatterns(this);
    final RustStatements statements = new RustStatements(this);
    final RustTypes types = new RustTypes(this);
    final RustFunctions functions = new RustFunctions(this);
    final RustItems items = new RustItems(this);
    final RustHeads heads = new RustHeads();
    final RustMacros macros;

    /** Where statements go that an expression needs before it: blocks are values in Rust, and none in the common form. */
    List<Statement> out = new ArrayList<>();

    /** What the file compiles for tests alone. */
    final List<ProgramFile.Region> tests = new ArrayList<>();

    /** What {@code Self} stands for; nothing outside of types. */
    Optional<Expression> self = Optional.empty();

    RustReader(Grammar grammar, SyntaxTree tree) {
        this.macros = new RustMacros(this, grammar, tree);
    }

    /** A variable that no program can name, for the value of what stands there. */
    static Expression.Name temporary(Syntax node) {
        return new Expression.Name(node.place(), "value@" + node.start());
    }

    static Expression nothing(Syntax node) {
        return new Expression.Other(node.place(), List.of());
    }
}
