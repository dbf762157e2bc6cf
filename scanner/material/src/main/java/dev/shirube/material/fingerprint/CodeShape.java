package dev.shirube.material.fingerprint;

/**
 * The instructions of one method (JVM Specification, chapter 6), with short and long forms of one instruction made equal,
 * and without the distances of jumps, which change with the forms.
 */
final class CodeShape {

    /** Bytes behind each opcode, as a digit; {@code s} for the switches, {@code w} for wide, {@code x} where there is none. */
    private static final String LENGTHS = "0".repeat(16) // constants without operand
            + "12122" // bipush sipush ldc ldc_w ldc2_w
            + "11111" // loads by number
            + "0".repeat(28) // loads
            + "11111" // stores by number
            + "0".repeat(73) // stores, stack, arithmetic
            + "2" // iinc
            + "0".repeat(20) // conversions, comparisons
            + "2".repeat(16) // jumps, goto, jsr
            + "1ss" // ret and the switches
            + "000000" // returns
            + "2222" // fields
            + "2224" + "4" // calls
            + "212" // new newarray anewarray
            + "00" // arraylength athrow
            + "22" // checkcast instanceof
            + "00" // monitors
            + "w322" // wide multianewarray ifnull ifnonnull
            + "44"; // goto_w jsr_w

    private static final int BIPUSH = 16;
    private static final int SIPUSH = 17;
    private static final int LDC = 18;
    private static final int LDC2_W = 20;
    private static final int ILOAD = 21;
    private static final int ALOAD = 25;
    private static final int ILOAD_0 = 26;
    private static final int ALOAD_3 = 45;
    private static final int ISTORE = 54;
    private static final int ISTORE_0 = 59;
    private static final int ASTORE_3 = 78;
    private static final int IINC = 132;
    private static final int GOTO = 167;
    private static final int TABLESWITCH = 170;
    private static final int GETSTATIC = 178;
    private static final int INVOKEDYNAMIC = 186;
    private static final int NEW = 187;
    private static final int NEWARRAY = 188;
    private static final int ANEWARRAY = 189;
    private static final int CHECKCAST = 192;
    private static final int INSTANCEOF = 193;
    private static final int WIDE = 196;
    private static final int MULTIANEWARRAY = 197;
    private static final int GOTO_W = 200;

    private final ClassBytes file;
    private final ShapeDigest out;

    CodeShape(ClassBytes file, ShapeDigest out) {
        this.file = file;
        this.out = out;
    }

    void read(int from, int length) {
        int at = from;
        while (at < from + length) {
            at = instruction(from, at);
        }
    }

    /** Takes in the instruction at that offset; where the next one is. */
    private int instruction(int start, int at) {
        int opcode = file.u1(at);
        char length = opcode < LENGTHS.length() ? LENGTHS.charAt(opcode) : 'x';
        switch (length) {
            case 's' -> {
                return choice(start, at, opcode);
            }
            case 'w' -> {
                int widened = file.u1(at + 1);
                out.opcode(widened);
                return at + (widened == IINC ? increment(file.u2(at + 4), 6) : 4);
            }
            case 'x' -> throw new IllegalArgumentException("no instruction " + opcode);
            default -> {
                operation(opcode, at);
                return at + 1 + (length - '0');
            }
        }
    }

    private int increment(int value, int length) {
        out.number((short) value);
        return length;
    }

    private void operation(int opcode, int at) {
        out.opcode(normal(opcode));
        if (opcode == BIPUSH) {
            out.number((byte) file.u1(at + 1));
        } else if (opcode == SIPUSH) {
            out.number((short) file.u2(at + 1));
        } else if (opcode == IINC) {
            increment((byte) file.u1(at + 2), 0);
        } else if (opcode == NEWARRAY) {
            out.opcode(file.u1(at + 1));
        } else if (opcode >= LDC && opcode <= LDC2_W) {
            out.constant(file, opcode == LDC ? file.u1(at + 1) : file.u2(at + 1));
        } else if (opcode >= GETSTATIC && opcode <= INVOKEDYNAMIC) {
            int member = file.u2(at + 1);
            out.simpleName(file.owner(member));
            out.text(file.memberName(member));
            out.shape(file.memberType(member));
        } else if (namesType(opcode)) {
            out.simpleName(file.named(file.u2(at + 1)));
        }
    }

    private static boolean namesType(int opcode) {
        return opcode == NEW
                || opcode == ANEWARRAY
                || opcode == CHECKCAST
                || opcode == INSTANCEOF
                || opcode == MULTIANEWARRAY;
    }

    /** The same number for all forms of one instruction: ldc_w is ldc, iload_2 is iload, goto_w is goto. */
    private static int normal(int opcode) {
        if (opcode == LDC + 1) {
            return LDC;
        }
        if (opcode >= ILOAD_0 && opcode <= ALOAD_3) {
            return ILOAD + (opcode - ILOAD_0) / 4;
        }
        if (opcode >= ISTORE_0 && opcode <= ASTORE_3) {
            return ISTORE + (opcode - ISTORE_0) / 4;
        }
        return opcode >= GOTO_W ? GOTO + (opcode - GOTO_W) : opcode;
    }

    /** A switch, with the values it tells apart; where the next instruction is. */
    private int choice(int start, int at, int opcode) {
        int operands = start + (at - start + 4) / 4 * 4;
        out.opcode(opcode);
        if (opcode == TABLESWITCH) {
            int low = file.s4(operands + 4);
            int high = file.s4(operands + 8);
            out.number(low);
            out.number(high);
            return next(operands + 12, (long) high - low + 1, 4);
        }
        int pairs = file.s4(operands + 4);
        int end = next(operands + 8, pairs, 8);
        for (int i = 0; i < pairs; i++) {
            out.number(file.s4(operands + 8 + 8 * i));
        }
        return end;
    }

    private int next(int from, long count, int size) {
        long end = from + count * size;
        if (count < 0 || end > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a switch of " + count);
        }
        file.u1((int) end - 1);
        return (int) end;
    }
}
