package dev.shirube.endpoint.ike;

import static dev.shirube.domain.EndpointProfile.PQC_ONLY;
import static dev.shirube.domain.EndpointProfile.PQC_SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.NOT_SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.Seen;
import dev.shirube.endpoint.ike.ScriptedResponder.Request;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Responders as they may be configured, and such as mean no good. */
@Timeout(20)
class IkeResponderTest {
    private static final Transform GCM = new Transform(Ike.ENCR, 20, 256);
    private static final Transform PRF = Transform.of(Ike.PRF, 5);

    /** A responder that takes the first acceptable proposal in the initiator's order, of these key exchanges. */
    private static Function<Request, byte[]> taking(boolean classical, Integer additional, Integer... groups) {
        return request -> {
            for (Proposal proposal : request.proposals()) {
                Optional<Integer> group =
                        Stream.of(groups).filter(proposal.ids(Ike.KE)::contains).findFirst();
                boolean hybrid = !proposal.additional().isEmpty();
                boolean fits = hybrid ? proposal.additional().contains(additional) : classical;
                if (group.isEmpty() || !fits || !proposal.transforms().contains(GCM)) {
                    continue;
                }
                if (request.keyGroup() != group.get()) {
                    int named = group.get();
                    return request.notifying(Ike.INVALID_KE_PAYLOAD, new byte[] {(byte) (named >> 8), (byte) named});
                }
                List<Transform> chosen = new ArrayList<>(List.of(GCM, PRF, Transform.of(Ike.KE, group.get())));
                if (hybrid) {
                    chosen.add(Transform.of(Ike.ADDKE1, additional));
                }
                return request.choosing(proposal.number(), chosen.toArray(new Transform[0]));
            }
            return request.notifying(Ike.NO_PROPOSAL_CHOSEN, new byte[0]);
        };
    }

    @Test
    void whoAcceptsOnlyHybridsIsPqcOnly() {
        Seen seen = ScriptedResponder.look(ProbePlan.TRIAGE, taking(false, 37, 20));
        assertThat(seen.verdicts()).containsExactly(SUPPORTED, SUPPORTED, SUPPORTED, SUPPORTED, UNKNOWN);
        assertThat(seen.supported("additional-ke/")).containsExactly("ml-kem-1024");
        assertThat(seen.supported("ke/")).containsExactly("ECP-384");
        assertThat(seen.algorithms()).containsExactly("kem algorithm:hybrid-groups;parameter=ECP-384+ml-kem-1024");
        assertThat(seen.probes()).containsExactly("sa-init", "classical");
    }

    @Test
    void whoFollowsTheInitiatorPrefersNothing() {
        Seen seen = ScriptedResponder.look(ProbePlan.TRIAGE, taking(true, 36, 31));
        assertThat(seen.verdicts()).containsExactly(SUPPORTED, NOT_SUPPORTED, SUPPORTED, NOT_SUPPORTED, UNKNOWN);
        assertThat(seen.probes()).containsExactly("sa-init", "classical", "classical-first");
    }

    @Test
    void whoPutsItsOwnClassicalProposalFirstStillHasHybrids() {
        Function<Request, byte[]> classical = taking(true, -1, 19);
        Function<Request, byte[]> hybrid = taking(false, 36, 19);
        Seen seen = ScriptedResponder.look(ProbePlan.TRIAGE, request -> {
            boolean both = request.proposals().stream()
                    .anyMatch(it -> it.additional().isEmpty() && it.ids(Ike.KE).contains(19));
            return (both ? classical : hybrid).apply(request);
        });
        assertThat(seen.verdicts()).containsExactly(SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED, UNKNOWN);
        assertThat(seen.probes()).containsExactly("sa-init", "additional");
    }

    @Test
    void postQuantumExchangesAloneAreSeenByBeingNamed() {
        Seen seen = ScriptedResponder.look(ProbePlan.TRIAGE, taking(true, -1, 36));
        assertThat(seen.supported("ke/")).containsExactly("ml-kem-768");
        assertThat(seen.state(PQC_SUPPORTED)).isEqualTo(SUPPORTED);
        assertThat(seen.state(PQC_ONLY)).isEqualTo(SUPPORTED);
        assertThat(seen.probes()).containsExactly("sa-init", "classical", "additional");
    }

