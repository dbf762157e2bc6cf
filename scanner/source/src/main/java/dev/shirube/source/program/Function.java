package dev.shirube.source.program;

import java.util.List;
import java.util.Optional;

/**
 * A function, method, constructor or lambda.
 *
 * @param place of its name
 * @param name empty for a lambda, {@link #CONSTRUCTOR} for a constructor
 * @param receiver the type that a method written outside its type belongs to (Go, Kotlin extensions, C++ {@code A::f})
 * @param result type of what it returns
 * @param body an expression body is a block with one {@link Statement.Return}
 */
public record Function(
        Place place,
        String name,
        Optional<Expression> receiver,
        List<Parameter> parameters,
        Optional<Expression> result,
        Statement.Block body) {

    /** The name of every constructor. */
    public static final String CONSTRUCTOR = "<init>";

    /** Keeps an unmodifiable copy. */
    public Function {
        parameters = List.copyOf(parameters);
    }

    /** A function that belongs to no type written elsewhere. */
    public Function(
            Place place, String name, List<Parameter> parameters, Optional<Expression> result, Statement.Block body) {
        this(place, name, Optional.empty(), parameters, result, body);
    }

    /**
     * What a function is given.
     *
     * @param name without sigils
     * @param initial the value where none is given
     * @param rest whether it takes all further arguments, as a list or, for {@code **kwargs}, by name
     * @param configuration what a framework gives it, as of a {@link TypeDeclaration.Field}
     */
    public record Parameter(
            String name,
            Optional<Expression> type,
            Optional<Expression> initial,
            boolean rest,
            Optional<Expression> configuration) {
        /** A parameter that no framework fills. */
        public Parameter(String name, Optional<Expression> type, Optional<Expression> initial, boolean rest) {
            this(name, type, initial, rest, Optional.empty());
        }

        /** A parameter that must be given. */
        public static Parameter of(String name) {
            return new Parameter(name, Optional.empty(), Optional.empty(), false);
        }
    }
}
