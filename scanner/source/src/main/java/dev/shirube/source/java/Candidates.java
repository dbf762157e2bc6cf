package dev.shirube.source.java;

import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.dom.ImportDeclaration;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SuperConstructorInvocation;

/** The quick look at a parsed file: whether any name in its code can be a call of the catalogue. */
final class Candidates extends ASTVisitor {

    private final CatalogueNames names;
    private boolean found;

    private Candidates(CatalogueNames names) {
        this.names = names;
    }

    static boolean in(CompilationUnit unit, CatalogueNames names) {
        Candidates candidates = new Candidates(names);
        unit.accept(candidates);
        return candidates.found;
    }

    @Override
    public boolean preVisit2(ASTNode node) {
        return !found && !(node instanceof ImportDeclaration);
    }

    @Override
    public boolean visit(SimpleName name) {
        found |= names.isMember(name.getIdentifier()) || names.isCreated(name.getIdentifier());
        return false;
    }

    @Override
    public boolean visit(SuperConstructorInvocation call) {
        found = true; // what it creates is written elsewhere, in the head of the class
        return false;
    }
}
