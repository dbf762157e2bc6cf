package dev.shirube.bytecode;

import dev.shirube.domain.Resolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Follows constants and made objects through one method; see {@link AbstractValue}. */
final class ConstantInterpreter extends Interpreter<AbstractValue> {

    /** Knows the size of every instruction's result. */
    private static final BasicInterpreter SIZES = new BasicInterpreter();

    private final ParsedClass owner;
    private final MethodCode method;
    private final MemberIndex index;
    private final StepBudget budget;
    private final TextCalls texts = new TextCalls();
    private final Map<AbstractInsnNode, MethodInsnNode> constructors = new HashMap<>();
    private final Map<AbstractInsnNode, AbstractValue> lengths = new HashMap<>();
    private final Map<AbstractInsnNode, Map<String, AbstractValue>> elements = new HashMap<>();
    private final Map<AbstractInsnNode, AbstractValue> results = new HashMap<>();

    ConstantInterpreter(ParsedClass owner, MethodCode method, MemberIndex index, StepBudget budget) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.method = method;
        this.index = index;
        this.budget = budget;
    }

    TextCalls texts() {
        return texts;
    }

    /** The call that completes the object which that NEW instruction makes; null if none was reached. */
    MethodInsnNode constructor(AbstractInsnNode created) {
        return constructors.get(created);
    }

    /** Length of the array which that instruction makes. */
    AbstractValue length(AbstractInsnNode created) {
        return lengths.getOrDefault(created, AbstractValue.other(1));
    }

    /** Elements stored into that array, by index as decimal text; under the empty text those at unknown indices. */
    Map<String, AbstractValue> elements(AbstractInsnNode created) {
        return elements.getOrDefault(created, Map.of());
    }

    @Override
    public AbstractValue newValue(Type type) {
        if (type == null) {
            return AbstractValue.NULL;
        }
        return type == Type.VOID_TYPE ? null : AbstractValue.other(type.getSize());
    }

    @Override
    public AbstractValue newParameterValue(boolean isInstance, int local, Type type) {
        if (isInstance && local == 0) {
            return AbstractValue.unknown(1, Reasons.THIS, Reasons.THIS);
        }
        String reason = method.isLambda() ? Reasons.LAMBDA : Reasons.ENTRY;
        return AbstractValue.unknown(
                type.getSize(), method.parameterName(local), reason, new AbstractValue.Origin.Parameter(local));
    }

    @Override
    public AbstractValue newOperation(AbstractInsnNode instruction) {
        return same(instruction, made(instruction));
    }

    /** The value of the last time, if it is the same again: then whoever joins values sees at once that nothing is new. */
    private AbstractValue same(AbstractInsnNode instruction, AbstractValue value) {
        AbstractValue before = results.put(instruction, value);
        if (before != null && before.equals(value)) {
            results.put(instruction, before);
            return before;
        }
        return value;
    }

    private AbstractValue made(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            return literal(opcode - Opcodes.ICONST_0);
        }
        return switch (opcode) {
            case Opcodes.ACONST_NULL -> AbstractValue.NULL;
            case Opcodes.BIPUSH, Opcodes.SIPUSH -> literal(((IntInsnNode) instruction).operand);
            case Opcodes.LDC -> ldc(((LdcInsnNode) instruction).cst);
            case Opcodes.GETSTATIC -> staticField((FieldInsnNode) instruction);
            case Opcodes.NEW -> created((TypeInsnNode) instruction);
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> AbstractValue.other(2);
            default -> AbstractValue.other(1);
        };
    }

    private static AbstractValue literal(int value) {
        return AbstractValue.constant(Integer.toString(value), Resolution.LITERAL);
    }

    private static AbstractValue ldc(Object constant) {
        if (constant instanceof String || constant instanceof Integer) {
            return AbstractValue.constant(constant.toString(), Resolution.LITERAL);
        }
        boolean wide = constant instanceof Long
                || constant instanceof Double
                || (constant instanceof org.objectweb.asm.ConstantDynamic dynamic && dynamic.getSize() == 2);
        return AbstractValue.other(wide ? 2 : 1);
    }

    private AbstractValue staticField(FieldInsnNode field) {
        if (index.has(field.owner, field.name)) {
            return AbstractValue.constant(
                    Names.member(index.owner(field.owner, field.name), field.name), Resolution.FIELD);
        }
        Object constant = owner.constant(field.owner, field.name);
        if (constant instanceof String || constant instanceof Integer) {
            return AbstractValue.constant(constant.toString(), Resolution.FIELD);
        }
        return field(field);
    }

    private static AbstractValue field(FieldInsnNode field) {
        return AbstractValue.unknown(
                Type.getType(field.desc).getSize(),
                Names.simple(field.owner) + "." + field.name,
                Reasons.FIELD,
                origin(field));
    }

    private AbstractValue created(TypeInsnNode instruction) {
        boolean builder = TextCalls.isBuilder(instruction.desc);
        return builder || index.has(instruction.desc, "<init>")
                ? AbstractValue.madeBy(instruction, 1, builder)
                : AbstractValue.unknown(1, "new " + Names.simple(instruction.desc), Reasons.CALL, origin(instruction));
    }

    private static AbstractValue.Origin origin(AbstractInsnNode instruction) {
        return new AbstractValue.Origin.Instruction(instruction);
    }

    @Override
    public AbstractValue copyOperation(AbstractInsnNode instruction, AbstractValue value) {
        return switch (instruction.getOpcode()) {
            case Opcodes.ALOAD, Opcodes.ILOAD -> same(instruction, value.throughLocal());
            // What is appended to a builder that has a name is not seen in the order in which it runs.
            case Opcodes.ASTORE -> value.builder() ? same(instruction, named(value)) : value;
            default -> value;
        };
    }

    private static AbstractValue named(AbstractValue builder) {
        boolean one = builder.makers().size() == 1 && builder.constants().isEmpty() && builder.unknown() == null;
        return one
                ? AbstractValue.unknown(
                        1,
                        "",
                        Reasons.ENDLESS,
                        origin(builder.makers().iterator().next()))
                : AbstractValue.unknown(1, "", Reasons.ENDLESS);
    }

    @Override
    public AbstractValue unaryOperation(AbstractInsnNode instruction, AbstractValue value) {
        switch (instruction.getOpcode()) {
            case Opcodes.CHECKCAST:
                return value;
            case Opcodes.GETFIELD:
                return same(instruction, field((FieldInsnNode) instruction));
            case Opcodes.ANEWARRAY:
                lengths.put(instruction, value);
                return AbstractValue.madeBy(instruction, 1, false);
            case Opcodes.NEWARRAY:
                return AbstractValue.other(1); // its second operand is a type that the interpreter of sizes would need
            default:
                return sized(unarySize(instruction));
        }
    }

    private static int unarySize(AbstractInsnNode instruction) {
        try {
            BasicValue value = SIZES.unaryOperation(instruction, null);
            return value == null ? 0 : value.getSize();
        } catch (org.objectweb.asm.tree.analysis.AnalyzerException e) {
            throw new IllegalArgumentException("an instruction with an unknown operand", e);
        }
    }

    private static AbstractValue sized(int size) {
        return size == 0 ? null : AbstractValue.other(size);
    }

    @Override
    public AbstractValue binaryOperation(AbstractInsnNode instruction, AbstractValue one, AbstractValue two) {
        if (instruction.getOpcode() == Opcodes.AALOAD) {
            return same(instruction, AbstractValue.unknown(1, "", Reasons.ARRAY, origin(instruction)));
        }
        BasicValue value;
        try {
            value = SIZES.binaryOperation(instruction, null, null);
        } catch (org.objectweb.asm.tree.analysis.AnalyzerException e) {
            throw new IllegalArgumentException("an instruction with an unknown operand", e);
        }
        return sized(value == null ? 0 : value.getSize());
    }

    @Override
    public AbstractValue ternaryOperation(
            AbstractInsnNode instruction, AbstractValue array, AbstractValue position, AbstractValue element) {
        if (instruction.getOpcode() == Opcodes.AASTORE) {
            boolean known = position.isConstant() && position.constants().size() == 1;
            String at = known ? position.constants().iterator().next() : "";
            for (AbstractInsnNode maker : array.makers()) {
                elements.computeIfAbsent(maker, it -> new TreeMap<>()).merge(at, element, AbstractValue::join);
            }
        }
        return null;
    }

    @Override
    public AbstractValue naryOperation(AbstractInsnNode instruction, List<? extends AbstractValue> values) {
        if (instruction instanceof MethodInsnNode call) {
            return same(instruction, call(call, values));
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return same(instruction, texts.dynamic(dynamic, values).orElseGet(() -> sized(dynamic)));
        }
        return AbstractValue.other(1);
    }

    private AbstractValue call(MethodInsnNode call, List<? extends AbstractValue> values) {
        if (call.name.equals("<init>")) {
            values.get(0).makers().forEach(maker -> constructors.put(maker, call));
            values.get(0).origins().forEach(maker -> constructors.put(maker, call));
            texts.constructed(call, values);
            return null;
        }
        return texts.call(call, values).orElseGet(() -> result(call));
    }

    /** An object of the catalogue has a maker; a text, like the name of a default algorithm, is a value. */
    private AbstractValue result(MethodInsnNode call) {
        int size = Type.getReturnType(call.desc).getSize();
        boolean object = size > 0 && !call.desc.endsWith(")Ljava/lang/String;");
        return object && index.has(call.owner, call.name)
                ? AbstractValue.madeBy(call, size, false)
                : called(call, size);
    }

    private static AbstractValue called(MethodInsnNode call, int size) {
        String text = Names.simple(call.owner) + "." + call.name + "()";
        return size == 0 ? null : AbstractValue.unknown(size, text, Reasons.CALL, origin(call));
    }

    private static AbstractValue sized(InvokeDynamicInsnNode dynamic) {
        int size = Type.getReturnType(dynamic.desc).getSize();
        return size == 0 ? null : AbstractValue.unknown(size, "", Reasons.CALL, origin(dynamic));
    }

    @Override
    public void returnOperation(AbstractInsnNode instruction, AbstractValue value, AbstractValue expected) {
        // Nothing is learnt from what a method returns.
    }

    /**
     * @throws IllegalStateException when the class has used up its steps; the analyzer wraps it
     */
    @Override
    public AbstractValue merge(AbstractValue one, AbstractValue two) {
        budget.take();
        return one == two ? one : one.join(two);
    }
}
