package dev.shirube.catalogue;

import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is known of the value that decides a call site, and how it was followed.
 *
 * @param values all possible values, sorted; empty where none is known
 * @param resolution how far the value was followed
 * @param hops steps followed
 * @param expression what was written, where no value is known; of a default, what the platform does by itself
 * @param reason why it is not known, or not wholly
 * @param alternatives whether some of the values exclude each other; the elements of an array do not
 */
record Traced(
        List<String> values, Resolution resolution, int hops, String expression, String reason, boolean alternatives) {

    /** The member itself is the evidence: there is no value to follow. */
    static final Traced MEMBER = new Traced(List.of(), Resolution.LITERAL, 0, "", "", false);

    /** Nothing is written: what the library or platform does by default holds. */
    static final Traced DEFAULT = new Traced(List.of(), Resolution.DEFAULT, 0, "", "", false);

    private static final int MAXIMUM_LENGTH = 256;

    /** {@code KeyStore.getDefaultType()}, {@code KeyManagerFactory.getDefaultAlgorithm()} and their like. */
    private static final Pattern PLATFORM_DEFAULT = Pattern.compile("[\\w.]+[.#]getDefault(Type|Algorithm)(\\(\\))?");

    /** Reasons that say nothing else than that the platform's default is asked for. */
    private static final Set<String> DECIDED_BY_DEFAULT = Set.of("", "call", "platform-default");

    /** A static field as {@link ArgumentValue.Constants} writes it. */
    private static final Pattern FIELD = Pattern.compile("[\\w.$]+#\\w+");

    private static final String CONCATENATION = "concatenation";

    Traced {
        values = List.copyOf(values);
    }

    static Traced unknown(String expression, String reason) {
        return new Traced(List.of(), resolution(expression, reason), 0, expression, reason, false);
    }

    private static Resolution resolution(String expression, String reason) {
        if (PLATFORM_DEFAULT.matcher(expression).matches()) {
            return DECIDED_BY_DEFAULT.contains(reason) ? Resolution.DEFAULT : Resolution.PARTIAL;
        }
        return CONCATENATION.equals(reason) ? Resolution.PARTIAL : Resolution.UNRESOLVED;
    }

    static Traced of(ArgumentValue value) {
        if (value instanceof ArgumentValue.Constants constants) {
            return new Traced(
                    constants.values().stream().map(Traced::shortened).toList(),
                    constants.resolution(),
                    constants.hops(),
                    "",
                    constants.open(),
                    constants.values().size() > 1);
        }
        if (value instanceof ArgumentValue.Elements elements) {
            return union(elements.values());
        }
        if (value instanceof ArgumentValue.Options) {
            return unknown("", OpenReason.OBJECT.id());
        }
        if (value instanceof ArgumentValue.Produced produced) {
            CallSite by = produced.by();
            return unknown(by.owner() + "#" + by.member(), "call");
        }
        ArgumentValue.Expression expression = (ArgumentValue.Expression) value;
        return unknown(expression.text(), expression.reason());
    }

    /** Names of algorithms, curves and protocols are far shorter; what is longer is none, and has no place in a report. */
    private static String shortened(String written) {
        String value = written.startsWith("#") ? written.substring(1) : written; // a constant that has no owner
        return value.length() <= MAXIMUM_LENGTH ? value : value.substring(0, MAXIMUM_LENGTH) + "…";
    }

    private static Traced union(List<ArgumentValue> elements) {
        TreeSet<String> values = new TreeSet<>();
        Resolution worst = Resolution.LITERAL;
        int hops = 0;
        String expression = "";
        String reason = "";
        boolean alternatives = false;
        for (ArgumentValue element : elements) {
            Traced part = of(element);
            values.addAll(part.values);
            worst = worst(worst, part.resolution);
            hops = Math.max(hops, part.hops);
            alternatives |= part.alternatives;
            if (!part.reason.isEmpty() && reason.isEmpty()) {
                expression = part.expression;
                reason = part.reason;
            }
        }
        boolean partly = !reason.isEmpty() && !values.isEmpty();
        Resolution resolution = partly ? Resolution.PARTIAL : worst;
        return new Traced(List.copyOf(values), resolution, hops, expression, reason, alternatives);
    }

    /**
     * The same without any text of the program: for arguments that can be a key or a password. The names of static
     * fields stay.
     */
    Traced withoutText() {
        List<String> fields =
                values.stream().filter(value -> FIELD.matcher(value).matches()).toList();
        String written = expression.indexOf('"') < 0 ? expression : "";
        String why = fields.isEmpty() && reason.isEmpty() ? "withheld" : reason;
        return new Traced(fields, resolution, hops, written, why, alternatives && fields.size() > 1);
    }

    /** The same value, reached through one more local variable. */
    Traced through() {
        return new Traced(values, worst(resolution, Resolution.LOCAL), hops + 1, expression, reason, alternatives);
    }

    /** The same, for a claim that is known without this value: what is missing is a part of it. */
    Traced asPart() {
        return resolution == Resolution.UNRESOLVED
                ? new Traced(values, Resolution.PARTIAL, hops, expression, reason, alternatives)
                : this;
    }

    /** Nothing of the values, since some of them can never have reached the place. */
    Traced imprecise() {
        return new Traced(List.of(), Resolution.UNRESOLVED, hops, expression, OpenReason.IMPRECISE.id(), false);
    }

    /** The same, with a reason why there may be more. */
    Traced open(String why) {
        return reason.isEmpty() ? new Traced(values, resolution, hops, expression, why, alternatives) : this;
    }

    /** These values, and those that complete them. */
    Traced and(Traced other) {
        TreeSet<String> all = new TreeSet<>(values);
        all.addAll(other.values);
        return new Traced(
                List.copyOf(all),
                worst(resolution, other.resolution),
                Math.max(hops, other.hops),
                expression,
                reason.isEmpty() ? other.reason : reason,
                alternatives || other.alternatives);
    }

    /** These values as the known part of a claim whose other part is not known for that reason. */
    Traced lacking(Traced other) {
        return new Traced(values, Resolution.PARTIAL, hops, other.expression, other.reason, alternatives);
    }

    private static Resolution worst(Resolution one, Resolution two) {
        return one.compareTo(two) >= 0 ? one : two;
    }
}