    @Test
    void aHybridWithoutItsSecondExchangeIsNoChoice() {
        Seen seen = ScriptedResponder.look(ProbePlan.TRIAGE, it -> it.choosing(1, GCM, PRF, Transform.of(Ike.KE, 31)));
        assertThat(seen.supported("ke/")).containsExactly("Curve25519");
        assertThat(seen.supported("additional-ke/")).isEmpty();
        assertThat(seen.state(PQC_SUPPORTED)).isEqualTo(UNKNOWN);
        assertThat(seen.codes()).containsExactly(DiagnosticCode.HOST_MALFORMED, DiagnosticCode.HOST_UNDECIDED);
    }

    @Test
    void everyGroupIsFoundInDepth() {
        Integer[] groups = IkeOffers.CLASSICAL.toArray(new Integer[0]);
        Seen seen = ScriptedResponder.look(ProbePlan.DEEP, taking(true, 36, groups));
        TreeSet<String> names = new TreeSet<>();
        IkeOffers.CLASSICAL.forEach(it -> names.add(IkeNames.name(it)));
        assertThat(seen.supported("ke/")).isEqualTo(names);
        Seen full = ScriptedResponder.look(ProbePlan.FULL, taking(true, 36, groups));
        assertThat(full.probes()).hasSize(8);
        assertThat(full.state("ke/MODP-8192")).as("not asked is not refused").isEqualTo(UNKNOWN);
    }

    @Test
    void aCookieComesBackOnceWithTheSameRequest() {
        byte[] cookie = {7, 7, 7};
        List<byte[]> values = new ArrayList<>();
        Seen seen = ScriptedResponder.look(ProbePlan.TRIAGE, request -> {
            values.add(request.keyValue());
            return request.hasCookie(cookie)
                    ? taking(true, 36, 31).apply(request)
                    : request.notifying(Ike.COOKIE, cookie);
        });
        assertThat(seen.state("extension/COOKIE")).isEqualTo(SUPPORTED);
        assertThat(seen.state(PQC_ONLY)).isEqualTo(NOT_SUPPORTED);
        assertThat(values.get(0)).isEqualTo(values.get(1));
    }

    @Test
    void silenceIsAskedTwiceAndNeverARefusal() {
        Seen seen = ScriptedResponder.look(ProbePlan.FULL, request -> ScriptedResponder.SILENCE);
        assertThat(seen.probes()).containsExactly("sa-init", "sa-init");
        assertThat(seen.verdicts()).containsOnly(UNKNOWN);
        assertThat(seen.state("additional-ke/ml-kem-768")).isEqualTo(UNKNOWN);
        assertThat(seen.reason("additional-ke/ml-kem-768")).isEqualTo("no answer within 5000 ms");
        assertThat(seen.codes()).containsExactly(DiagnosticCode.HOST_STALLED);
        assertThat(seen.detection().findings()).isEmpty();
    }

