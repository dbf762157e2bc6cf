package dev.shirube.endpoint;

import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.probe.CodePoints;
import dev.shirube.endpoint.probe.EndpointFacts;
import dev.shirube.endpoint.probe.Fact;
import dev.shirube.endpoint.probe.PqcVerdicts;
import dev.shirube.endpoint.probe.ServerHabits;
import dev.shirube.endpoint.probe.TlsPlan;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that was asked of one endpoint, as the rows of its profile: what was seen, refused, and stayed unknown. */
final class TlsProfileFacts {
    private final Map<String, Fact> facts = new TreeMap<>();
    private final EndpointFacts observed;
    private final ProbePlan plan;

    private TlsProfileFacts(EndpointFacts observed) {
        this.observed = observed;
        plan = TlsPlan.planOf(observed.observations());
    }

    /**
     * The profile of the endpoint at that location.
     *
     * @param before what is known of the way to TLS
     */
    static EndpointProfile profile(String location, EndpointFacts observed, List<ObservedFact> before) {
        TlsProfileFacts profile = new TlsProfileFacts(observed);
        profile.addAll();
        return new EndpointProfile(
                location,
                profile.plan.id(),
                Stream.concat(
                                before.stream(),
                                profile.facts.entrySet().stream()
                                        .map(it -> new ObservedFact(
                                                it.getKey(),
                                                it.getValue().state(),
                                                it.getValue().reason(),
                                                it.getValue().probe())))
                        .toList());
    }

    private void addAll() {
        facts.putAll(PqcVerdicts.of(observed).bySubject());
        for (int version : EndpointFacts.VERSIONS) {
            facts.put(EndpointProfile.VERSION + Tls.protocolName(version), observed.version(version));
        }
        EndpointFacts.askedGroups().forEach(this::group);
        observed.decidedGroups().forEach(this::group);
        observed.decidedOldGroups().forEach(this::group);
        EndpointFacts.askedKeyExchanges().forEach(it -> facts.put("key-exchange/" + it, observed.keyExchange(it)));
        observed.supportedKeyExchanges().forEach(it -> facts.put("key-exchange/" + it, observed.keyExchange(it)));
        EndpointFacts.askedFamilies().forEach(it -> facts.put("certificate/" + it, observed.certificate(it)));
        observed.supportedFamilies().forEach(it -> facts.put("certificate/" + it, observed.certificate(it)));
        observed.applicationProtocols().forEach((name, fact) -> facts.put("alpn/" + name, fact));
        facts.put("client-certificate", observed.clientCertificate());
        ServerHabits habits = new ServerHabits(observed);
        facts.put("large-hello", habits.largeHello());
        facts.put("group-order", habits.groupOrder());
        facts.put("suite-order", habits.suiteOrder());
        if (plan == ProbePlan.DEEP) {
            suites();
        }
    }

    /** In TLS 1.3, or where it is not seen there, before it. */
    private void group(int code) {
        Fact fact = observed.group(code);
        Fact old = observed.oldGroup(code);
        facts.put(
                EndpointProfile.GROUP + CodePoints.groupName(code), fact.isSupported() || old.isUnknown() ? fact : old);
    }

    /** The suites that were seen, and of all others together whether they were ruled out. */
    private void suites() {
        for (int version : observed.supportedVersions()) {
            String folder = "suite/" + Tls.protocolName(version) + "/";
            for (int suite : observed.supportedSuites(version)) {
                facts.put(folder + CodePoints.suiteName(suite), observed.suite(version, suite));
            }
            facts.put("suites/" + Tls.protocolName(version), new ServerHabits(observed).allSuites(version));
        }
    }
}
