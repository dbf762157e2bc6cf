package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import java.util.List;
import java.util.Optional;

/**
 * What functions were given, as far as a value is followed through a certain call of them: the innermost call and those
 * around it. Where a function has no call here, all of its callers are meant.
 */
final class Frame {
    /** No call: whatever all callers give. */
    static final Frame OPEN = new Frame(null, null, List.of(), null, null);

    /** No call, and no look at who calls: for values of which only what they are made of here matters. */
    static final Frame LOCAL = new Frame(null, null, List.of(), null, null);

    private final Frame outer;
    private final Function function;
    private final List<Expression.Argument> arguments;
    private final Caller caller;
    private final Value self;

    /** Where the arguments were written, and what was given to the function around them. */
    record Caller(FileIndex file, Frame frame) {}

    private Frame(Frame outer, Function function, List<Expression.Argument> arguments, Caller caller, Value self) {
        this.outer = outer;
        this.function = function;
        this.arguments = arguments;
        this.caller = caller;
        this.self = self;
    }

    /** The same, within a call of that function. */
    Frame call(Function called, List<Expression.Argument> given, FileIndex file, Frame frame, Optional<Value> on) {
        return new Frame(this, called, given, new Caller(file, frame), on.orElse(null));
    }

    /** The call of that function. */
    Optional<Frame> of(Function wanted) {
        for (Frame at = this; at.function != null; at = at.outer) {
            if (at.function == wanted) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether callers are not to be looked for. */
    boolean isLocal() {
        Frame at = this;
        while (at.outer != null) {
            at = at.outer;
        }
        return at == LOCAL;
    }

    /** How many calls there are. */
    int depth() {
        int depth = 0;
        for (Frame at = this; at.function != null; at = at.outer) {
            depth++;
        }
        return depth;
    }

    List<Expression.Argument> arguments() {
        return arguments;
    }

    Caller caller() {
        return caller;
    }

    /** The object that the innermost function was called on. */
    Optional<Value> self() {
        return Optional.ofNullable(self);
    }
}
