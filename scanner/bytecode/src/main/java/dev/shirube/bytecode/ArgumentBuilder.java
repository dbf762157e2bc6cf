package dev.shirube.bytecode;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.ArgumentValue.Constants;
import dev.shirube.catalogue.ArgumentValue.Elements;
import dev.shirube.catalogue.ArgumentValue.Expression;
import dev.shirube.catalogue.ArgumentValue.Produced;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.SiteUnion;
import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Turns abstract values into the arguments of call sites. */
final class ArgumentBuilder {

    /** How long a chain of calls may be that is followed; the interpreter looks no further either. */
    private static final int MAXIMUM_DEPTH = 8;

    private static final Expression SEVERAL = new Expression("", Reasons.SEVERAL);
    private static final Expression TOO_DEEP = new Expression("", "depth");

    private final MethodFlow flow;
    private final BeyondMethod beyond;
    private final Function<AbstractInsnNode, Optional<CallSite>> made;
    private final Set<AbstractInsnNode> open = new HashSet<>();
    private final Map<CallSite, Integer> depths = new IdentityHashMap<>();

    /**
     * @param made the call site of an instruction that makes an object
     */
    ArgumentBuilder(MethodFlow flow, BeyondMethod beyond, Function<AbstractInsnNode, Optional<CallSite>> made) {
        this.flow = flow;
        this.beyond = beyond;
        this.made = made;
    }

    /** A value that is followed out of the method where it leads there. */
    ArgumentValue followed(AbstractValue value, Type type) {
        boolean elements = BeyondMethod.holdsElements(type) && value.unknown() != null;
        return elements && value.makers().isEmpty() ? beyond.elements(value) : followed(value);
    }

    private ArgumentValue followed(AbstractValue value) {
        return value.unknown() != null && value.makers().isEmpty() ? beyond.of(value) : value(value);
    }

    ArgumentValue value(AbstractValue value) {
        if (value.unknown() != null) {
            return new Expression(value.unknown().text(), value.unknown().reason());
        }
        if (value.isConstant()) {
            return constants(value);
        }
        if (value.makers().isEmpty()) {
            return new Expression("null", "null");
        }
        return value.constants().isEmpty() ? made(value.makers()) : SEVERAL;
    }

    private static Constants constants(AbstractValue value) {
        int hops = value.resolution() == Resolution.LITERAL ? 0 : 1;
        return new Constants(List.copyOf(value.constants()), value.resolution(), hops);
    }

    private ArgumentValue made(Set<AbstractInsnNode> makers) {
        List<AbstractInsnNode> ordered =
                makers.stream().sorted(Comparator.comparingInt(flow::position)).toList();
        ArgumentValue joined = null;
        for (AbstractInsnNode maker : ordered) {
            ArgumentValue one = made(maker);
            joined = joined == null ? one : SiteUnion.of(joined, one).orElse(SEVERAL);
        }
        return joined;
    }

    /** An object that is made from itself, as in a loop, is not followed for ever, nor is one made in very many steps. */
    private ArgumentValue made(AbstractInsnNode maker) {
        if (open.size() > MAXIMUM_DEPTH || !open.add(maker)) {
            return TOO_DEEP;
        }
        try {
            if (maker.getOpcode() == Opcodes.ANEWARRAY) {
                return array(maker);
            }
            Optional<CallSite> site = made.apply(maker);
            if (site.isEmpty()) {
                return new Expression("", Reasons.CALL);
            }
            return depth(site.get()) > MAXIMUM_DEPTH ? TOO_DEEP : new Produced(site.get());
        } finally {
            open.remove(maker);
        }
    }

    /** Calls from the site to the farthest one that it is made of. */
    private int depth(CallSite site) {
        Integer known = depths.get(site);
        if (known != null) {
            return known;
        }
        int depth = depth(site.receiver());
        for (ArgumentValue argument : site.arguments()) {
            depth = Math.max(depth, depth(argument));
        }
        depths.put(site, depth + 1);
        return depth + 1;
    }

    private int depth(ArgumentValue value) {
        if (value instanceof Produced produced) {
            return depth(produced.by());
        }
        return value instanceof Elements elements
                ? elements.values().stream().mapToInt(this::depth).max().orElse(0)
                : 0;
    }

    /** The elements in order, and one unknown element more where not all are known to be stored. */
    private ArgumentValue array(AbstractInsnNode maker) {
        Map<String, AbstractValue> stored = flow.interpreter().elements(maker);
        // Shorter numbers first gives their numeric order, without trusting that each text is a number.
        Comparator<String> numeric = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
        TreeMap<String, ArgumentValue> elements = new TreeMap<>(numeric);
        stored.forEach((index, element) -> {
            if (!index.isEmpty()) {
                elements.put(index, followed(element));
            }
        });
        List<ArgumentValue> values = new ArrayList<>(elements.values());
        AbstractValue length = flow.interpreter().length(maker);
        if (!length.constants().equals(Set.of(Integer.toString(stored.size()))) || stored.containsKey("")) {
            values.add(new Expression("", Reasons.ARRAY));
        }
        return new Elements(values);
    }
}
