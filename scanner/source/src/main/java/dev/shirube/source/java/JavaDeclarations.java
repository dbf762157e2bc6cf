package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.AbstractTypeDeclaration;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.EnumConstantDeclaration;
import org.eclipse.jdt.core.dom.EnumDeclaration;
import org.eclipse.jdt.core.dom.FieldDeclaration;
import org.eclipse.jdt.core.dom.Initializer;
import org.eclipse.jdt.core.dom.MethodDeclaration;
import org.eclipse.jdt.core.dom.Modifier;
import org.eclipse.jdt.core.dom.RecordDeclaration;
import org.eclipse.jdt.core.dom.SingleVariableDeclaration;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.VariableDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclarationFragment;

/** Types and their members. */
final class JavaDeclarations {

    /** Stands for the name of an initialiser block, which nobody can call. */
    private static final String INITIALISER = "<clinit>";

    private final JavaLowering java;

    JavaDeclarations(JavaLowering java) {
        this.java = java;
    }

    TypeDeclaration type(AbstractTypeDeclaration node) {
        List<Type> supertypes = new ArrayList<>();
        Members members = new Members();
        if (node instanceof org.eclipse.jdt.core.dom.TypeDeclaration it) {
            if (it.getSuperclassType() != null) {
                supertypes.add(it.getSuperclassType());
            }
            each(it.superInterfaceTypes(), each -> supertypes.add((Type) each));
        } else if (node instanceof EnumDeclaration it) {
            each(it.superInterfaceTypes(), each -> supertypes.add((Type) each));
            each(it.enumConstants(), each -> members.constants.add(constant((EnumConstantDeclaration) each)));
        } else if (node instanceof RecordDeclaration it) {
            each(it.superInterfaceTypes(), each -> supertypes.add((Type) each));
            each(it.recordComponents(), each -> members.fields.add(component((SingleVariableDeclaration) each)));
        }
        members(node.bodyDeclarations(), members);
        if (node instanceof RecordDeclaration it && !hasWhole(it.bodyDeclarations())) {
            members.methods.add(canonical(it));
        }
        return members.in(
                java.place(node.getName()),
                node.getName().getIdentifier(),
                supertypes.stream().map(it -> java.names().of(it)).toList());
    }

    TypeDeclaration anonymous(AnonymousClassDeclaration node, Expression supertype) {
        Members members = new Members();
        members(node.bodyDeclarations(), members);
        return members.in(java.place(node), "", List.of(supertype));
    }

    /** What a type has, as far as it was read. */
    private static final class Members {
        private final List<TypeDeclaration.EnumConstant> constants = new ArrayList<>();
        private final List<TypeDeclaration.Field> fields = new ArrayList<>();
        private final List<Function> methods = new ArrayList<>();
        private final List<TypeDeclaration> types = new ArrayList<>();

        TypeDeclaration in(Place place, String name, List<Expression> supertypes) {
            return new TypeDeclaration(place, name, supertypes, constants, fields, methods, types);
        }
    }

    private static void each(List<?> nodes, Consumer<Object> use) {
        nodes.forEach(use);
    }

    private void members(List<?> nodes, Members members) {
        for (Object node : nodes) {
            if (node instanceof FieldDeclaration it) {
                each(it.fragments(), each -> members.fields.add(field(it, (VariableDeclarationFragment) each)));
            } else if (node instanceof MethodDeclaration it) {
                members.methods.add(method(it));
            } else if (node instanceof Initializer it) {
                members.methods.add(new Function(
                        java.place(it),
                        INITIALISER,
                        List.of(),
                        Optional.empty(),
                        java.statements().block(it.getBody())));
            } else if (node instanceof AbstractTypeDeclaration it) {
                members.types.add(type(it));
            }
        }
    }

