package dev.shirube.source.java;

import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ArrayCreation;
import org.eclipse.jdt.core.dom.ArrayInitializer;
import org.eclipse.jdt.core.dom.ArrayType;
import org.eclipse.jdt.core.dom.FieldDeclaration;
import org.eclipse.jdt.core.dom.PrimitiveType;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.VariableDeclarationStatement;

/** What an array is declared to hold. */
final class Arrays {
    private Arrays() {}

    /** Whether what is in the array made by that expression may be told: bytes and characters may be a key or a password. */
    static boolean mayBeTold(ASTNode array) {
        ASTNode node = array;
        while (node instanceof ArrayInitializer) {
            node = node.getParent(); // of an array of arrays the outermost tells
        }
        if (node instanceof ArrayCreation creation) {
            return isHarmless(creation.getType());
        }
        ASTNode declaration = node.getParent();
        if (declaration instanceof VariableDeclarationStatement local) {
            return isHarmless(local.getType());
        }
        return declaration instanceof FieldDeclaration field && isHarmless(field.getType());
    }

    private static boolean isHarmless(Type type) {
        Type element = type instanceof ArrayType array ? array.getElementType() : type;
        return !(element instanceof PrimitiveType primitive)
                || primitive.getPrimitiveTypeCode() != PrimitiveType.BYTE
                        && primitive.getPrimitiveTypeCode() != PrimitiveType.CHAR;
    }
}
