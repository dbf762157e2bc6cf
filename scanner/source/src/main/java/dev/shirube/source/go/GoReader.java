package dev.shirube.source.go;

/** The readers of the parts of one file, which call each other, and what they must know of where they are. */
final class GoReader {
    final GoConversions conversions = new GoConversions();
    final GoExpressions expressions = new GoExpressions(this);
    final GoLiterals literals = new GoLiterals(this);
    final GoTypes types = new GoTypes(this);
    final GoFunctions functions = new GoFunctions(this);
    final GoStatements statements = new GoStatements(this);
    final GoAssignments assignments = new GoAssignments(this);

    /** Name of the receiver of the method that is read, unless a variable hides it; empty outside of methods. */
    String receiver = "";

    /** What {@code iota} stands for; negative outside of constants. */
    long iota = -1;
}
