package dev.shirube.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was observed of one endpoint: every fact that was asked for, also those that were refused or stayed unknown.
 *
 * <p>Times and raw bytes are no part of it; they stay in the transcript.
 *
 * @param location logical path of the endpoint, for example {@code tls://host:443}
 * @param plan how much was asked, for example {@code triage}
 * @param facts sorted by subject, each subject once
 */
public record EndpointProfile(String location, String plan, List<ObservedFact> facts)
        implements Comparable<EndpointProfile> {

    /** Whether keys are exchanged in a finished hybrid or post-quantum group. */
    public static final String PQC_SUPPORTED = "pqc/key-establishment";
    /** Whether that happens although a client prefers a classical group. */
    public static final String PQC_PREFERRED = "pqc/preferred";
    /** Whether a hello like a browser's, with a real hybrid share, ends in a post-quantum group. */
    public static final String PQC_NEGOTIATED = "pqc/negotiated-by-browser-hello";
    /** Whether everything classical is refused for key establishment. */
    public static final String PQC_ONLY = "pqc/only";
    /** Whether the handshake is signed with a post-quantum scheme. */
    public static final String PQC_AUTHENTICATION = "pqc/authentication";

    /** The five verdicts, in the order in which people read them. */
    public static final List<String> VERDICTS =
            List.of(PQC_SUPPORTED, PQC_PREFERRED, PQC_NEGOTIATED, PQC_ONLY, PQC_AUTHENTICATION);

    /** Before the version of a protocol, as in {@code version/TLS 1.3}. */
    public static final String VERSION = "version/";
    /** Before the protocol in which TLS was asked for, as in {@code starttls/smtp}. */
    public static final String STARTTLS = "starttls/";
    /** Before the name of a TLS group. */
    public static final String GROUP = "group/";
    /** Before the name of a key exchange of SSH. */
    public static final String SSH_KEX = "kex/";
    /** Before the name of a key exchange of IKEv2 that stands alone or comes first. */
    public static final String IKE_KEY_EXCHANGE = "ke/";
    /** Before the name of a key exchange of IKEv2 that comes after a first one (RFC 9370). */
    public static final String IKE_ADDITIONAL = "additional-ke/";
    /** Before the name of anything by which keys are established. */
    public static final List<String> KEY_EXCHANGES = List.of(GROUP, SSH_KEX, IKE_KEY_EXCHANGE, IKE_ADDITIONAL);
    /** Before the type of a host key that an SSH server showed. */
    public static final String HOST_KEY_SHOWN = "host-key-shown/";

    /** Keeps a sorted, unmodifiable copy and refuses null and a subject that is decided twice. */
    public EndpointProfile {
        Objects.requireNonNull(location);
        Objects.requireNonNull(plan);
        facts = facts.stream().sorted().toList();
        for (int i = 1; i < facts.size(); i++) {
            if (facts.get(i).subject().equals(facts.get(i - 1).subject())) {
                throw new IllegalArgumentException(
                        "Two facts about " + facts.get(i).subject() + " of " + location);
            }
        }
    }

    /** Whether another tool asked: its name then stands in the place of the plan, {@code import:sslscan 2.0.7}. */
    public boolean imported() {
        return plan.startsWith(ImportOrigin.PREFIX);
    }

    /** The same facts, asked for by that plan. */
    public EndpointProfile withPlan(String value) {
        return new EndpointProfile(location, value, facts);
    }

    /** The fact about that subject; unknown where it was not asked. */
    public ObservedFact fact(String subject) {
        return facts.stream()
                .filter(it -> it.subject().equals(subject))
                .findFirst()
                .orElse(ObservedFact.notAsked(subject));
    }

    /** How many facts were decided, one way or the other. */
    public long decided() {
        return facts.stream().filter(ObservedFact::decided).count();
    }

    /** Whether both decided the same thing, and differently: the endpoint is not what it was. */
    public boolean contradicts(EndpointProfile other) {
        Map<String, ObservedFact.State> others = new HashMap<>();
        other.facts.stream().filter(ObservedFact::decided).forEach(it -> others.put(it.subject(), it.state()));
        return facts.stream()
                .filter(ObservedFact::decided)
                .anyMatch(it -> others.getOrDefault(it.subject(), it.state()) != it.state());
    }

    @Override
    public int compareTo(EndpointProfile other) {
        int byPlace = location.compareTo(other.location);
        return byPlace != 0 ? byPlace : toString().compareTo(other.toString());
    }
}
