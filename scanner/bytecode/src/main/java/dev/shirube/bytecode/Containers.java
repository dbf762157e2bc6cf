package dev.shirube.bytecode;

import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What arrays, collections and maps can contain: whatever is put into them, as far as nobody else can reach them. */
final class Containers {

    /** Separators that stand for themselves as a regular expression: no other expression of a scanned file is run. */
    private static final Pattern PLAIN = Pattern.compile("[\\w,;:/ -]+");

    private final Follower follower;
    private final ContainerUses uses;

    Containers(Follower follower, ContainerUses uses) {
        this.follower = follower;
        this.uses = uses;
    }

    /** All that the array or collection which that instruction makes can contain. */
    Outcome made(Scope scope, AbstractInsnNode maker, Aspect aspect, int hops) {
        boolean array = maker.getOpcode() == Opcodes.ANEWARRAY;
        if (!array && !(maker instanceof TypeInsnNode made && ContainerCalls.isContainer(made.desc))) {
            return Outcome.open(Reasons.COLLECTION);
        }
        Outcome begun = array ? Outcome.NOTHING : constructed(scope, maker, aspect, hops);
        return begun.together(uses.of(scope, maker, array, aspect, hops));
    }

    private Outcome constructed(Scope scope, AbstractInsnNode maker, Aspect aspect, int hops) {
        MethodInsnNode constructor = scope.flow().interpreter().constructor(maker);
        if (constructor == null) {
            return Outcome.open(Reasons.COLLECTION);
        }
        Outcome contents = Outcome.NOTHING;
        Type[] types = Type.getArgumentTypes(constructor.desc);
        for (int i = 0; i < types.length; i++) {
            boolean copied = types[i].getSort() == Type.OBJECT
                    && !types[i].getInternalName().equals("java/util/Comparator")
                    && !types[i].getInternalName().equals("java/lang/Class");
            if (copied) {
                contents = contents.together(argument(scope, constructor, i, aspect, hops));
            }
        }
        return contents;
    }

    private Outcome argument(Scope scope, MethodInsnNode call, int position, Aspect aspect, int hops) {
        int last = Type.getArgumentTypes(call.desc).length - 1;
        return follower.value(scope, scope.flow().operand(call, last - position), aspect, hops);
    }

    private Outcome receiver(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        int count = Type.getArgumentTypes(call.desc).length;
        return follower.value(scope, scope.flow().operand(call, count), aspect, hops);
    }

    /** What the result of a call of the platform contains. */
    Outcome result(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        if (ContainerCalls.makesNone(call)) {
            return Outcome.NOTHING;
        }
        if (ContainerCalls.makesView(call)) {
            Outcome array = ContainerCalls.takesArray(call)
                    ? argument(scope, call, 0, aspect, hops)
                    : Outcome.open(Reasons.COLLECTION);
            return array.together(uses.of(scope, call, false, aspect, hops));
        }
        if (ContainerCalls.makesOf(call)) {
            return each(scope, call, aspect, hops);
        }
        if (ContainerCalls.makesMap(call)) {
            return pairs(scope, call, aspect, hops);
        }
        if (ContainerCalls.passesArgument(call)) {
            return argument(scope, call, 0, aspect, hops);
        }
        if (ContainerCalls.viewed(call) != null) {
            return aspect.equals(Aspect.ELEMENT)
                    ? receiver(scope, call, ContainerCalls.viewed(call), hops)
                    : Outcome.open(Reasons.COLLECTION);
        }
        boolean next = call.name.equals("next") && !aspect.equals(Aspect.ELEMENT);
        if (ContainerCalls.passesReceiver(call) || next && call.owner.equals("java/util/Iterator")) {
            return receiver(scope, call, aspect, hops);
        }
        return call.owner.equals("java/lang/String") && call.name.equals("split")
                ? split(scope, call, hops)
                : Outcome.open(Reasons.COLLECTION);
    }

    private Outcome each(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        if (ContainerCalls.takesArray(call)) {
            return argument(scope, call, 0, aspect, hops);
        }
        Aspect of = aspect.equals(Aspect.ELEMENT) ? Aspect.ITSELF : aspect;
        Outcome contents = Outcome.NOTHING;
        for (int i = 0; i < Type.getArgumentTypes(call.desc).length; i++) {
            contents = contents.together(argument(scope, call, i, of, hops));
        }
        return contents;
    }

    private Outcome pairs(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        if (aspect.equals(Aspect.ELEMENT)) {
            return Outcome.open(Reasons.COLLECTION);
        }
        Outcome contents = Outcome.NOTHING;
        int first = aspect.equals(Aspect.KEY) ? 0 : 1;
        for (int i = first; i < Type.getArgumentTypes(call.desc).length; i += 2) {
            contents = contents.together(argument(scope, call, i, Aspect.ITSELF, hops));
        }
        return contents;
    }

    private Outcome split(Scope scope, MethodInsnNode call, int hops) {
        Outcome text = receiver(scope, call, Aspect.ITSELF, hops);
        Set<String> separators = argument(scope, call, 0, Aspect.ITSELF, hops).values();
        String separator = separators.size() == 1 ? separators.iterator().next() : "";
        if (!PLAIN.matcher(separator).matches() || !call.desc.startsWith("(Ljava/lang/String;)")) {
            return Outcome.open(Reasons.ARRAY);
        }
        Set<String> parts = new TreeSet<>();
        text.values().forEach(it -> parts.addAll(List.of(it.split(separator))));
        Outcome split = Outcome.NOTHING;
        for (String part : parts) {
            split = split.together(Outcome.of(Set.of(part), Resolution.LOCAL));
        }
        return split.opened(text.open());
    }

    /** The element of an array that is loaded; any of them where it is not known which. */
    Outcome loaded(Scope scope, InsnNode load, int hops) {
        return reported(follower.value(scope, scope.flow().operand(load, 1), Aspect.ELEMENT, hops), Reasons.ARRAY);
    }

    /** What a call reads out of a container. */
    Outcome read(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        Outcome contents = reported(receiver(scope, call, aspect, hops), Reasons.COLLECTION);
        int last = Type.getArgumentTypes(call.desc).length - 1;
        return ContainerCalls.hasDefault(call)
                ? argument(scope, call, last, Aspect.ITSELF, hops).join(contents)
                : contents;
    }

    /** Where nothing is known of the contents, that they are in a container says more than how it came there. */
    private static Outcome reported(Outcome contents, String reason) {
        boolean telling = Reasons.isSetting(contents.open()) || contents.open().equals(Reasons.BUDGET);
        Outcome outcome = contents.unknown() && !telling ? Outcome.open(reason) : contents;
        return outcome.through(Resolution.LOCAL);
    }
}
