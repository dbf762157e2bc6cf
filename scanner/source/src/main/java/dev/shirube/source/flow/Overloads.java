package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of several functions of one name a call may be of: by the number of arguments, and what is written as them. */
final class Overloads {

    private static final Set<String> NUMBERS =
            Set.of("int", "long", "short", "byte", "boolean", "Integer", "Long", "Int", "Boolean");

    private static final String TEXT = "String";

    private Overloads() {}

    /** The same without functions that the call does not fit, if it fits others. */
    static Value fitting(Value callee, Expression.Call call) {
        if (callee.atoms().size() < 2) {
            return callee;
        }
        List<Atom> fitting = callee.atoms().stream()
                .filter(it -> !(it instanceof Atom.OwnFunction own) || fits(own.function(), call))
                .toList();
        return fitting.isEmpty() || fitting.size() == callee.atoms().size() ? callee : callee.withAtoms(fitting);
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
}
