package dev.shirube.source.java;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.CompilationUnit;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.ImportDeclaration;
import org.eclipse.jdt.core.dom.MethodInvocation;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SuperConstructorInvocation;
import org.eclipse.jdt.core.dom.VariableDeclaration;

/**
 * The quick look at a parsed file: whether anything used in its code can be of the catalogue.
 *
 * <p>It errs only on the safe side: a call is passed over when its receiver is of a type that a single-type import takes
 * from a library which is neither the JDK's nor the catalogue's, since bindings could tell no more of it.
 */
final class Candidates extends ASTVisitor {

    /** Where the JDK's own types are. */
    private static final Pattern JDK =
            Pattern.compile("(javax?|jdk|com\\.sun|sun|org\\.(w3c|xml|ietf|jcp)|netscape)\\..*");

    private final CatalogueNames names;
    private final Set<String> foreign = new HashSet<>();
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
        found |= CastType.of(node).flatMap(TypeText::of).filter(this::isCast).isPresent();
        return !found;
    }

    private boolean isCast(String type) {
        return names.isCast(type.substring(type.lastIndexOf('.') + 1));
    }

    @Override
    public boolean visit(ImportDeclaration declaration) {
        String name = declaration.getName().getFullyQualifiedName();
        boolean known = JDK.matcher(name).matches() || names.owner(name).isPresent();
        if (!declaration.isStatic() && !declaration.isOnDemand() && !known) {
            foreign.add(name.substring(name.lastIndexOf('.') + 1));
        }
        return false;
    }

    @Override
    public boolean visit(SimpleName name) {
        String identifier = name.getIdentifier();
        boolean member = names.isMember(identifier) && !name.isDeclaration() && !isForeignCall(name);
        found |= member || names.isCreated(identifier);
        return false;
    }

    @Override
    public boolean visit(SuperConstructorInvocation call) {
        found = true; // what it creates is written elsewhere, in the head of the class
        return false;
    }

    private boolean isForeignCall(SimpleName name) {
        return name.getLocationInParent() == MethodInvocation.NAME_PROPERTY
                && isForeign(((MethodInvocation) name.getParent()).getExpression());
    }

    private boolean isForeign(Expression receiver) {
        if (!(receiver instanceof SimpleName name)) {
            return false;
        }
        Optional<VariableDeclaration> variable = Declarations.find(name.getIdentifier(), name);
        return variable.isEmpty()
                ? foreign.contains(name.getIdentifier())
                : TypeText.of(Declarations.writtenType(variable.get()))
                        .filter(foreign::contains)
                        .isPresent();
    }
}
