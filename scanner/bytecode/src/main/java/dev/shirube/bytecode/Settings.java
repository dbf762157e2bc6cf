package dev.shirube.bytecode;

import dev.shirube.domain.Resolution;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Calls and annotations that read a setting: what the unit's own files say of it, and what holds where it is not set.
 *
 * <p>A setting can always be set elsewhere, so it stays open, with its key as the reason.
 */
final class Settings {

    private static final String STRING = "Ljava/lang/String;";

    /** A call that reads a setting by the key in its first argument. */
    private enum Source {
        /** From the process or the platform. */
        OUTSIDE,
        /** From what the program was given, or carries. */
        CARRIED,
        /** From a resource bundle. */
        BUNDLE
    }

    private static final Map<String, Source> CALLS = Map.ofEntries(
            Map.entry("java/lang/System.getProperty", Source.CARRIED),
            Map.entry("java/lang/System.getenv", Source.OUTSIDE),
            Map.entry("java/lang/Integer.getInteger", Source.CARRIED),
            Map.entry("java/util/Properties.getProperty", Source.CARRIED),
            Map.entry("java/security/Security.getProperty", Source.OUTSIDE),
            Map.entry("java/util/ResourceBundle.getString", Source.BUNDLE),
            Map.entry("java/util/ResourceBundle.getObject", Source.BUNDLE),
            Map.entry("org/springframework/core/env/PropertyResolver.getProperty", Source.CARRIED),
            Map.entry("org/springframework/core/env/PropertyResolver.getRequiredProperty", Source.CARRIED),
            Map.entry("org/springframework/core/env/Environment.getProperty", Source.CARRIED),
            Map.entry("org/springframework/core/env/Environment.getRequiredProperty", Source.CARRIED),
            Map.entry("org/springframework/core/env/ConfigurableEnvironment.getProperty", Source.CARRIED),
            Map.entry("org/springframework/core/env/ConfigurableEnvironment.getRequiredProperty", Source.CARRIED),
            Map.entry("org/eclipse/microprofile/config/Config.getValue", Source.CARRIED));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:{}]+)(?::([^{}]*))?}");

    private final Follower follower;
    private final Supplier<UnitSettings> files;

    /**
     * @param files the unit's settings files; asked for only when a value leads to a setting
     */
    Settings(Follower follower, Supplier<UnitSettings> files) {
        this.follower = follower;
        this.files = files;
    }

    static boolean isRead(MethodInsnNode call) {
        return CALLS.containsKey(call.owner + "." + call.name);
    }

    /** Whether the call gives a resource bundle by its name. */
    static boolean isBundle(MethodInsnNode call) {
        return call.owner.equals("java/util/ResourceBundle") && call.name.equals("getBundle");
    }

    /** What a call that reads a setting can give back. */
    Outcome read(Scope scope, MethodInsnNode call, int hops) {
        Type[] types = Type.getArgumentTypes(call.desc);
        if (types.length == 0 || !types[0].getDescriptor().equals(STRING)) {
            return Outcome.open(Reasons.CONFIGURATION);
        }
        Outcome keys = argument(scope, call, 0, hops);
        if (keys.values().size() != 1 || !keys.open().isEmpty()) {
            return Outcome.open(Reasons.CONFIGURATION);
        }
        String key = keys.values().iterator().next();
        Outcome outcome = carried(key, values(scope, call, key, hops));
        Type last = types[types.length - 1];
        boolean otherwise = types.length > 1 && (last.equals(types[0]) || last.equals(Type.INT_TYPE) || isBoxed(last));
        return otherwise
                ? outcome.join(argument(scope, call, types.length - 1, hops).through(Resolution.CONFIG))
                : outcome;
    }

    private static boolean isBoxed(Type type) {
        return type.getDescriptor().equals("Ljava/lang/Integer;")
                || type.getDescriptor().equals("Ljava/lang/Object;");
    }

    private Set<String> values(Scope scope, MethodInsnNode call, String key, int hops) {
        return switch (CALLS.get(call.owner + "." + call.name)) {
            case OUTSIDE -> Set.of();
            case CARRIED -> files.get().values(key);
            case BUNDLE -> {
                AbstractValue bundle = scope.flow().operand(call, 1);
                Set<String> values = new TreeSet<>();
                for (String name :
                        follower.value(scope, bundle, Aspect.BUNDLE, hops).values()) {
                    values.addAll(files.get().inBundle(name, key));
                }
                yield values;
            }
        };
    }

    private Outcome argument(Scope scope, MethodInsnNode call, int position, int hops) {
        int last = Type.getArgumentTypes(call.desc).length - 1;
        return follower.value(scope, scope.flow().operand(call, last - position), Aspect.ITSELF, hops);
    }

    private static Outcome carried(String key, Set<String> values) {
        Outcome found = values.size() > AbstractValue.MAXIMUM || values.isEmpty()
                ? Outcome.NOTHING
                : Outcome.of(values, Resolution.CONFIG);
        return found.opened(Reasons.setting(key));
    }

    /** What is injected as an annotation says; open where it does not say from which setting. */
    Outcome injected(Injection injection) {
        if (injection.key().isEmpty()) {
            return placeholder(injection.expression());
        }
        return carried(injection.key(), files.get().values(injection.key())).join(standard(injection.standard()));
    }

    private Outcome placeholder(String expression) {
        Matcher placeholder = PLACEHOLDER.matcher(expression);
        if (placeholder.matches()) {
            String key = placeholder.group(1).strip();
            return carried(key, files.get().values(key)).join(standard(placeholder.group(2)));
        }
        boolean literal = !expression.isEmpty() && !expression.contains("${") && !expression.contains("#{");
        return literal ? standard(expression).opened(Reasons.INJECTED) : Outcome.open(Reasons.INJECTED);
    }

    private static Outcome standard(String value) {
        return value == null || value.isEmpty() ? Outcome.NOTHING : Outcome.of(Set.of(value), Resolution.CONFIG);
    }
}
