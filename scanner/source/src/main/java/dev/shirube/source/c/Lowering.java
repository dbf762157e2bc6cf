package dev.shirube.source.c;

import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.Syntax;

/** What explains the parts of one file to each other: expressions have statements in them, and declarations both. */
final class Lowering {
    final Grammar grammar;
    final boolean cpp;
    final KnownTypes known;
    final Names names = new Names(this);
    final Expressions expressions = new Expressions(this);
    final Making making = new Making(this);
    final Declarations declarations = new Declarations(this);
    final Statements statements = new Statements(this);
    final Functions functions = new Functions(this);
    final Types types = new Types(this);

    Lowering(Grammar grammar, boolean cpp, Syntax root) {
        this.grammar = grammar;
        this.cpp = cpp;
        this.known = KnownTypes.of(root);
    }
}
