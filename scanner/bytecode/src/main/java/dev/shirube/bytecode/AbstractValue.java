package dev.shirube.bytecode;

import dev.shirube.domain.Resolution;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What can be in one local variable or stack slot: constants, objects made by certain instructions, or something unknown.
 *
 * <p>Values form a lattice of bounded height: joining unites the sets, and what grows beyond {@link #MAXIMUM}
 * becomes unknown; so the analysis ends for every class file, however it was made.
 *
 * @param size slots taken: 2 for long and double, else 1
 * @param constants texts, and whole numbers as decimal text
 * @param makers instructions whose results or new objects it can be: calls of the catalogue, new objects, new arrays
 * @param resolution how the constants were followed
 * @param unknown why something else may be here too; null where nothing else may
 * @param builder whether it is a text under construction, which must not be shared
 */
record AbstractValue(
        int size,
        Set<String> constants,
        Set<AbstractInsnNode> makers,
        Resolution resolution,
        Unknown unknown,
        boolean builder)
        implements Value {

    /** Most constants, and most makers, of one value. */
    static final int MAXIMUM = 32;

    /** Most places that one value may come from: variables that are used for many things come from more. */
    private static final int MAXIMUM_ORIGINS = 8;

    /** Nothing that a caller could use: the null reference, or a slot without a value. */
    static final AbstractValue NULL =
            new AbstractValue(1, Collections.emptySet(), Collections.emptySet(), Resolution.LITERAL, null, false);

    private static final Unknown SEVERAL = new Unknown("", Reasons.SEVERAL);
    private static final Unknown OTHER = new Unknown("", "other");
    private static final AbstractValue OTHER_SINGLE = unknown(1, OTHER);
    private static final AbstractValue OTHER_DOUBLE = unknown(2, OTHER);

    /**
     * Why a value is not known, and how it was written.
     *
     * @param origins the parameters and instructions it comes from, for whoever can look beyond the method
     * @param opaque whether something else may be here, too, that has no origin
     */
    record Unknown(String text, String reason, Set<Origin> origins, boolean opaque) {
        Unknown(String text, String reason) {
            this(text, reason, Collections.emptySet(), true);
        }
    }

    /** Where a value comes into the method. */
    sealed interface Origin {
        /** The caller gives it; the local variable that holds it at the start. */
        record Parameter(int local) implements Origin {}

        /** A field, a call or a concatenation gives it. */
        record Instruction(AbstractInsnNode instruction) implements Origin {}
    }

    static AbstractValue constant(String value, Resolution resolution) {
        return new AbstractValue(1, Set.of(value), Collections.emptySet(), resolution, null, false);
    }

    static AbstractValue constants(Set<String> values, Resolution resolution, boolean builder) {
        return values.size() > MAXIMUM
                ? unknown(1, SEVERAL)
                : new AbstractValue(1, values, Collections.emptySet(), resolution, null, builder);
    }

    static AbstractValue madeBy(AbstractInsnNode instruction, int size, boolean builder) {
        return new AbstractValue(size, Collections.emptySet(), Set.of(instruction), Resolution.LITERAL, null, builder);
    }

    static AbstractValue unknown(int size, Unknown unknown) {
        return new AbstractValue(
                size, Collections.emptySet(), Collections.emptySet(), Resolution.UNRESOLVED, unknown, false);
    }

    static AbstractValue unknown(int size, String text, String reason) {
        return unknown(size, new Unknown(text, reason));
    }

    static AbstractValue unknown(int size, String text, String reason, Origin origin) {
        return unknown(size, new Unknown(text, reason, Set.of(origin), false));
    }

    /** An unknown value of which there is nothing to say. */
    static AbstractValue other(int size) {
        return size == 2 ? OTHER_DOUBLE : OTHER_SINGLE;
    }

    @Override
    public int getSize() {
        return size;
    }

    /** Whether it can be nothing but one of its constants. */
    boolean isConstant() {
        return unknown == null && makers.isEmpty() && !constants.isEmpty();
    }

    /** Whether it is the object that the method runs on. */
    boolean isThis() {
        return unknown != null && unknown.reason.equals(Reasons.THIS) && constants.isEmpty() && makers.isEmpty();
    }

    /** The instructions that it comes from, where it is unknown what they give. */
    Set<AbstractInsnNode> origins() {
        Set<AbstractInsnNode> instructions = new HashSet<>();
        if (unknown != null) {
            for (Origin origin : unknown.origins) {
                if (origin instanceof Origin.Instruction it) {
                    instructions.add(it.instruction());
                }
            }
        }
        return instructions;
    }

    /** Whether it can be what that instruction makes; true, too, where there were too many values to keep count of. */
    boolean comesFrom(AbstractInsnNode instruction) {
        boolean lost = unknown != null && unknown.opaque && unknown.reason.equals(Reasons.SEVERAL);
        return lost || makers.contains(instruction) || origins().contains(instruction);
    }

    /** The same but for what is not known of it; null where all is. */
    AbstractValue withUnknown(Unknown value) {
        return new AbstractValue(size, constants, makers, resolution, value, builder);
    }

    /** The same value after it was kept in a local variable. */
    AbstractValue throughLocal() {
        return isConstant() && resolution == Resolution.LITERAL
                ? new AbstractValue(size, constants, makers, Resolution.LOCAL, null, builder)
                : this;
    }

    /** What either can be; this very object where the other adds nothing, which is what an analysis mostly meets. */
    AbstractValue join(AbstractValue other) {
        if (this == other || unknown == SEVERAL && size <= other.size) {
            return this; // what grew too large does not grow again: so the analysis ends
        }
        Set<String> joined = union(constants, other.constants);
        Set<AbstractInsnNode> made = union(makers, other.makers);
        int common = Math.min(size, other.size);
        Resolution farther = resolution.compareTo(other.resolution) >= 0 ? resolution : other.resolution;
        Unknown open = join(unknown, other.unknown);
        boolean building = builder || other.builder;
        if (joined == constants
                && made == makers
                && common == size
                && farther == resolution
                && open == unknown
                && building == builder) {
            return this;
        }
        return joined.size() > MAXIMUM || made.size() > MAXIMUM
                ? unknown(common, SEVERAL)
                : new AbstractValue(common, joined, made, farther, open, building);
    }

    private static Unknown join(Unknown one, Unknown two) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        if (one == two || one == SEVERAL) {
            return one;
        }
        Set<Origin> origins = union(one.origins, two.origins);
        if (two == SEVERAL || origins.size() > MAXIMUM_ORIGINS) {
            return SEVERAL;
        }
        boolean same = one.text.equals(two.text) && one.reason.equals(two.reason);
        boolean opaque = one.opaque || two.opaque;
        boolean several = one.text.equals(SEVERAL.text) && one.reason.equals(SEVERAL.reason);
        if (origins == one.origins && opaque == one.opaque && (same || several)) {
            return one;
        }
        return new Unknown(same ? one.text : SEVERAL.text, same ? one.reason : SEVERAL.reason, origins, opaque);
    }

    private static <T> Set<T> union(Set<T> one, Set<T> two) {
        if (one.containsAll(two)) {
            return one;
        }
        Set<T> union = new HashSet<>(one);
        union.addAll(two);
        return union;
    }

    /** The constants in a fixed order. */
    Set<String> sortedConstants() {
        return new TreeSet<>(constants);
    }
}
