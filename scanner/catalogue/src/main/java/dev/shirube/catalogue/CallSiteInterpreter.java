package dev.shirube.catalogue;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns call sites into findings: the one place where an API's arguments become an algorithm.
 *
 * <p>A call site that can mean several algorithms gives one finding for each, and each of them carries all possible
 * values and no more than the confidence {@code likely}; so a planner sees every algorithm, and a reader of the evidence
 * sees that only one of them is used at a time.
 */
public final class CallSiteInterpreter {

    private final Catalogue catalogue;
    private final AlgorithmRegistry registry;
    private final RowReader rows;

    /** An interpreter over these rows and names. */
    public CallSiteInterpreter(Catalogue catalogue, AlgorithmRegistry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.rows = new RowReader(catalogue, registry);
    }

    /**
     * What the call site means: at least one finding per row of the catalogue that it matches, and none if it matches
     * no row, or only a row that waits for a configuration key that is not there, or for a size that is not set.
     *
     * @param detector id of the detector that claims it
     * @param detectorVersion its version
     */
    public List<Finding> interpret(CallSite site, String detector, String detectorVersion) {
        List<Finding> findings = new ArrayList<>();
        for (ApiPoint point : ApiPoint.meant(catalogue.find(site.owner(), site.member()), site)) {
            List<Claim> claims = rows.read(point, site);
            for (Claim claim : claims) {
                Evidence evidence = evidence(point, claim.traced(), detector, detectorVersion);
                findings.add(new Finding(
                        claim.asset(),
                        occurrence(point, site),
                        claim.function().orElse(point.function()),
                        category(point, claim),
                        confidence(site, claim, claims.size()),
                        evidence));
            }
        }
        return List.copyOf(findings);
    }

    private static Evidence evidence(ApiPoint point, Traced traced, String detector, String detectorVersion) {
        return new Evidence(
                detector,
                detectorVersion,
                point.id(),
                traced.values(),
                traced.expression(),
                traced.resolution(),
                traced.reason(),
                traced.hops(),
                "");
    }

    private static Occurrence occurrence(ApiPoint point, CallSite site) {
        return new Occurrence(
                site.location(),
                site.line(),
                site.offset(),
                site.enclosing(),
                point.kind() == CallSite.Kind.CAST ? point.owner() : point.owner() + "#" + point.member(),
                0,
                site.evidence(),
                site.context());
    }

    private Category category(ApiPoint point, Claim claim) {
        return claim.known()
                .flatMap(known -> registry.entry(known.entry()))
                .map(AlgorithmRegistry.Entry::category)
                .orElse(point.category());
    }

    /**
     * Certain is a single claim of which all values are known, or several of which all hold, like the protocol versions
     * of one setting; possible is an algorithm of which nothing is known but that there is one; between is likely.
     */
    private static Confidence confidence(CallSite site, Claim claim, int claims) {
        Traced traced = claim.traced();
        boolean algorithm = claim.asset().algorithm().isPresent();
        if (algorithm
                && claim.known().isEmpty()
                && traced.values().isEmpty()
                && !traced.reason().isEmpty()) {
            return Confidence.POSSIBLE;
        }
        boolean oneOfSeveral = traced.alternatives() || (algorithm && claims > 1);
        return oneOfSeveral || !site.exactOwner() || !traced.reason().isEmpty()
                ? Confidence.LIKELY
                : Confidence.CERTAIN;
    }
}
