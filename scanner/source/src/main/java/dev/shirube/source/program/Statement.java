package dev.shirube.source.program;

import java.util.List;
import java.util.Optional;

/** A statement, as far as it matters which assignments can reach a place. */
public sealed interface Statement {

    /** An expression for what it does. */
    record Evaluate(Expression expression) implements Statement {}

    /**
     * A declaration of a variable, or an assignment to a variable, member, element, or several of them.
     *
     * @param target a {@link Expression.Name}, {@link Expression.Member} or {@link Expression.Index}; a {@link
     *     Expression.Sequence} or {@link Expression.Mapping} of targets takes the value apart
     * @param type as declared
     * @param value nothing where a variable is only declared; of {@code x += y} the operation
     * @param declares whether a variable of the innermost block begins here (languages with block scope)
     */
    record Assign(
            Place place, Expression target, Optional<Expression> type, Optional<Expression> value, boolean declares)
            implements Statement {}

    /** The function ends with that value; also what a generator yields. */
    record Return(Place place, Optional<Expression> value) implements Statement {}

    /** Nothing after it in its block is run: {@code throw}, {@code break}, {@code continue}, {@code panic}. */
    record Leave(Place place, List<Expression> parts) implements Statement {
        /** Keeps an unmodifiable copy. */
        public Leave {
            parts = List.copyOf(parts);
        }
    }

    /** {@code if}; what is not written is an empty block. */
    record Branch(Place place, Expression condition, Block then, Block otherwise) implements Statement {}

    /**
     * A loop of any kind.
     *
     * @param variable what takes the elements of {@code over}, a target as in {@link Assign}
     * @param over the collection whose elements are gone through
     * @param head other expressions and assignments of its head
     */
    record Loop(Place place, Optional<Expression> variable, Optional<Expression> over, Block head, Block body)
            implements Statement {}

    /**
     * {@code switch}, {@code match}, {@code when}.
     *
     * @param exhaustive whether one of the cases is always taken
     */
    record Select(Place place, Expression subject, List<Case> cases, boolean exhaustive) implements Statement {
        /** Keeps an unmodifiable copy. */
        public Select {
            cases = List.copyOf(cases);
        }
    }

    /** {@code try}: what is tried, what handles its failures, what is done at last. */
    record Attempt(Place place, Block body, List<Block> handlers, Block last) implements Statement {
        /** Keeps an unmodifiable copy. */
        public Attempt {
            handlers = List.copyOf(handlers);
        }
    }

    /** Statements one after the other. */
    record Block(List<Statement> statements) implements Statement {
        /** Without any statement. */
        public static final Block EMPTY = new Block(List.of());

        /** Keeps an unmodifiable copy. */
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** A function inside another one, or at the top of a script. */
    record DefineFunction(Function function) implements Statement {}

    /** A type inside a function, or at the top of a script. */
    record DefineType(TypeDeclaration type) implements Statement {}

    /** An import inside a function or at the top of a script. */
    record Include(Import imported) implements Statement {}

    /**
     * One case of a {@link Select}.
     *
     * @param labels values of which the subject is one; none for the default
     * @param fallsThrough whether the next case is run as well
     */
    record Case(List<Expression> labels, Block body, boolean fallsThrough) {
        /** Keeps an unmodifiable copy. */
        public Case {
            labels = List.copyOf(labels);
        }
    }
}
