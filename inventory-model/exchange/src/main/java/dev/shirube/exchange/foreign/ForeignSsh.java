package dev.shirube.exchange.foreign;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ObservedFact.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a document says of one SSH server: the whole KEXINIT, so that what is missing there is ruled out (RFC 4253, 7.1). */
final class ForeignSsh {

    private static final Map<String, CodePoint> METHODS =
            byName(AlgorithmRegistry.standard().sshKeyExchanges());
    private static final Map<String, CodePoint> HOST_KEYS =
            byName(AlgorithmRegistry.standard().sshHostKeys());

    private final String location;
    private final ImportOrigin origin;
    private final List<String> methods;
    private final List<String> hostKeys;
    private final List<String> ciphers;

    ForeignSsh(
            String location, ImportOrigin origin, List<String> methods, List<String> hostKeys, List<String> ciphers) {
        this.location = location;
        this.origin = origin;
        this.methods =
                methods.stream().filter(it -> !isAnnouncement(it)).distinct().toList();
        this.hostKeys = hostKeys.stream().distinct().toList();
        this.ciphers = ciphers.stream().distinct().toList();
    }

    private static Map<String, CodePoint> byName(List<CodePoint> points) {
        return points.stream().collect(Collectors.toMap(CodePoint::name, it -> it, (one, two) -> one));
    }

    private static boolean isAnnouncement(String name) {
        return METHODS.containsKey(name) && METHODS.get(name).classification().equals("not-an-algorithm");
    }

    List<Finding> findings() {
        ForeignClaims claims = new ForeignClaims(location, origin);
        claims.protocol(
                new CryptoAsset.Protocol("ssh", Optional.of("2.0"), ciphers, methods, hostKeys),
                "SSH 2.0",
                CryptoFunction.SSH);
        for (String method : methods) {
            boolean kem = !kind(METHODS, method).equals("classical") && METHODS.containsKey(method);
            claims.algorithm(
                    algorithm(METHODS, method), method, kem ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT);
        }
        hostKeys.forEach(it -> claims.algorithm(signature(it), it, CryptoFunction.SIGN));
        return claims.findings();
    }

    private static Algorithm signature(String name) {
        return name.equals("ssh-rsa")
                ? Algorithm.Known.of("rsassa-pkcs1v15").withDigest("SHA-1") // RFC 4253 section 6.6
                : algorithm(HOST_KEYS, name);
    }

    private static Algorithm algorithm(Map<String, CodePoint> points, String name) {
        List<Algorithm.Known> known =
                points.containsKey(name) ? points.get(name).algorithms() : List.of();
        return known.isEmpty() ? new Algorithm.Unresolved("ssh:" + name) : known.get(0);
    }

    EndpointProfile profile() {
        List<ObservedFact> facts = new ArrayList<>();
        facts.add(new ObservedFact(EndpointProfile.VERSION + "SSH 2.0", State.SUPPORTED, "", ""));
        methods.forEach(it -> facts.add(new ObservedFact(EndpointProfile.SSH_KEX + it, State.SUPPORTED, "", "")));
        hostKeys.forEach(it -> facts.add(new ObservedFact("host-key/" + it, State.SUPPORTED, "", "")));
        facts.add(verdict(EndpointProfile.PQC_SUPPORTED, METHODS, methods));
        facts.add(verdict(EndpointProfile.PQC_AUTHENTICATION, HOST_KEYS, hostKeys));
        facts.add(only());
        return new EndpointProfile(location, ForeignClaims.plan(origin), facts);
    }

    private static ObservedFact verdict(String subject, Map<String, CodePoint> points, List<String> names) {
        List<String> pqc = names.stream().filter(it -> isPqc(points, it)).toList();
        Optional<String> unheardOf =
                names.stream().filter(it -> !points.containsKey(it)).findFirst();
        if (!pqc.isEmpty()) {
            return new ObservedFact(subject, State.SUPPORTED, "offers " + String.join(", ", pqc), "");
        }
        if (names.isEmpty()) {
            return ObservedFact.notAsked(subject);
        }
        return unheardOf
                .map(it -> new ObservedFact(subject, State.UNKNOWN, "nobody knows " + it, ""))
                .orElseGet(() -> new ObservedFact(subject, State.NOT_SUPPORTED, "offers no post-quantum method", ""));
    }

    private ObservedFact only() {
        Optional<String> weak = methods.stream()
                .filter(it -> kind(METHODS, it).equals("classical"))
                .findFirst();
        boolean all = !methods.isEmpty() && methods.stream().allMatch(it -> isPqc(METHODS, it));
        return weak.map(it -> new ObservedFact(EndpointProfile.PQC_ONLY, State.NOT_SUPPORTED, "also offers " + it, ""))
                .orElseGet(() -> all
                        ? new ObservedFact(EndpointProfile.PQC_ONLY, State.SUPPORTED, "offers nothing classical", "")
                        : ObservedFact.notAsked(EndpointProfile.PQC_ONLY));
    }

    private static boolean isPqc(Map<String, CodePoint> points, String name) {
        return kind(points, name).equals("hybrid") || kind(points, name).equals("pqc");
    }

    private static String kind(Map<String, CodePoint> points, String name) {
        return points.containsKey(name) ? points.get(name).classification() : "";
    }
}
