package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.Block;
import org.eclipse.jdt.core.dom.CatchClause;
import org.eclipse.jdt.core.dom.EnhancedForStatement;
import org.eclipse.jdt.core.dom.EnumDeclaration;
import org.eclipse.jdt.core.dom.FieldDeclaration;
import org.eclipse.jdt.core.dom.ForStatement;
import org.eclipse.jdt.core.dom.LambdaExpression;
import org.eclipse.jdt.core.dom.MethodDeclaration;
import org.eclipse.jdt.core.dom.RecordDeclaration;
import org.eclipse.jdt.core.dom.SingleVariableDeclaration;
import org.eclipse.jdt.core.dom.SwitchExpression;
import org.eclipse.jdt.core.dom.SwitchStatement;
import org.eclipse.jdt.core.dom.TryStatement;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypeDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclarationExpression;
import org.eclipse.jdt.core.dom.VariableDeclarationStatement;

/** What a variable's name stands for at a place: scopes of the Java Language Specification, section 6.3, by syntax. */
final class Declarations {
    private Declarations() {}

    /** The declaration of that variable that is in scope at the node, in the same file and not inherited. */
    static Optional<VariableDeclaration> find(String name, ASTNode at) {
        for (ASTNode node = at; node.getParent() != null; node = node.getParent()) {
            Optional<VariableDeclaration> found = among(scope(node.getParent(), node), name, at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The field of that name that a type's body declares itself; a record's components are fields. */
    static Optional<VariableDeclaration> field(ASTNode type, String name) {
        return among(fields(type), name, type);
    }

    static boolean isField(VariableDeclaration declaration) {
        ASTNode parent = declaration.getParent();
        return parent instanceof FieldDeclaration || parent instanceof RecordDeclaration;
    }

    /** Whether it is a parameter of a method or lambda. */
    static boolean isParameter(VariableDeclaration declaration) {
        ASTNode parent = declaration.getParent();
        return parent instanceof MethodDeclaration || parent instanceof LambdaExpression;
    }

    /** Whether something other than an assignment gives the variable its values. */
    static boolean isBoundByConstruct(VariableDeclaration declaration) {
        ASTNode parent = declaration.getParent();
        return !(parent instanceof VariableDeclarationStatement || parent instanceof VariableDeclarationExpression);
    }

    private static Optional<VariableDeclaration> among(List<?> nodes, String name, ASTNode at) {
        for (Object node : nodes) {
            for (VariableDeclaration declaration : declared((ASTNode) node)) {
                boolean before = isField(declaration) || declaration.getStartPosition() <= at.getStartPosition();
                if (before && declaration.getName().getIdentifier().equals(name)) {
                    return Optional.of(declaration);
                }
            }
        }
        return Optional.empty();
    }

    private static List<?> scope(ASTNode parent, ASTNode child) {
        if (parent instanceof Block block) {
            return block.statements();
        } else if (parent instanceof SwitchStatement statement) {
            return statement.statements();
        } else if (parent instanceof SwitchExpression expression) {
            return expression.statements();
        } else if (parent instanceof ForStatement loop) {
            return loop.initializers();
        } else if (parent instanceof EnhancedForStatement loop) {
            return List.of(loop.getParameter());
        } else if (parent instanceof TryStatement statement && !(child instanceof CatchClause)) {
            return statement.resources();
        } else if (parent instanceof CatchClause clause) {
            return List.of(clause.getException());
        } else if (parent instanceof LambdaExpression lambda) {
            return lambda.parameters();
        } else if (parent instanceof MethodDeclaration method) {
            return method.parameters();
        }
        return fields(parent);
    }

    private static List<?> fields(ASTNode type) {
        if (type instanceof TypeDeclaration declaration) {
            return List.of(declaration.getFields());
        } else if (type instanceof RecordDeclaration declaration) {
            return List.of(declaration);
        } else if (type instanceof EnumDeclaration declaration) {
            return declaration.bodyDeclarations();
        } else if (type instanceof AnonymousClassDeclaration declaration) {
            return declaration.bodyDeclarations();
        } else if (type instanceof AbstractTypeDeclaration declaration) {
            return declaration.bodyDeclarations();
        }
        return List.of();
    }

    private static List<VariableDeclaration> declared(ASTNode node) {
        List<VariableDeclaration> found = new ArrayList<>();
        if (node instanceof VariableDeclaration declaration) {
            found.add(declaration);
        } else if (node instanceof RecordDeclaration record) {
            for (Object component : record.recordComponents()) {
                found.add((VariableDeclaration) component);
            }
            for (Object member : record.bodyDeclarations()) {
                if (member instanceof FieldDeclaration field) {
                    found.addAll(declared(field));
                }
            }
        } else if (node instanceof FieldDeclaration
                || node instanceof VariableDeclarationStatement
                || node instanceof VariableDeclarationExpression) {
            node.accept(new Fragments(node, found));
        }
        return found;
    }

    private static final class Fragments extends ASTVisitor {
        private final ASTNode statement;
        private final List<VariableDeclaration> found;

        Fragments(ASTNode statement, List<VariableDeclaration> found) {
            this.statement = statement;
            this.found = found;
        }

        @Override
        public boolean preVisit2(ASTNode node) {
            if (node instanceof VariableDeclaration declaration && node.getParent() == statement) {
                found.add(declaration);
            }
            return node == statement;
        }
    }

    /** The type that a variable is declared with; null where none is written. */
    static Type writtenType(VariableDeclaration declaration) {
        ASTNode parent = declaration.getParent();
        if (declaration instanceof SingleVariableDeclaration single) {
            return single.getType();
        } else if (parent instanceof VariableDeclarationStatement statement) {
            return statement.getType();
        } else if (parent instanceof VariableDeclarationExpression expression) {
            return expression.getType();
        }
        return parent instanceof FieldDeclaration field ? field.getType() : null;
    }
}
