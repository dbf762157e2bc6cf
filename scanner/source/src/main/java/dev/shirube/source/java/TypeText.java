package dev.shirube.source.java;

import java.util.Optional;
import org.eclipse.jdt.core.dom.NameQualifiedType;
import org.eclipse.jdt.core.dom.ParameterizedType;
import org.eclipse.jdt.core.dom.QualifiedType;
import org.eclipse.jdt.core.dom.SimpleType;
import org.eclipse.jdt.core.dom.Type;

/** A class or interface type as it is written, without type arguments and annotations. */
final class TypeText {
    private TypeText() {}

    /** The name with dots; nothing for arrays, primitive types and {@code var}. */
    static Optional<String> of(Type type) {
        if (type == null || type.isVar()) {
            return Optional.empty();
        } else if (type instanceof SimpleType simple) {
            return Optional.of(simple.getName().getFullyQualifiedName());
        } else if (type instanceof ParameterizedType parameterised) {
            return of(parameterised.getType());
        } else if (type instanceof NameQualifiedType qualified) {
            return Optional.of(qualified.getQualifier().getFullyQualifiedName() + "."
                    + qualified.getName().getIdentifier());
        } else if (type instanceof QualifiedType qualified) {
            return of(qualified.getQualifier())
                    .map(it -> it + "." + qualified.getName().getIdentifier());
        }
        return Optional.empty();
    }
}