    /** One that chokes on transforms it does not know, and would otherwise accept, has refused nothing. */
    @Test
    void whoRefusesTheMixButTakesTheClassicalPartRuledOutNothingByThat() {
        Function<Request, byte[]> classical = taking(true, -1, 31);
        Seen seen = ScriptedResponder.look(
                ProbePlan.TRIAGE,
                request -> request.proposals().stream()
                                .anyMatch(it -> !it.additional().isEmpty())
                        ? request.notifying(Ike.NO_PROPOSAL_CHOSEN, new byte[0])
                        : classical.apply(request));
        assertThat(seen.probes()).containsExactly("sa-init", "classical", "additional");
        assertThat(seen.supported("ke/")).containsExactly("Curve25519");
        assertThat(seen.state("ke/ECP-256")).isEqualTo(UNKNOWN);
        assertThat(seen.state(PQC_ONLY)).isEqualTo(NOT_SUPPORTED);
        assertThat(seen.state("additional-ke/ml-kem-768")).isEqualTo(NOT_SUPPORTED);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                of("echo", DiagnosticCode.HOST_OTHER_PROTOCOL, it -> it),
                of(
                        "text",
                        DiagnosticCode.HOST_OTHER_PROTOCOL,
                        it -> "SSH-2.0-OpenSSH_9.2p1 and some more".getBytes(StandardCharsets.US_ASCII)),
                of("a long length", DiagnosticCode.HOST_OTHER_PROTOCOL, it -> {
                    byte[] answer = notify(it, Ike.NO_PROPOSAL_CHOSEN);
                    answer[24] = 0x7F;
                    return answer;
                }),
                of("another exchange's SPI", DiagnosticCode.HOST_OTHER_PROTOCOL, it -> {
                    byte[] answer = notify(it, Ike.NO_PROPOSAL_CHOSEN);
                    answer[3] ^= 1;
                    return answer;
                }),
                of("version 1", DiagnosticCode.HOST_OTHER_PROTOCOL, it -> {
                    byte[] answer = notify(it, Ike.NO_PROPOSAL_CHOSEN);
                    answer[17] = 0x10;
                    return answer;
                }),
                of("a payload of no bytes", DiagnosticCode.HOST_MALFORMED, it -> {
                    byte[] answer = notify(it, Ike.NO_PROPOSAL_CHOSEN);
                    answer[31] = 0;
                    return answer;
                }),
                of(
                        "a choice that was not offered",
                        DiagnosticCode.HOST_MALFORMED,
                        it -> Request.read(it)
                                .choosing(1, GCM, PRF, Transform.of(Ike.KE, 33), Transform.of(Ike.ADDKE1, 36))),
                of(
                        "two choices of one type",
                        DiagnosticCode.HOST_MALFORMED,
                        it -> Request.read(it)
                                .choosing(3, GCM, PRF, Transform.of(Ike.KE, 31), Transform.of(Ike.KE, 19))),
                of(
                        "no choice",
                        DiagnosticCode.HOST_MALFORMED,
                        it -> Request.read(it).answer(Ike.PAYLOAD_SA, new byte[0])),
                of("cookies for ever", DiagnosticCode.HOST_MALFORMED, it -> notify(it, Ike.COOKIE)),
                of(
                        "an empty cookie",
                        DiagnosticCode.HOST_MALFORMED,
                        it -> Request.read(it).notifying(Ike.COOKIE, new byte[0])),
                of(
                        "a group that was not offered",
                        DiagnosticCode.HOST_MALFORMED,
                        it -> Request.read(it).notifying(Ike.INVALID_KE_PAYLOAD, new byte[] {4, 0})),
                of(
                        "the group that was sent",
                        DiagnosticCode.HOST_MALFORMED,
                        it -> Request.read(it).notifying(Ike.INVALID_KE_PAYLOAD, new byte[] {0, 31})),
                of("a redirect", DiagnosticCode.HOST_UNDECIDED, it -> notify(it, Ike.REDIRECT)),
                of("an error", DiagnosticCode.HOST_UNDECIDED, it -> notify(it, 7)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void leadsToATypedReasonAndNoClaim(String name, DiagnosticCode code, Function<byte[], byte[]> responder) {
        Seen seen = ScriptedResponder.lookRaw(ProbePlan.FULL, responder);
        assertThat(seen.codes()).containsOnly(code);
        assertThat(seen.verdicts()).containsOnly(UNKNOWN);
        assertThat(seen.algorithms()).isEmpty();
        assertThat(seen.supported("ke/")).isEmpty();
        assertThat(seen.probes()).hasSizeLessThanOrEqualTo(3);
        assertThat(seen.transcript().exchanges())
                .allMatch(it -> it.sent().length < 4_000)
                .allMatch(it -> it.sent().length > 0);
    }

    @Test
    void everyPublicValueHasTheLengthOfItsMethod() {
        int[][] lengths = {
            {31, 32}, {32, 56}, {19, 64}, {20, 96}, {21, 132}, {14, 256}, {18, 1024}, {28, 64}, {36, 1184}
        };
        for (int[] it : lengths) {
            byte[] value = PublicValues.of(it[0], new SecureRandom()).orElseThrow();
            assertThat(value).as(IkeNames.name(it[0])).hasSize(it[1]);
        }
        assertThat(PublicValues.of(33, new SecureRandom())).isEmpty();
        assertThat(Arrays.asList(19, 20, 21, 25, 26, 27, 28, 29, 30)).allMatch(PublicValues::known);
    }

    private static byte[] notify(byte[] request, int type) {
        return Request.read(request).notifying(type, new byte[] {1, 2});
    }

    private static Arguments of(String name, DiagnosticCode code, Function<byte[], byte[]> responder) {
        return Arguments.of(name, code, responder);
    }
}
