package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.List;
import java.util.Optional;

/** What the constructors that run when an object is made are given: one calls another of its type or supertype. */
final class Constructed {

    private static final int DEEPEST = 4;

    private final Evaluator evaluator;

    Constructed(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What that constructor is given when the object is made; nothing where it does not run then, as far as is seen. */
    Optional<Frame> frame(Atom.Instance object, Function constructor) {
        Optional<Frame> own = object.frame().of(constructor);
        if (own.isPresent()) {
            return Optional.of(object.frame());
        }
        for (Function first : object.type().methods()) {
            if (first.name().equals(Function.CONSTRUCTOR)
                    && object.frame().of(first).isPresent()) {
                return from(first, object.frame(), object.file(), constructor, 0);
            }
        }
        return Optional.empty();
    }

    private Optional<Frame> from(Function first, Frame frame, FileIndex file, Function wanted, int depth) {
        for (Statement statement : first.body().statements()) {
            if (statement instanceof Statement.Evaluate evaluate
                    && evaluate.expression() instanceof Expression.Call call
                    && call.makes()) {
                Optional<Frame> found = through(call, frame, file, wanted, depth);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Frame> through(Expression.Call call, Frame frame, FileIndex file, Function wanted, int depth) {
        for (Atom atom : evaluator.settled(call.callee(), new Spot(file, frame)).atoms()) {
            if (!(atom instanceof Atom.OwnType own)) {
                continue;
            }
            List<Function> constructors = constructors(own.type(), call);
            for (Function next : constructors) {
                Frame inner = frame.call(next, call.arguments(), file, frame, Optional.empty());
                Optional<Frame> found = next == wanted
                        ? Optional.of(inner)
                        : depth < DEEPEST ? from(next, inner, own.file(), wanted, depth + 1) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Function> constructors(TypeDeclaration type, Expression.Call call) {
        return Objects.constructors(type, call.arguments().size());
    }
}
