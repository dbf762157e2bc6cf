package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a TLS endpoint is asked, question by question: data in, next probe out. One connection reveals one choice, so every
 * probe is made to reveal the most; a question goes on until it is decided, or the host answers no better.
 *
 * <ul>
 * <li>{@code triage}: versions as far as they show, post-quantum groups, one chain, who prefers what.
 * <li>{@code full}: also every version, classical groups that were not listed, all ways to exchange keys, all families of
 * certificates, a hello like a browser's, and the order of suites; probes that ran into a deadline once more.
 * <li>{@code deep}: also every cipher suite of every version, and SSL 2.0.</ul>
 */
public final class TlsPlan {
    static final String WIDE = "wide";

    /** The most connections of each plan, whatever the server answers; what is open then stays unknown. */
    private static final Map<ProbePlan, Integer> MOST =
            Map.of(ProbePlan.TRIAGE, 6, ProbePlan.FULL, 60, ProbePlan.DEEP, 400);

    private static final Map<ProbePlan, Integer> USUAL =
            Map.of(ProbePlan.TRIAGE, 4, ProbePlan.FULL, 12, ProbePlan.DEEP, 60);

    private static final Question WIDE_QUESTION = Question.once(wide(), it -> true);

    private static final List<Question> TRIAGE = List.of(
            WIDE_QUESTION,
            VersionQuestions.legacy(TlsPlan::isDoubtful),
            ShareQuestion.ofDoubtful(),
            new ShareQuestion(),
            GroupQuestions.postQuantum(),
            VersionQuestions.legacy(it -> true),
            GroupQuestions.order(GroupQuestions::preferenceIsOpen));

    /** Refusals are likely at first and a choice at last, so that the end shows that the host still answers. */
    private static final List<Question> FULL = List.of(
            WIDE_QUESTION,
            VersionQuestions.legacy(TlsPlan::isDoubtful),
            onlyIfDoubtful(VersionQuestions.ssl3()),
            ShareQuestion.ofDoubtful(),
            new ShareQuestion(),
            GroupQuestions.postQuantum(),
            VersionQuestions.legacy(it -> true),
            VersionQuestions.older(),
            GroupQuestions.classical(),
            onlyIfAnswered(VersionQuestions.ssl3()),
            ChainQuestion.families(),
            OldQuestions.classes(),
            OldQuestions.curves(),
            GroupQuestions.order(it -> it.supportedGroups().size() > 1),
            OldQuestions.suiteOrder(),
            new BrowserQuestion());

    private static final List<Question> LAST = List.of(new Again(), new Control());

    private TlsPlan() {}

    /** The connections that an ordinary server with TLS 1.3 and 1.2 and two certificates costs under that plan. */
    public static int usualConnections(ProbePlan plan) {
        return USUAL.get(plan);
    }

    /** The most connections that one endpoint costs under that plan. */
    public static int mostConnections(ProbePlan plan) {
        return MOST.get(plan);
    }

    /**
     * The next probe; nothing when enough is known, the host answers no better, or the most were made.
     *
     * @param seen all observations so far, in order
     * @param serverName for the extension server_name; empty for an address literal
     */
    public static Optional<Probe> next(ProbePlan plan, List<Observation> seen, Optional<String> serverName) {
        if (!seen.isEmpty() && (seen.size() >= mostConnections(plan) || Patience.ends(plan, seen))) {
            return Optional.empty();
        }
        EndpointFacts facts = EndpointFacts.of(seen);
        Optional<Probe> control = plan == ProbePlan.TRIAGE ? Optional.empty() : Control.whenFailing(facts);
        return control.or(() -> first(questions(plan), facts)).map(it -> it.withServerName(serverName));
    }

    /** How much was asked, told by the probes alone. */
    public static ProbePlan planOf(List<Observation> seen) {
        ProbePlan plan = ProbePlan.TRIAGE;
        for (Observation one : seen) {
            if (one.probe().startsWith("suites-") && !one.probe().equals(OldQuestions.SUITES_REVERSED)) {
                return ProbePlan.DEEP;
            }
            if (FULL_PROBES.stream().anyMatch(one.probe()::startsWith)) {
                plan = ProbePlan.FULL;
            }
        }
        return plan;
    }

    /** How the probes begin that a triage does not make. */
    private static final List<String> FULL_PROBES = List.of(
            "version-",
            ChainQuestion.ID,
            OldQuestions.CLASSES,
            GroupQuestions.CLASSICAL,
            BrowserQuestion.ID,
            Control.ID);

    private static List<Question> questions(ProbePlan plan) {
        return switch (plan) {
            case TRIAGE -> TRIAGE;
            case FULL -> Plans.FULL_TO_THE_END;
            case DEEP -> Plans.DEEP;
        };
    }

    /** The longer lists, made from the shorter ones. */
    private static final class Plans {
        static final List<Question> FULL_TO_THE_END = join(FULL, LAST);
        static final List<Question> DEEP = join(FULL, deep(), LAST);

        private static List<Question> deep() {
            List<Question> deep = new ArrayList<>(List.of(VersionQuestions.ssl2()));
            for (int version : EndpointFacts.VERSIONS) {
                if (version >= Tls.SSL30) {
                    deep.add(OldQuestions.suites(version));
                }
            }
            return deep;
        }

        @SafeVarargs
        private static List<Question> join(List<Question>... lists) {
            List<Question> joined = new ArrayList<>();
            for (List<Question> list : lists) {
                joined.addAll(list);
            }
            return List.copyOf(joined);
        }
    }

    private static Optional<Probe> first(List<Question> questions, EndpointFacts facts) {
        for (Question question : questions) {
            Optional<Probe> probe = question.next(facts);
            if (probe.isPresent()) {
                return probe;
            }
        }
        return Optional.empty();
    }

    /** The wide hello was not understood: a plainer one of each kind may be. */
    private static boolean isDoubtful(EndpointFacts facts) {
        return !facts.tls().isSupported();
    }

    private static Question onlyIfDoubtful(Question question) {
        return facts -> isDoubtful(facts) ? question.next(facts) : Optional.empty();
    }

    private static Question onlyIfAnswered(Question question) {
        return facts -> isDoubtful(facts) ? Optional.empty() : question.next(facts);
    }

    private static Probe wide() {
        return new Probe(
                WIDE,
                new ClientOffer(
                        List.of(Tls.TLS13, Tls.TLS12, Tls.TLS11, Tls.TLS10),
                        Offers.join(Offers.ALL_TLS13_SUITES, Offers.OLD_SUITES),
                        Offers.join(Offers.ALL_GROUPS, Offers.OLD_GROUPS),
                        Offers.SCHEMES,
                        List.of(),
                        Optional.empty()),
                List.of());
    }
}
