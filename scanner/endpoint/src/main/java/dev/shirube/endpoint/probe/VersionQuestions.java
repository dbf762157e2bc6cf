package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.Ssl2Hello;
import dev.shirube.endpoint.codec.Tls;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which versions a server speaks: a hello offers one version and all older ones, and the server takes the newest it has. */
final class VersionQuestions {
    static final String LEGACY = "legacy";

    private static final String VERSION = "version-";

    private VersionQuestions() {}

    /** Whether a probe offers all that its versions have, so that a refusal is about the versions. */
    static boolean asksForVersions(String probe) {
        return Again.base(probe).equals(LEGACY) || probe.startsWith(VERSION);
    }

    /** TLS 1.2 and older, where the wide hello did not already show them. */
    static Question legacy(Predicate<EndpointFacts> condition) {
        return Question.once(
                Probe.old(LEGACY, Tls.TLS12, Offers.OLD_SUITES),
                condition.and(it -> it.version(Tls.TLS12).isUnknown()));
    }

    /** Each older version that is still open. */
    static Question older() {
        return facts -> List.of(Tls.TLS11, Tls.TLS10).stream()
                .flatMap(it -> version(it).next(facts).stream())
                .findFirst();
    }

    /** SSL 3.0 in its own hello without extensions; of a server that answered nothing yet too. */
    static Question ssl3() {
        return Question.once(
                Probe.old(id(Tls.SSL30), Tls.SSL30, Offers.OLD_SUITES),
                it -> it.version(Tls.SSL30).isUnknown());
    }

    /** SSL 2.0, in its own format. */
    static Question ssl2() {
        Probe probe = Probe.of(id(Tls.SSL20), List.of(Tls.SSL20), Ssl2Hello.KINDS, List.of(), List.of(), List.of());
        return Question.once(probe, it -> it.tls().isSupported());
    }

    private static Question version(int version) {
        return Question.once(
                Probe.old(id(version), version, Offers.OLD_SUITES),
                it -> it.tls().isSupported() && it.version(version).isUnknown());
    }

    private static String id(int version) {
        return VERSION + Tls.versionName(version).toLowerCase(java.util.Locale.ROOT);
    }

    /** The answer at that version to a hello with all old suites in our order; from the wide hello too. */
    static Optional<Observation> inOurOrder(EndpointFacts facts, int version) {
        return facts.choosing(version).stream()
                .filter(it -> Offers.oldSuitesOf(it.offer()).equals(Offers.OLD_SUITES))
                .findFirst();
    }
}
