package dev.shirube.source.program;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An expression, as far as values are followed through it. What no kind fits is {@link Other}, with the expressions in it,
 * so that no call is lost.
 */
public sealed interface Expression {

    /** Where it is written; of a call, see {@link Call}. */
    Place place();

    /** A text without any expression in it. */
    record Text(Place place, String value) implements Expression {}

    /** A whole number; what does not fit, or has a fraction, is {@link Other}. */
    record Whole(Place place, long value) implements Expression {}

    /** A truth value. */
    record Truth(Place place, boolean value) implements Expression {}

    /** {@code null}, {@code None}, {@code nil}, {@code undefined}. */
    record Nothing(Place place) implements Expression {}

    /** A name standing alone; a language's sigils ({@code $x}) are left off. */
    record Name(Place place, String name) implements Expression {}

    /** The object that the code runs on: {@code this}, {@code self}, the receiver of a Go method. */
    record This(Place place) implements Expression {}

    /** What is written behind a dot, an arrow or a double colon: {@code a.b}, {@code a->b}, {@code a::b}, {@code A\b}. */
    record Member(Place place, Expression object, String name) implements Expression {}

    /**
     * A call, or the making of an object. Composite and struct literals that name a type, such as {@code
     * tls.Config{MinVersion: v}}, are the making of an object with named arguments.
     *
     * @param place of the name that is called, which stands on the line that a reader looks for; up to the end of the call
     * @param target what is called, where the language's own tools found it
     */
    record Call(Place place, Expression callee, List<Argument> arguments, boolean makes, Optional<Target> target)
            implements Expression {
        /** Keeps an unmodifiable copy. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        /** A call of which only its names tell what is called. */
        public Call(Place place, Expression callee, List<Argument> arguments, boolean makes) {
            this(place, callee, arguments, makes, Optional.empty());
        }
    }

    /**
     * A function that is named and not called: {@code Signature::getInstance}, {@code RSAKey::new}.
     *
     * @param callee as in {@link Call}
     */
    record Reference(Place place, Expression callee, boolean makes, Optional<Target> target) implements Expression {}

    /** An object of a class without a name, which is written out where the object is made. */
    record Anonymous(Place place, Call creation, TypeDeclaration type) implements Expression {}

    /**
     * A type or constant of another library, which the language's own tools found.
     *
     * @param path its qualified name
     * @param value of a constant
     */
    record Resolved(Place place, String path, Optional<Expression> value) implements Expression {}

    /** An element of a collection or text: {@code a[i]}. */
    record Index(Place place, Expression object, Expression index) implements Expression {}

    /** A list, array, tuple or set, written out. */
    record Sequence(Place place, List<Expression> elements) implements Expression {
        /** Keeps an unmodifiable copy. */
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** A dictionary, hash or object, written out; a bare identifier as a key is a {@link Text}. */
    record Mapping(Place place, List<Entry> entries) implements Expression {
        /** Keeps an unmodifiable copy. */
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** All elements of another collection in its place: {@code *a}, {@code ...a}, {@code **a}. */
    record Spread(Place place, Expression of) implements Expression {}

    /** A text with expressions in it: {@code "$a/$b"}. */
    record Template(Place place, List<Expression> parts) implements Expression {
        /** Keeps an unmodifiable copy. */
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** Operands of one operator in their order; a chain of the same operator may be one operation. */
    record Operation(Place place, Operator operator, List<Expression> operands) implements Expression {
        /** Keeps an unmodifiable copy. */
        public Operation {
            operands = List.copyOf(operands);
        }
    }

    /**
     * One of several values: {@code c ? a : b}, and {@code switch}, {@code match}, {@code when}, {@code if} as expressions.
     *
     * @param condition of two outcomes, the first of which is taken where it holds; nothing where another question decides
     */
    record Conditional(Place place, Optional<Expression> condition, List<Expression> outcomes) implements Expression {
        /** Keeps an unmodifiable copy. */
        public Conditional {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** A function without a name of its own. */
    record Lambda(Place place, Function function) implements Expression {}

    /** An assignment whose value is used: {@code while (x = next())}. */
    record Assigned(Place place, Expression target, Expression value) implements Expression {}

    /** A type or function with type arguments: {@code Pss::new::<Sha256>}, {@code RSASS<PSS, SHA256>}. */
    record Generic(Place place, Expression base, List<Expression> arguments) implements Expression {
        /** Keeps an unmodifiable copy. */
        public Generic {
            arguments = List.copyOf(arguments);
        }
    }

    /** The address of a variable, or a variable given by reference, which the called may write: {@code &x}, {@code out x}. */
    record Address(Place place, Expression of) implements Expression {}

    /** The same value in another type, unwrapped or awaited: {@code (T) x}, {@code x as T}, {@code x!!}, {@code await x}, {@code x?}. */
    record Cast(Place place, Optional<Expression> type, Expression of) implements Expression {}

    /** Anything else, with the expressions in it. */
    record Other(Place place, List<Expression> parts) implements Expression {
        /** Keeps an unmodifiable copy. */
        public Other {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What a call is a call of, as the language's own tools found it: the last word, whatever the names may say.
     *
     * @param owners qualified names of the types that may declare it, the nearest to the object's first
     * @param descriptor JVM descriptor of the overload; nothing where a type of it was not found
     * @param rest position of the parameter that takes all further arguments as an array; nothing where none does
     */
    record Target(List<String> owners, Optional<String> descriptor, OptionalInt rest) {
        /** Keeps an unmodifiable copy. */
        public Target {
            owners = List.copyOf(owners);
        }
    }

    /**
     * What is given to a call.
     *
     * @param name of a named argument, or a member that an object literal sets
     */
    record Argument(Optional<String> name, Expression value) {
        /** An argument by its position. */
        public static Argument of(Expression value) {
            return new Argument(Optional.empty(), value);
        }

        /** An argument by its name. */
        public static Argument named(String name, Expression value) {
            return new Argument(Optional.of(name), value);
        }
    }

    /** One pair of a {@link Mapping}; all pairs of another mapping in its place have a {@link Spread} as key and value. */
    record Entry(Expression key, Expression value) {}

    /** What is done with operands. */
    enum Operator {
        /** Adds numbers, or joins texts; PHP's {@code .} and Go's {@code +} alike. */
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        REMAINDER,
        SHIFT_LEFT,
        BIT_OR,
        EQUAL,
        NOT_EQUAL,
        NOT,
        /** {@code a && b}; as a value, the last operand where all hold. */
        AND,
        /** {@code a || b}, {@code a or b}, {@code a ?? b}, {@code a ?: b}; as a value, the first operand that counts. */
        OR,
        /** Everything else. */
        OTHER
    }
}
