package dev.shirube.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a row says of its call beyond the argument that decides: where the parts of the algorithm stand, what the call
 * gives back, and when the row is meant.
 *
 * @param deciding where the argument that carries the meaning stands; for the JVM's languages a mere position
 * @param size where the key size stands
 * @param inBytes whether sizes are in bytes, not bits
 * @param curve where the curve stands
 * @param digest where the name of the digest stands
 * @param key where a key stands whose size and curve complete the algorithm
 * @param object where the object stands whose algorithm is meant; the receiver where this is left out
 * @param fallback what is meant where the deciding argument is left out, as the library documents it
 * @param returns type of the object that the call gives back; {@code self} for its receiver
 * @param writes where the variables stand that the call fills with that object
 * @param where what other arguments must be for the row to be meant: patterns of constants, fields or makers ({@code
 *     owner#member}), {@code *} for anything, separated by bars
 * @param untyped whether the row is meant for a receiver of unknown type, too, in a file that uses the library
 * @param part whether it is told only where no other call takes it as its argument
 * @param silent whether it is never told: it only gives back an object on which other rows' members are called
 */
public record CallShape(
        ArgumentPath deciding,
        ArgumentPath size,
        boolean inBytes,
        ArgumentPath curve,
        ArgumentPath digest,
        ArgumentPath key,
        ArgumentPath object,
        Optional<String> fallback,
        Optional<String> returns,
        ArgumentPath writes,
        Map<String, String> where,
        boolean untyped,
        boolean part,
        boolean silent) {

    /** Nothing beyond the argument that decides. */
    public static final CallShape PLAIN = new CallShape(
            ArgumentPath.NONE,
            ArgumentPath.NONE,
            false,
            ArgumentPath.NONE,
            ArgumentPath.NONE,
            ArgumentPath.NONE,
            ArgumentPath.NONE,
            Optional.empty(),
            Optional.empty(),
            ArgumentPath.NONE,
            Map.of(),
            false,
            false,
            false);

    /** {@link #returns} of a call that gives back its receiver. */
    public static final String SELF = "self";

    /** Nothing beyond the argument at that position. */
    static CallShape at(OptionalInt argument) {
        return argument.isEmpty() ? PLAIN : PLAIN.deciding(ArgumentPath.of(Integer.toString(argument.getAsInt())));
    }

    private CallShape deciding(ArgumentPath path) {
        return new CallShape(
                path, size, inBytes, curve, digest, key, object, fallback, returns, writes, where, untyped, part,
                silent);
    }

    /** Keeps a sorted, unmodifiable copy. */
    public CallShape {
        where = where.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(where));
    }

    /** Whether the other arguments are what the row asks for. */
    boolean meets(CallSite site) {
        return where.entrySet().stream()
                .allMatch(it -> ArgumentPath.of(it.getKey())
                        .find(site)
                        .filter(value -> meets(value, it.getValue()))
                        .isPresent());
    }

    /** Of several objects that may stand there, those that the row asks for; all of them where it asks for none. */
    ArgumentValue asked(ArgumentPath path, ArgumentValue value) {
        if (value instanceof ArgumentValue.Elements elements) {
            for (Map.Entry<String, String> condition : where.entrySet()) {
                List<ArgumentValue> meant = elements.values().stream()
                        .filter(it -> meets(it, condition.getValue()))
                        .toList();
                if (ArgumentPath.of(condition.getKey()).equals(path) && !meant.isEmpty()) {
                    return new ArgumentValue.Elements(meant);
                }
            }
        }
        return value;
    }

    private static boolean meets(ArgumentValue value, String patterns) {
        if (value instanceof ArgumentValue.Constants constants) {
            return constants.values().stream().anyMatch(it -> matches(it, patterns));
        } else if (value instanceof ArgumentValue.Produced produced) {
            return matches(produced.by().owner() + "#" + produced.by().member(), patterns);
        } else if (value instanceof ArgumentValue.Elements elements) {
            return elements.values().stream().anyMatch(it -> meets(it, patterns));
        }
        return patterns.equals("*");
    }

    /** Patterns have one star at most, as a rule at their end. */
    private static boolean matches(String text, String patterns) {
        for (String pattern : patterns.split("\\|", -1)) {
            int star = pattern.indexOf('*');
            boolean matches = star < 0
                    ? pattern.equals(text)
                    : text.length() >= pattern.length() - 1
                            && text.startsWith(pattern.substring(0, star))
                            && text.endsWith(pattern.substring(star + 1));
            if (matches) {
                return true;
            }
        }
        return false;
    }
}