    private TypeDeclaration.EnumConstant constant(EnumConstantDeclaration node) {
        Place place = java.place(node.getName());
        String type = ((AbstractTypeDeclaration) node.getParent()).getName().getIdentifier();
        return new TypeDeclaration.EnumConstant(
                place,
                node.getName().getIdentifier(),
                java.calls().arguments(node.arguments()),
                Optional.empty(),
                Optional.ofNullable(node.getAnonymousClassDeclaration())
                        .map(it -> anonymous(it, new Expression.Name(place, type))));
    }

    private TypeDeclaration.Field component(SingleVariableDeclaration node) {
        return new TypeDeclaration.Field(
                java.place(node.getName()),
                node.getName().getIdentifier(),
                java.names().declared(node.getType()),
                Optional.empty(),
                true);
    }

    private TypeDeclaration.Field field(FieldDeclaration node, VariableDeclarationFragment variable) {
        boolean inInterface =
                node.getParent() instanceof org.eclipse.jdt.core.dom.TypeDeclaration type && type.isInterface();
        return new TypeDeclaration.Field(
                java.place(variable.getName()),
                variable.getName().getIdentifier(),
                java.names().declared(node.getType()),
                Optional.ofNullable(variable.getInitializer()).map(java::expression),
                inInterface || Modifier.isFinal(node.getModifiers()),
                Injected.by(node.modifiers(), java));
    }

    private Function method(MethodDeclaration node) {
        String name =
                node.isConstructor() ? Function.CONSTRUCTOR : node.getName().getIdentifier();
        Statement.Block body = java.statements().block(node.getBody());
        List<Function.Parameter> parameters = parameters(node.parameters());
        if (node.isCompactConstructor()) {
            RecordDeclaration record = (RecordDeclaration) node.getParent();
            List<Statement> all = new ArrayList<>(body.statements());
            all.addAll(assigned(record));
            body = new Statement.Block(all);
            parameters = parameters(record.recordComponents());
        }
        return new Function(
                java.place(node.getName()), name, parameters, java.names().declared(node.getReturnType2()), body);
    }

    List<Function.Parameter> parameters(List<?> nodes) {
        List<Function.Parameter> parameters = new ArrayList<>();
        for (Object node : nodes) {
            VariableDeclaration variable = (VariableDeclaration) node;
            SingleVariableDeclaration typed = variable instanceof SingleVariableDeclaration it ? it : null;
            parameters.add(new Function.Parameter(
                    variable.getName().getIdentifier(),
                    typed == null ? Optional.empty() : java.names().declared(typed.getType()),
                    Optional.empty(),
                    typed != null && typed.isVarargs(),
                    typed == null ? Optional.empty() : Injected.by(typed.modifiers(), java)));
        }
        return parameters;
    }

    private static boolean hasWhole(List<?> members) {
        return members.stream().anyMatch(JavaDeclarations::isWhole);
    }

    /** Whether it is a record's constructor that is given all components: then the language adds none. */
    private static boolean isWhole(Object member) {
        if (!(member instanceof MethodDeclaration it) || !it.isConstructor()) {
            return false;
        }
        RecordDeclaration record = (RecordDeclaration) it.getParent();
        return it.isCompactConstructor()
                || it.parameters().size() == record.recordComponents().size();
    }

    private Function canonical(RecordDeclaration node) {
        return new Function(
                java.place(node.getName()),
                Function.CONSTRUCTOR,
                parameters(node.recordComponents()),
                Optional.empty(),
                new Statement.Block(assigned(node)));
    }

    private List<Statement> assigned(RecordDeclaration node) {
        List<Statement> all = new ArrayList<>();
        for (Object each : node.recordComponents()) {
            ASTNode name = ((SingleVariableDeclaration) each).getName();
            Place place = java.place(name);
            all.add(new Statement.Assign(
                    place,
                    new Expression.Member(place, new Expression.This(place), name.toString()),
                    Optional.empty(),
                    Optional.of(new Expression.Name(place, name.toString())),
                    false));
        }
        return all;
    }
}
