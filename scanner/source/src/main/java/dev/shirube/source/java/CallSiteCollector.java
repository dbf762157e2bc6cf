package dev.shirube.source.java;

import dev.shirube.catalogue.CallSite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.Annotation;
import org.eclipse.jdt.core.dom.ImportDeclaration;
import org.eclipse.jdt.core.dom.Javadoc;
import org.eclipse.jdt.core.dom.PackageDeclaration;
import org.eclipse.jdt.core.dom.Pattern;
import org.eclipse.jdt.core.dom.QualifiedName;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SwitchCase;

/** Walks a file in the order of its text and gathers the call sites of the catalogue. */
final class CallSiteCollector extends ASTVisitor {

    private final JavaFile file;
    private final CallSites sites;
    private final List<CallSite> found = new ArrayList<>();
    private final Set<String> casts = new HashSet<>();

    CallSiteCollector(JavaFile file) {
        this.file = file;
        this.sites = new CallSites(file);
    }

    List<CallSite> collect() {
        file.unit().accept(this);
        return List.copyOf(found);
    }

    @Override
    public boolean preVisit2(ASTNode node) {
        if (node instanceof ImportDeclaration
                || node instanceof PackageDeclaration
                || node instanceof Javadoc
                || node instanceof Annotation) {
            return false;
        }
        boolean label = node.getLocationInParent() == SwitchCase.EXPRESSIONS2_PROPERTY;
        if (label && !(node instanceof Pattern)) {
            return false;
        }
        if (!isPartOfName(node)) {
            sites.at(node).filter(this::isFirst).ifPresent(found::add);
        }
        return true;
    }

    /** Casts to a type on one line of a member are one site. */
    private boolean isFirst(CallSite site) {
        return site.kind() != CallSite.Kind.CAST
                || casts.add(String.join(
                        " ", site.owner(), site.enclosing(), site.line().toString()));
    }

    /** The parts of a qualified name are no fields of their own. */
    private static boolean isPartOfName(ASTNode node) {
        return node.getParent() instanceof QualifiedName || node instanceof SimpleName name && name.isDeclaration();
    }
}
