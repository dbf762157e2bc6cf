package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jdt.core.dom.IMethodBinding;
import org.eclipse.jdt.core.dom.ITypeBinding;

/** What calls are calls of, by JDT's bindings; nothing where a type was not found. */
final class JavaTargets {
    private JavaTargets() {}

    /** Of a method that is called or referenced. */
    static Optional<Expression.Target> method(
            org.eclipse.jdt.core.dom.Expression receiver, IMethodBinding method, List<?> arguments) {
        ITypeBinding type = receiver == null ? null : receiver.resolveTypeBinding();
        if (Bindings.isKnown(type) && !Bindings.isObject(type)) {
            return target(type, method, arguments);
        }
        boolean declared = method != null && Bindings.isKnown(method.getDeclaringClass());
        return declared ? target(method.getDeclaringClass(), method, arguments) : Optional.empty();
    }

    private static Optional<Expression.Target> target(ITypeBinding type, IMethodBinding method, List<?> arguments) {
        Set<String> owners = new LinkedHashSet<>();
        boolean whole = gather(type, owners);
        boolean found = method != null && Bindings.isKnown(method.getDeclaringClass());
        return whole || found
                ? Optional.of(new Expression.Target(List.copyOf(owners), descriptor(method), rest(method, arguments)))
                : Optional.empty();
    }

    /** The type and its supertypes, the nearest first; whether all of them were found. */
    private static boolean gather(ITypeBinding type, Set<String> owners) {
        Deque<ITypeBinding> waiting = new ArrayDeque<>();
        List<ITypeBinding> seen = new ArrayList<>();
        waiting.add(type);
        boolean whole = true;
        while (!waiting.isEmpty()) {
            ITypeBinding next = waiting.remove();
            whole &= !next.isRecovered();
            if (Bindings.isKnown(next) && !seen.contains(next)) {
                seen.add(next);
                String name = JavaNames.qualified(next);
                if (!name.isEmpty()) { // a class without a name has none
                    owners.add(name);
                }
                if (next.getSuperclass() != null) {
                    waiting.add(next.getSuperclass());
                }
                waiting.addAll(Arrays.asList(next.getInterfaces()));
            }
        }
        return whole;
    }

    /** Of a constructor of that type. */
    static Optional<Expression.Target> constructor(
            ITypeBinding type, IMethodBinding constructor, List<?> arguments, boolean exact) {
        return Bindings.isKnown(type)
                ? Optional.of(new Expression.Target(
                        List.of(JavaNames.qualified(type)),
                        exact ? descriptor(constructor) : Optional.empty(),
                        rest(constructor, arguments)))
                : Optional.empty();
    }

    private static Optional<String> descriptor(IMethodBinding method) {
        return method == null ? Optional.empty() : Bindings.descriptor(method);
    }

    private static OptionalInt rest(IMethodBinding method, List<?> arguments) {
        return method == null || !method.isVarargs() || isArrayGiven(arguments, method)
                ? OptionalInt.empty()
                : OptionalInt.of(method.getParameterTypes().length - 1);
    }

    private static boolean isArrayGiven(List<?> written, IMethodBinding method) {
        int parameters = method.getParameterTypes().length;
        if (written.size() != parameters) {
            return false;
        }
        ITypeBinding last = ((org.eclipse.jdt.core.dom.Expression) written.get(parameters - 1)).resolveTypeBinding();
        return last == null
                || last.isNullType()
                || last.getDimensions() == method.getParameterTypes()[parameters - 1].getDimensions();
    }
}
