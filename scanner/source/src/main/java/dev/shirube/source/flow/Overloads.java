package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which of several functions of one name a call may be of: by the number of arguments, and what is written as them. */
final class Overloads {

    private static final Set<String> NUMBERS =
            Set.of("int", "long", "short", "byte", "boolean", "Integer", "Long", "Int", "Boolean");

    private static final String TEXT = "String";

    private Overloads() {}

    /**
     * The same without functions that the call does not fit, if it fits others; where one has just the types that the
     * arguments are declared with, that one.
     */
    static Value fitting(Value callee, Expression.Call call, Evaluator evaluator, Spot spot) {
        Value fitting = only(callee, it -> fits(it, call));
        if (fitting.atoms().size() < 2 || !fitting.all(Atom.OwnFunction.class::isInstance)) {
            return fitting;
        }
        List<String> types = call.arguments().stream()
                .map(it -> evaluator
                        .types()
                        .of(it.value(), spot)
                        .map(Overloads::typeName)
                        .orElse(""))
                .toList();
        return only(fitting, it -> takes(it, types));
    }

    private static Value only(Value callee, Predicate<Function> wanted) {
        if (callee.atoms().size() < 2) {
            return callee;
        }
        List<Atom> fitting = callee.atoms().stream()
                .filter(it -> !(it instanceof Atom.OwnFunction own) || wanted.test(own.function()))
                .toList();
        return fitting.isEmpty() || fitting.size() == callee.atoms().size() ? callee : callee.withAtoms(fitting);
    }

    /** The simple name of the only type that it is; empty where that is not known. */
    private static String typeName(Value type) {
        if (type.atoms().size() != 1) {
            return "";
        }
        Atom atom = type.atoms().get(0);
        if (atom instanceof Atom.OwnType own) {
            return own.type().name();
        }
        return atom instanceof Atom.Qualified it ? it.path().substring(it.path().lastIndexOf('.') + 1) : "";
    }

    /** Whether its parameters are declared with those types, as far as they are known. */
    private static boolean takes(Function function, List<String> types) {
        for (int i = 0; i < Math.min(types.size(), function.parameters().size()); i++) {
            String given = types.get(i);
            Optional<String> wanted = function.parameters().get(i).type().map(FileIndex::calledName);
            if (!given.isEmpty() && wanted.isPresent() && !wanted.get().equals(given)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Function function, Expression.Call call) {
        List<Function.Parameter> parameters = function.parameters();
        int given = 0;
        for (Expression.Argument argument : call.arguments()) {
            if (argument.value() instanceof Expression.Spread) {
                return true;
            }
            boolean position = argument.name().isEmpty();
            if (position && given < parameters.size() && !fits(parameters.get(given), argument.value())) {
                return false;
            }
            given++;
        }
        boolean rest = parameters.stream().anyMatch(Function.Parameter::rest);
        long needed = parameters.stream()
                .filter(it -> it.initial().isEmpty() && !it.rest())
                .count();
        return given >= needed && (rest || given <= parameters.size());
    }

    private static boolean fits(Function.Parameter parameter, Expression given) {
        Optional<String> type = parameter.type().map(FileIndex::calledName);
        boolean text = given instanceof Expression.Text;
        boolean number = given instanceof Expression.Whole || given instanceof Expression.Truth;
        return type.isEmpty()
                || !(text && NUMBERS.contains(type.get()))
                        && !(number && type.get().equals(TEXT));
    }

    /** The parameters of a JVM descriptor. */
    static List<String> parameters(String descriptor) {
        List<String> types = new ArrayList<>();
        int at = 1;
        while (at < descriptor.length() && descriptor.charAt(at) != ')') {
            int start = at;
            while (descriptor.charAt(at) == '[') {
                at++;
            }
            at = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
            types.add(descriptor.substring(start, at));
        }
        return types;
    }
}
