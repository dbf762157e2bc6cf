package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.Tls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How a server exchanges keys at the newest version before TLS 1.3 that it speaks. */
final class OldQuestions {
    static final String CLASSES = "classes";
    static final String CURVES = "curves";
    static final String SUITES_REVERSED = "suites-reversed";

    private static final String ECDHE_RSA = "ECDHE_RSA";

    private OldQuestions() {}

    /** The ways to exchange keys, by elimination: a way that was seen is not offered again. */
    static Question classes() {
        return Question.elimination(CLASSES, facts -> {
            OptionalInt version = facts.newestOldVersion();
            List<String> open = facts.keyExchanges.undecided(Offers.CLASSES);
            if (version.isEmpty() || open.isEmpty()) {
                return Optional.empty();
            }
            Probe probe = Probe.old(CLASSES, version.getAsInt(), Offers.suitesOf(open));
            return Optional.of(probe).filter(it -> !it.offer().suites().isEmpty());
        });
    }

    /**
     * The curves of a server without TLS 1.3, by elimination. Only suites with RSA are offered: an ECDSA certificate wants
     * its own curve among those of the hello (RFC 8422 section 5.1), so that a refusal would tell nothing.
     */
    static Question curves() {
        return Question.elimination(CURVES, facts -> {
            OptionalInt version = facts.newestOldVersion();
            List<Integer> open = facts.curves.undecided(Offers.CURVES);
            if (!facts.version(Tls.TLS13).isNotSupported()
                    || version.isEmpty()
                    || open.isEmpty()
                    || !facts.keyExchange(ECDHE_RSA).isSupported()) {
                return Optional.empty();
            }
            Probe all = Probe.old(CURVES, version.getAsInt(), Offers.suitesOf(ECDHE_RSA));
            return Optional.of(
                    Probe.of(CURVES, all.offer().versions(), all.offer().suites(), open, Offers.SCHEMES, List.of()));
        });
    }

    /** All suites in the other order, to tell the server's preference from the client's. */
    static Question suiteOrder() {
        return facts -> {
            OptionalInt version = facts.newestOldVersion();
            if (version.isEmpty()
                    || !facts.asked(SUITES_REVERSED).isEmpty()
                    || VersionQuestions.inOurOrder(facts, version.getAsInt()).isEmpty()
                    || facts.supportedSuites(version.getAsInt()).size() < 2) {
                return Optional.empty();
            }
            List<Integer> suites = new ArrayList<>(Offers.OLD_SUITES);
            Collections.reverse(suites);
            return Optional.of(Probe.old(SUITES_REVERSED, version.getAsInt(), suites));
        };
    }

    /** Every suite of the registry at that version, by elimination. */
    static Question suites(int version) {
        String id = "suites-" + Tls.versionName(version).toLowerCase(java.util.Locale.ROOT);
        return Question.elimination(id, facts -> {
            if (!facts.version(version).isSupported()) {
                return Optional.empty();
            }
            List<Integer> all = version == Tls.TLS13 ? Offers.EVERY_TLS13_SUITE : Offers.EVERY_OLD_SUITE;
            List<Integer> open = facts.suites.containsKey(version)
                    ? facts.suites.get(version).undecided(all)
                    : all;
            if (open.isEmpty()) {
                return Optional.empty();
            }
            Probe probe = version == Tls.TLS13
                    ? Probe.tls13(id, open, Offers.ALL_GROUPS, List.of())
                    : Probe.old(id, version, open);
            return Optional.of(probe).filter(it -> !it.offer().suites().isEmpty());
        });
    }
}
