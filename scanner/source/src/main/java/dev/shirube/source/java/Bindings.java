package dev.shirube.source.java;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jdt.core.dom.IMethodBinding;
import org.eclipse.jdt.core.dom.ITypeBinding;

/** What JDT's bindings say in the terms of class files. */
final class Bindings {
    private Bindings() {}

    /** Whether the binding stands for a type that was really found, not one made up by recovery. */
    static boolean isKnown(ITypeBinding type) {
        return type != null && !type.isRecovered() && !type.isNullType() && !type.isPrimitive();
    }

    /** Whether it is {@code Object}, which is also what JDT takes a {@code var} of a missing type for. */
    static boolean isObject(ITypeBinding type) {
        return "java.lang.Object".equals(type.getQualifiedName());
    }

    /** Binary name of the erasure, with dots and {@code $}: {@code java.security.KeyStore$Builder}. */
    static Optional<String> name(ITypeBinding type) {
        return Optional.ofNullable(type.getErasure().getBinaryName());
    }

    /** The nearest of a type and its supertypes that has that name quality. */
    static Optional<String> nearest(ITypeBinding type, Predicate<String> wanted) {
        Deque<ITypeBinding> waiting = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        waiting.add(type);
        while (!waiting.isEmpty()) {
            ITypeBinding next = waiting.remove();
            Optional<String> name = isKnown(next) ? name(next) : Optional.empty();
            if (name.isPresent() && seen.add(name.get())) {
                if (wanted.test(name.get())) {
                    return name;
                }
                addSupertypes(next, waiting);
            } else if (isKnown(next) && name.isEmpty()) {
                addSupertypes(next, waiting); // a local class has no binary name before code is generated
            }
        }
        return Optional.empty();
    }

    private static void addSupertypes(ITypeBinding type, Deque<ITypeBinding> waiting) {
        if (type.getSuperclass() != null) {
            waiting.add(type.getSuperclass());
        }
        waiting.addAll(Arrays.asList(type.getInterfaces()));
    }

    /** Descriptor of the method as compiled, by erasure; nothing where a type of it was not found. */
    static Optional<String> descriptor(IMethodBinding method) {
        IMethodBinding declared = method.getMethodDeclaration();
        StringBuilder descriptor = new StringBuilder("(");
        for (ITypeBinding parameter : declared.getParameterTypes()) {
            if (!append(descriptor, parameter)) {
                return Optional.empty();
            }
        }
        descriptor.append(')');
        if (declared.isConstructor()) {
            return Optional.of(descriptor.append('V').toString());
        }
        return append(descriptor, declared.getReturnType()) ? Optional.of(descriptor.toString()) : Optional.empty();
    }

    private static boolean append(StringBuilder descriptor, ITypeBinding type) {
        ITypeBinding erased = type.getErasure();
        if (erased == null || erased.isRecovered()) {
            return false;
        }
        if (erased.isArray()) {
            descriptor.append("[".repeat(erased.getDimensions()));
            return append(descriptor, erased.getElementType());
        }
        String name = erased.getBinaryName();
        if (name == null) {
            return false;
        }
        if (erased.isPrimitive()) {
            descriptor.append(name); // for a primitive type the binary name is its descriptor: I, Z, V
        } else {
            descriptor.append('L').append(name.replace('.', '/')).append(';');
        }
        return true;
    }
}
