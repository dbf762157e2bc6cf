package dev.shirube.endpoint.ike;

import java.util.ArrayList;
import java.util.List;

/** What the probes offer. The ciphers are always the same, so that a refusal is about the key exchange. */
final class IkeOffers {
    /** AES-GCM with a 16-octet ICV (RFC 5282), ChaCha20-Poly1305 (RFC 7634); the PRFs are HMAC with SHA-2 and SHA-1. */
    private static final List<Transform> AEAD = List.of(
            new Transform(Ike.ENCR, 20, 256),
            new Transform(Ike.ENCR, 20, 192),
            new Transform(Ike.ENCR, 20, 128),
            Transform.of(Ike.ENCR, 28),
            Transform.of(Ike.PRF, 5),
            Transform.of(Ike.PRF, 6),
            Transform.of(Ike.PRF, 7),
            Transform.of(Ike.PRF, 2));

    /** AES-CBC (RFC 3602), 3DES; HMAC with SHA-2 and SHA-1, AES-XCBC. */
    private static final List<Transform> CBC = List.of(
            new Transform(Ike.ENCR, 12, 256),
            new Transform(Ike.ENCR, 12, 192),
            new Transform(Ike.ENCR, 12, 128),
            Transform.of(Ike.ENCR, 3),
            Transform.of(Ike.PRF, 5),
            Transform.of(Ike.PRF, 6),
            Transform.of(Ike.PRF, 7),
            Transform.of(Ike.PRF, 2),
            Transform.of(Ike.PRF, 4),
            Transform.of(Ike.INTEG, 12),
            Transform.of(Ike.INTEG, 13),
            Transform.of(Ike.INTEG, 14),
            Transform.of(Ike.INTEG, 2),
            Transform.of(Ike.INTEG, 5));

    /** Curve25519, the NIST curves, and MODP from 2048 bits on; then what older devices are still configured for. */
    static final List<Integer> COMMON = List.of(31, 19, 20, 21, 14, 15, 16, 5, 2);

    /** Every classical method, those with short public values first. */
    static final List<Integer> CLASSICAL =
            List.of(31, 19, 20, 21, 32, 28, 29, 30, 26, 25, 27, 14, 2, 5, 22, 15, 24, 23, 1, 16, 17, 18, 33, 34);

    private IkeOffers() {}

    /** Hybrids first, then the same without an additional key exchange. */
    static List<Proposal> both(boolean hybridFirst) {
        List<Proposal> proposals = new ArrayList<>();
        for (boolean hybrid : List.of(hybridFirst, !hybridFirst)) {
            add(proposals, COMMON, hybrid ? IkeNames.pqc() : List.of());
        }
        return proposals;
    }

    /** Only with an additional key exchange, or with a post-quantum one alone. */
    static List<Proposal> hybrids(List<Integer> additional, List<Integer> alone) {
        List<Proposal> proposals = new ArrayList<>();
        if (!additional.isEmpty()) {
            add(proposals, COMMON, additional);
        }
        if (!alone.isEmpty()) {
            add(proposals, alone, List.of());
        }
        return proposals;
    }

    /** Only these, without an additional key exchange. */
    static List<Proposal> groups(List<Integer> groups) {
        List<Proposal> proposals = new ArrayList<>();
        add(proposals, groups, List.of());
        return proposals;
    }

    private static void add(List<Proposal> proposals, List<Integer> groups, List<Integer> additional) {
        for (List<Transform> ciphers : List.of(AEAD, CBC)) {
            List<Transform> transforms = new ArrayList<>(ciphers);
            groups.forEach(it -> transforms.add(Transform.of(Ike.KE, it)));
            additional.forEach(it -> transforms.add(Transform.of(Ike.ADDKE1, it)));
            proposals.add(new Proposal(proposals.size() + 1, transforms));
        }
    }
}
