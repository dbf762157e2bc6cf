package dev.shirube.bytecode;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** What is in the variables and on the stack before each instruction of one method. */
final class MethodFlow {

    /**
     * Most values that are kept for one method: instructions times slots, exception handlers counted. The largest methods
     * that compilers write stay far below; a file made to use up memory is not followed, and that is said.
     */
    static final long MAXIMUM_VALUES = 8_000_000;

    private static final String TOO_LARGE = "method-too-large";
    private static final String INVALID = "invalid-code";

    private final MethodCode method;
    private final ConstantInterpreter interpreter;
    private final Frame<AbstractValue>[] frames;
    private final String failure;

    private MethodFlow(
            MethodCode method, ConstantInterpreter interpreter, Frame<AbstractValue>[] frames, String failure) {
        this.method = method;
        this.interpreter = interpreter;
        this.frames = frames;
        this.failure = failure;
    }

    static MethodFlow of(ParsedClass owner, MethodCode method, MemberIndex index, StepBudget budget) {
        return of(owner, method, index, budget, MAXIMUM_VALUES);
    }

    /** Of a method none of whose sites has operands: it is not followed. */
    static MethodFlow unneeded(ParsedClass owner, MethodCode method, MemberIndex index, StepBudget budget) {
        return new MethodFlow(method, new ConstantInterpreter(owner, method, index, budget), null, "unneeded");
    }

    /**
     * @param most largest number of values that are kept
     */
    static MethodFlow of(ParsedClass owner, MethodCode method, MemberIndex index, StepBudget budget, long most) {
        ConstantInterpreter interpreter = new ConstantInterpreter(owner, method, index, budget);
        if (budget.spent() || values(method) > most) {
            return new MethodFlow(method, interpreter, null, TOO_LARGE);
        }
        if (!method.isPlausible()) {
            return new MethodFlow(method, interpreter, null, INVALID);
        }
        try {
            Frame<AbstractValue>[] frames = new Analyzer<>(interpreter).analyze(owner.name(), method);
            return new MethodFlow(method, interpreter, frames, "unreachable");
        } catch (AnalyzerException | RuntimeException | AssertionError e) {
            // ASM trusts in what a verifier has passed: for other code it throws what its tables lead to, such as an
            // index of
            // -1 for a handler that ends before it starts, or an error for a field of the type ()V.
            return new MethodFlow(method, interpreter, null, budget.spent() ? TOO_LARGE : INVALID);
        }
    }

    /** About how many values a flow of that method keeps. */
    static long values(MethodCode method) {
        long visits = method.instructions.size();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            visits += Math.max(0, method.instructions.indexOf(block.end) - method.instructions.indexOf(block.start));
        }
        return visits * (method.maxLocals + method.maxStack);
    }

    ConstantInterpreter interpreter() {
        return interpreter;
    }

    int position(AbstractInsnNode instruction) {
        return method.instructions.indexOf(instruction);
    }

    /** Whether the method was too large, or too entangled, to be followed. */
    boolean tooLarge() {
        return failure.equals(TOO_LARGE);
    }

    /** Whether that instruction can be reached, as far as the method was followed. */
    boolean reached(AbstractInsnNode instruction) {
        return frames == null || frames[position(instruction)] != null;
    }

    /** Whether the method could be followed. */
    boolean followed() {
        return frames != null;
    }

    /** The stack's value at that distance from the top (0 is the top) before that instruction. */
    AbstractValue operand(AbstractInsnNode instruction, int fromTop) {
        Frame<AbstractValue> frame = frames == null ? null : frames[position(instruction)];
        if (frame == null) {
            return AbstractValue.unknown(1, "", failure);
        }
        int at = frame.getStackSize() - 1 - fromTop;
        return at < 0 ? AbstractValue.unknown(1, "", INVALID) : frame.getStack(at);
    }
}
