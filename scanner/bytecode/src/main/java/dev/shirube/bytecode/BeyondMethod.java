package dev.shirube.bytecode;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.ArgumentValue.Constants;
import dev.shirube.catalogue.ArgumentValue.Elements;
import dev.shirube.catalogue.ArgumentValue.Expression;
import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** The values of one method's sites that come from elsewhere, as arguments. */
final class BeyondMethod {

    /** Objects of the platform that stand for a constant. */
    private static final Set<String> PLATFORM =
            Set.of("java/lang/String", "java/lang/Object", "java/lang/CharSequence", "java/lang/Integer");

    private static final Set<String> COLLECTIONS =
            Set.of("java/util/List", "java/util/Collection", "java/util/Set", "java/lang/Iterable");

    private final Scope scope;
    private final Supplier<Follower> follower;

    /** @param follower the unit's, asked for only when a value leads out of the method */
    BeyondMethod(Scope scope, Supplier<Follower> follower) {
        this.scope = scope;
        this.follower = follower;
    }

    /** Whether a parameter of that type takes names, sizes, or constants of a library. */
    static boolean worthwhile(Type type) {
        if (type.getSort() == Type.ARRAY) {
            return worthwhile(type.getElementType()) && type.getElementType().getSort() == Type.OBJECT;
        }
        if (type.getSort() != Type.OBJECT) {
            return type.getSort() == Type.INT;
        }
        String name = type.getInternalName();
        return holdsElements(type)
                || PLATFORM.contains(name)
                || !name.startsWith("java/") && !name.startsWith("javax/");
    }

    /** Whether an object of that type is an array or a collection of names. */
    static boolean holdsElements(Type type) {
        return type.getSort() == Type.ARRAY
                || type.getSort() == Type.OBJECT && COLLECTIONS.contains(type.getInternalName());
    }

    /** All that the array or collection holds, with an unknown element more where that is not all. */
    ArgumentValue elements(AbstractValue value) {
        AbstractValue.Unknown unknown = value.unknown();
        if (!Follower.holds(value)) {
            return new Expression(unknown.text(), unknown.reason());
        }
        Outcome outcome = follower.get().follow(scope, value, Aspect.ELEMENT);
        if (outcome.values().isEmpty()) {
            return open(unknown, outcome);
        }
        Resolution resolution = outcome.resolution();
        List<ArgumentValue> elements = new ArrayList<>();
        if (outcome.either()) {
            elements.add(new Constants(List.copyOf(outcome.values()), resolution, outcome.hops()));
        } else {
            outcome.values().forEach(it -> elements.add(new Constants(List.of(it), resolution, outcome.hops())));
        }
        if (!outcome.open().isEmpty()) {
            elements.add(new Expression(unknown.text(), outcome.open()));
        }
        return new Elements(elements);
    }

    /** All that the value can be, with the reason where that is not all; or only how it was written, and why. */
    ArgumentValue of(AbstractValue value) {
        AbstractValue.Unknown unknown = value.unknown();
        if (!Follower.promising(value)) {
            return new Expression(unknown.text(), reason(unknown));
        }
        Outcome outcome = follower.get().follow(scope, value, Aspect.ITSELF);
        return outcome.values().isEmpty() ? open(unknown, outcome) : constants(outcome);
    }

    private static Constants constants(Outcome outcome) {
        boolean standard = outcome.open().isEmpty() && !outcome.standard().isEmpty();
        String open = standard ? Reasons.DEFAULT : outcome.open();
        boolean configured = outcome.resolution() == Resolution.CONFIG || Reasons.isSetting(open);
        Resolution resolution =
                open.isEmpty() ? outcome.resolution() : configured ? Resolution.CONFIG : Resolution.PARTIAL;
        return new Constants(List.copyOf(outcome.values()), resolution, outcome.hops(), open);
    }

    private static Expression open(AbstractValue.Unknown unknown, Outcome outcome) {
        String open = outcome.open();
        if (!outcome.standard().isEmpty()) {
            return new Expression(outcome.standard(), open.isEmpty() ? Reasons.DEFAULT : open);
        }
        boolean vague = open.isEmpty()
                || open.equals(Reasons.OBJECT)
                || unknown.reason().equals(Reasons.ENDLESS);
        return new Expression(unknown.text(), vague ? unknown.reason() : open);
    }

    private static String reason(AbstractValue.Unknown unknown) {
        boolean call =
                unknown.reason().equals(Reasons.CALL) && unknown.origins().size() == 1;
        return call
                        && unknown.origins().iterator().next() instanceof AbstractValue.Origin.Instruction it
                        && it.instruction() instanceof MethodInsnNode method
                ? PlatformCalls.reason(method)
                : unknown.reason();
    }
}
