package dev.shirube.source.program;

import java.util.List;
import java.util.Optional;

/**
 * A class, interface, enumeration, struct, trait, object or module of functions.
 *
 * @param place of its name
 * @param supertypes as written, the superclass first
 * @param enumerations the constants of an enumeration, in their order
 */
public record TypeDeclaration(
        Place place,
        String name,
        List<Expression> supertypes,
        List<EnumConstant> enumerations,
        List<Field> fields,
        List<Function> methods,
        List<TypeDeclaration> types) {

    /** Keeps unmodifiable copies. */
    public TypeDeclaration {
        supertypes = List.copyOf(supertypes);
        enumerations = List.copyOf(enumerations);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
        types = List.copyOf(types);
    }

    /**
     * A field, property or constant of a type.
     *
     * @param fixed whether nothing can assign it after it was initialised
     * @param configuration key of a setting that a framework puts into it, with its default: of {@code @Value("${x:RSA}")}
     *     the call {@code Value("${x:RSA}")}
     */
    public record Field(
            Place place,
            String name,
            Optional<Expression> type,
            Optional<Expression> initial,
            boolean fixed,
            Optional<Expression> configuration) {
        /** A field that no framework fills. */
        public Field(Place place, String name, Optional<Expression> type, Optional<Expression> initial, boolean fixed) {
            this(place, name, type, initial, fixed, Optional.empty());
        }
    }

    /**
     * One constant of an enumeration.
     *
     * @param arguments what its constructor is given
     * @param value what it is in languages where a constant is a number or text ({@code RSA = "rsa"})
     * @param body members of its own, as of a class without a name
     */
    public record EnumConstant(
            Place place,
            String name,
            List<Expression.Argument> arguments,
            Optional<Expression> value,
            Optional<TypeDeclaration> body) {
        /** Keeps an unmodifiable copy. */
        public EnumConstant {
            arguments = List.copyOf(arguments);
        }

        /** A constant without members of its own. */
        public EnumConstant(Place place, String name, List<Expression.Argument> arguments, Optional<Expression> value) {
            this(place, name, arguments, value, Optional.empty());
        }
    }
}
