package dev.shirube.source.java;

import java.util.Optional;
import org.eclipse.jdt.core.dom.FieldDeclaration;
import org.eclipse.jdt.core.dom.Modifier;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.TypeDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclaration;

/** Constant variables (Java Language Specification 4.12.4) that are fields, in this file or another of the unit. */
final class ConstantFields {
    private ConstantFields() {}

    /**
     * The constant that a name in that file stands for.
     *
     * @param depth names followed so far
     */
    static Optional<Constant> named(Name name, JavaFile file, int depth) {
        return new Fields(file, depth).named(name).flatMap(field -> value(field, depth));
    }

    /** Final, with an initialiser that is constant; a field of an interface is final without saying so. */
    private static Optional<Constant> value(Fields.Found found, int depth) {
        VariableDeclaration declaration = found.declaration();
        if (!(declaration.getParent() instanceof FieldDeclaration field) || declaration.getInitializer() == null) {
            return Optional.empty();
        }
        boolean inInterface = field.getParent() instanceof TypeDeclaration type && type.isInterface();
        if (!inInterface && !Modifier.isFinal(field.getModifiers())) {
            return Optional.empty();
        }
        return new ConstantReader(found.file(), depth + 1)
                .read(declaration.getInitializer())
                .map(Constant::asNamed);
    }
}
