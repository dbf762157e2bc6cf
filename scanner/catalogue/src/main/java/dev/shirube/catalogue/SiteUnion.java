package dev.shirube.catalogue;

import dev.shirube.catalogue.ArgumentValue.Constants;
import dev.shirube.catalogue.ArgumentValue.Expression;
import dev.shirube.catalogue.ArgumentValue.Produced;
import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object that comes from one of several calls of the same member, as one call that has the arguments of all.
 *
 * <p>So {@code getInstance(name)} in one branch and {@code getInstance(name, provider)} in the other stay one generator.
 */
public final class SiteUnion {
    private SiteUnion() {}

    private static final String SEVERAL = "several";

    /** Arguments of arguments are not united: what is made in two ways that far away is said to be of several kinds. */
    private static final int MAXIMUM_DEPTH = 2;

    /** A name that can be more than this is not a choice of its programmer: it is as good as unknown. */
    private static final int MAXIMUM_CONSTANTS = 32;

    /** Nothing where the two have no common form. */
    public static Optional<ArgumentValue> of(ArgumentValue one, ArgumentValue two) {
        return of(one, two, 0);
    }

    private static Optional<ArgumentValue> of(ArgumentValue one, ArgumentValue two, int depth) {
        if (one instanceof Constants first && two instanceof Constants second) {
            return constants(first, second);
        }
        if (one instanceof Produced first && two instanceof Produced second) {
            // By identity: comparing by value could visit the same calls again and again.
            return first.by() == second.by() ? Optional.of(one) : sites(first.by(), second.by(), depth);
        }
        boolean same = one instanceof Expression && one.equals(two);
        return same ? Optional.of(one) : Optional.empty();
    }

    private static Optional<ArgumentValue> constants(Constants one, Constants two) {
        List<String> values = new ArrayList<>(one.values());
        values.addAll(two.values());
        Resolution worst = one.resolution().compareTo(two.resolution()) >= 0 ? one.resolution() : two.resolution();
        Constants union = new Constants(
                values, worst, Math.max(one.hops(), two.hops()), one.open().isEmpty() ? two.open() : one.open());
        return union.values().size() > MAXIMUM_CONSTANTS ? Optional.empty() : Optional.of(union);
    }

    private static Optional<ArgumentValue> sites(CallSite one, CallSite two, int depth) {
        boolean same = one.owner().equals(two.owner()) && one.member().equals(two.member()) && one.kind() == two.kind();
        if (!same || depth >= MAXIMUM_DEPTH) {
            return Optional.empty();
        }
        List<ArgumentValue> arguments = new ArrayList<>();
        int common = Math.min(one.arguments().size(), two.arguments().size());
        for (int i = 0; i < common; i++) {
            arguments.add(either(one.arguments().get(i), two.arguments().get(i), depth));
        }
        return Optional.of(new Produced(new CallSite(
                one.kind(),
                one.owner(),
                one.member(),
                one.descriptor(),
                arguments,
                named(one, two, depth),
                either(one.receiver(), two.receiver(), depth),
                one.location(),
                one.line(),
                one.offset(),
                one.enclosing(),
                one.evidence(),
                one.context(),
                one.exactOwner())));
    }

    /** What only one of the two is given by name is not known of both. */
    private static SortedMap<String, ArgumentValue> named(CallSite one, CallSite two, int depth) {
        TreeMap<String, ArgumentValue> named = new TreeMap<>();
        one.named().forEach((name, value) -> {
            ArgumentValue other = two.named().get(name);
            named.put(name, other == null ? new Expression("", SEVERAL) : either(value, other, depth));
        });
        two.named().keySet().forEach(name -> named.putIfAbsent(name, new Expression("", SEVERAL)));
        return named;
    }

    private static ArgumentValue either(ArgumentValue one, ArgumentValue two, int depth) {
        return of(one, two, depth + 1).orElse(new Expression("", SEVERAL));
    }
}
