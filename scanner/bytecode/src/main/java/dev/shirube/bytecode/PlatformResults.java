package dev.shirube.bytecode;

import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What calls of the platform give back, of those of which it is known. */
final class PlatformResults {

    private final Follower follower;
    private final Containers containers;
    private final Settings settings;

    PlatformResults(Follower follower, Containers containers, Settings settings) {
        this.follower = follower;
        this.containers = containers;
        this.settings = settings;
    }

    /** Nothing where the call is none of those. */
    Optional<Outcome> of(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        if (PlatformCalls.givesBackItsArgument(call)) {
            return Optional.of(argument(scope, call, 0, aspect, hops));
        }
        if (aspect.contained()) {
            return PlatformCalls.isPlatform(call)
                    ? Optional.of(containers.result(scope, call, aspect, hops))
                    : Optional.empty();
        }
        if (aspect.equals(Aspect.BUNDLE) && Settings.isBundle(call)) {
            return Optional.of(argument(scope, call, 0, Aspect.ITSELF, hops));
        }
        if (!aspect.itself()) {
            return Optional.empty();
        }
        return Settings.isRead(call) ? Optional.of(settings.read(scope, call, hops)) : text(scope, call, hops);
    }

    private Optional<Outcome> text(Scope scope, MethodInsnNode call, int hops) {
        UnaryOperator<String> change = PlatformCalls.change(call);
        if (change != null) {
            boolean own = ContainerCalls.isStatic(call);
            return Optional.of(
                    (own ? argument(scope, call, 0, Aspect.ITSELF, hops) : receiver(scope, call, hops)).map(change));
        }
        if (PlatformCalls.appends(call)) {
            return Optional.of(receiver(scope, call, hops).append(argument(scope, call, 0, Aspect.ITSELF, hops)));
        }
        if (PlatformCalls.isEither(call)) {
            return Optional.of(
                    argument(scope, call, 0, Aspect.ITSELF, hops).join(argument(scope, call, 1, Aspect.ITSELF, hops)));
        }
        Aspect read = ContainerCalls.read(call);
        if (read != null) {
            return Optional.of(containers.read(scope, call, read, hops));
        }
        if (PlatformTexts.joins(call)) {
            return Optional.of(joined(scope, call, hops));
        }
        Function<List<String>, String> texts = PlatformTexts.of(call);
        return texts == null ? Optional.empty() : Optional.of(combined(own(scope, call, hops), texts));
    }

    private Outcome argument(Scope scope, MethodInsnNode call, int position, Aspect aspect, int hops) {
        int last = Type.getArgumentTypes(call.desc).length - 1;
        return follower.value(scope, scope.flow().operand(call, last - position), aspect, hops);
    }

    private Outcome receiver(Scope scope, MethodInsnNode call, int hops) {
        int count = Type.getArgumentTypes(call.desc).length;
        return follower.value(scope, scope.flow().operand(call, count), Aspect.ITSELF, hops);
    }

    /** The receiver and all arguments. */
    private List<Outcome> own(Scope scope, MethodInsnNode call, int hops) {
        List<Outcome> parts = new ArrayList<>(List.of(receiver(scope, call, hops)));
        for (int i = 0; i < Type.getArgumentTypes(call.desc).length; i++) {
            parts.add(argument(scope, call, i, Aspect.ITSELF, hops));
        }
        return parts;
    }

    /** {@code String.format}, {@code formatted} and {@code join}, of an array that is filled where the call is. */
    private Outcome joined(Scope scope, MethodInsnNode call, int hops) {
        List<Outcome> parts = new ArrayList<>();
        int last = Type.getArgumentTypes(call.desc).length - 1;
        boolean own = ContainerCalls.isStatic(call);
        parts.add(own ? argument(scope, call, last - 1, Aspect.ITSELF, hops) : receiver(scope, call, hops));
        AbstractValue array = scope.flow().operand(call, 0);
        if (array.makers().size() != 1 || array.unknown() != null) {
            return Outcome.open(Reasons.ENDLESS);
        }
        AbstractInsnNode maker = array.makers().iterator().next();
        Set<String> length = scope.flow().interpreter().length(maker).constants();
        var elements = scope.flow().interpreter().elements(maker);
        if (!length.equals(Set.of(Integer.toString(elements.size())))) {
            return Outcome.open(Reasons.ENDLESS);
        }
        for (int i = 0; i < elements.size(); i++) {
            AbstractValue element = elements.get(Integer.toString(i));
            if (element == null) {
                return Outcome.open(Reasons.ENDLESS);
            }
            parts.add(follower.value(scope, element, Aspect.ITSELF, hops));
        }
        return combined(parts, call.name.equals("join") ? PlatformTexts::join : PlatformTexts::format);
    }

    /** The function of every choice of one text of each part. */
    private static Outcome combined(List<Outcome> parts, Function<List<String>, String> function) {
        Outcome whole = Outcome.of(Set.of(""), Resolution.LOCAL);
        List<List<String>> choices = List.of(List.of());
        for (Outcome part : parts) {
            whole = whole.append(part.map(text -> ""));
            List<List<String>> longer = new ArrayList<>();
            for (List<String> choice : choices) {
                for (String text : part.values()) {
                    List<String> one = new ArrayList<>(choice);
                    one.add(text);
                    longer.add(one);
                }
            }
            if (longer.size() > AbstractValue.MAXIMUM) {
                return Outcome.open(Reasons.SEVERAL);
            }
            choices = longer;
        }
        Outcome texts = Outcome.NOTHING;
        for (List<String> choice : choices) {
            String text = function.apply(choice);
            texts = text == null || text.length() > Concatenation.MAXIMUM_LENGTH
                    ? texts.opened(Reasons.ENDLESS)
                    : texts.join(Outcome.of(Set.of(text), Resolution.LOCAL));
        }
        return texts.through(whole);
    }
}
