package dev.shirube.endpoint.ssh;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the registry knows of names in a KEXINIT; of families of names by the name within. */
final class SshNames {
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final String RANK = "client_default";
    private static final String GSS = "gss-";
    private static final String X509 = "x509v3-";

    /** Methods or host-key algorithms: the two registries have no name in common. */
    static final SshNames KEY_EXCHANGES = new SshNames(REGISTRY.sshKeyExchanges());

    static final SshNames HOST_KEYS = new SshNames(REGISTRY.sshHostKeys());

    private final Map<String, CodePoint> points = new LinkedHashMap<>();

    private SshNames(List<CodePoint> rows) {
        rows.forEach(it -> points.put(it.name(), it));
    }

    /** Whether the name is none of an algorithm, but an announcement (RFC 8308, OpenSSH's PROTOCOL). */
    boolean isAnnouncement(String name) {
        return find(name)
                .filter(it -> it.classification().equals("not-an-algorithm"))
                .isPresent();
    }

    /** Whether the name is that of a finished hybrid or post-quantum algorithm; drafts never count. */
    boolean isPqc(String name) {
        return is(name, "hybrid") || is(name, "pqc");
    }

    /** Whether the name is that of a draft of a hybrid or post-quantum algorithm. */
    boolean isDraft(String name) {
        return is(name, "hybrid-draft") || is(name, "pqc-draft");
    }

    boolean isClassical(String name) {
        return is(name, "classical");
    }

    private boolean is(String name, String classification) {
        return find(name)
                .filter(it -> it.classification().equals(classification))
                .isPresent();
    }

    /** Every name of a hybrid or post-quantum algorithm, drafts too. */
    List<String> pqc() {
        return points.keySet().stream().filter(it -> isPqc(it) || isDraft(it)).toList();
    }

    /** What a client of OpenSSH proposes when nobody told it otherwise, in its order. */
    List<String> ofDefaultClient() {
        return points.values().stream()
                .filter(it -> it.attributes().containsKey(RANK))
                .sorted(Comparator.comparing(
                        it -> Integer.valueOf(it.attributes().get(RANK))))
                .map(CodePoint::name)
                .toList();
    }

    /** RFC 4253 section 7.1: the first name of the client that the server has too. */
    static Optional<String> agreed(List<String> client, List<String> server) {
        return client.stream().filter(server::contains).findFirst();
    }

    /** The algorithm that the name stands for; unresolved for one that nobody knows. */
    Algorithm algorithm(String name) {
        if (name.equals("ssh-rsa")) {
            return Algorithm.Known.of("rsassa-pkcs1v15").withDigest("SHA-1"); // as a way to sign (RFC 4253 section 6.6)
        }
        List<Algorithm.Known> known = find(name).map(CodePoint::algorithms).orElse(List.of());
        return known.isEmpty() ? new Algorithm.Unresolved("ssh:" + name) : known.get(0);
    }

    private Optional<CodePoint> find(String name) {
        return candidates(name).map(points::get).filter(it -> it != null).findFirst();
    }

    /** RFC 4462 and RFC 8732 name the group within, RFC 6187 the algorithm behind. */
    private Stream<String> candidates(String name) {
        if (name.startsWith(GSS)) {
            String[] words = name.split("-", 4); // gss, group, hash, mechanism
            if (words.length < 3) {
                return Stream.of(name, "gss-*");
            }
            String stem = words[1] + "-" + words[2];
            String group = stem.replace("gex", "group-exchange");
            String curve = "ecdh-sha2-" + words[1];
            return Stream.of(name, "diffie-hellman-" + group, curve, stem, "gss-*");
        }
        if (name.startsWith(X509)) {
            String bare = name.substring(X509.length());
            return Stream.of(name, bare, bare.startsWith("rsa2048-") ? "rsa-sha2-256" : bare);
        }
        return Stream.of(name);
    }
}
