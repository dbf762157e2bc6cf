package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** {@code algorithmProperties}; what the evidence does not tell is left out. */
final class AlgorithmProperties {

    private static final Set<String> MODES = Set.of("cbc", "ecb", "ccm", "gcm", "cfb", "ofb", "ctr");
    private static final Set<String> PADDINGS = Set.of("pkcs5", "pkcs7", "pkcs1v15", "oaep", "raw");

    /** Families that are one padding by definition (RFC 8017); there is no value for PSS in either version. */
    private static final Map<String, String> PADDING_OF_FAMILY =
            Map.of("RSASSA-PKCS1", "pkcs1v15", "RSAES-PKCS1", "pkcs1v15", "RSAES-OAEP", "oaep");

    private final AlgorithmRegistry registry;
    private final CbomVersion version;

    AlgorithmProperties(AlgorithmRegistry registry, CbomVersion version) {
        this.registry = registry;
        this.version = version;
    }

    void write(JsonStream json, Algorithm algorithm, List<AssignedFinding> findings) throws IOException {
        json.object("algorithmProperties", it -> {
            if (algorithm instanceof Algorithm.Known known) {
                known(it, known);
            } else {
                it.text("primitive", "unknown");
            }
            it.texts("cryptoFunctions", functions(findings));
            if (algorithm instanceof Algorithm.Known known) {
                levels(it, known);
            }
        });
    }

    private void known(JsonStream json, Algorithm.Known known) {
        Optional<AlgorithmRegistry.Entry> entry = registry.entry(known.entry());
        json.text("primitive", entry.map(it -> primitive(it, known)).orElse("unknown"));
        Optional<String> family = entry.flatMap(AlgorithmRegistry.Entry::cyclonedxFamily);
        if (version.hasFamilies()) {
            family.ifPresent(it -> json.text("algorithmFamily", it));
        }
        known.parameterSet().ifPresent(it -> json.text("parameterSetIdentifier", it));
        known.curve().ifPresent(it -> curve(json, it));
        known.mode().ifPresent(it -> json.text("mode", MODES.contains(it) ? it : "other"));
        known.padding()
                .map(it -> PADDINGS.contains(it) ? it : "other")
                .or(() -> family.map(PADDING_OF_FAMILY::get))
                .ifPresent(it -> json.text("padding", it));
    }

    /** Only a curve of CycloneDX's own list is a valid {@code ellipticCurve}; 1.6 takes the bare name. */
    private void curve(JsonStream json, String curve) {
        if (!version.hasFamilies()) {
            json.text("curve", curve.substring(curve.indexOf('/') + 1));
        } else if (registry.canonicalCurve(curve).equals(Optional.of(curve))) {
            json.text("ellipticCurve", curve);
        } else {
            json.text("curve", curve);
        }
    }

    private String primitive(AlgorithmRegistry.Entry entry, Algorithm.Known known) {
        String mode = known.mode().orElse("");
        boolean authenticated =
                Set.of("gcm", "ccm", "ocb", "eax", "siv", "gcm-siv").contains(mode);
        if (entry.primitive().equals("block-cipher") && authenticated) {
            return "ae";
        }
        if (entry.primitive().equals("block-cipher") && mode.startsWith("wrap")) {
            return version.hasFamilies() ? "key-wrap" : "other";
        }
        boolean extendable = known.parameterSet().orElse("").startsWith("SHAKE");
        return entry.primitive().equals("hash") && extendable ? "xof" : entry.primitive();
    }

    /** 0 says that the algorithm meets no category; it is written for what Shor's algorithm breaks and nothing else. */
    private void levels(JsonStream json, Algorithm.Known known) {
        json.number("classicalSecurityLevel", registry.classicalBits(known));
        OptionalInt level = registry.nistLevel(known);
        boolean broken = registry.threat(known) == QuantumThreat.VULNERABLE;
        if (level.isPresent() && (level.getAsInt() > 0 || broken)) {
            json.number("nistQuantumSecurityLevel", level);
        }
    }

    private static Set<String> functions(List<AssignedFinding> findings) {
        Set<String> functions = new TreeSet<>();
        findings.forEach(finding -> functions.addAll(functions(finding.finding().function())));
        return functions;
    }

    private static List<String> functions(CryptoFunction function) {
        return switch (function) {
            case SIGN -> List.of("sign");
            case VERIFY -> List.of("verify");
            case KEYGEN -> List.of("keygen");
            case KEY_AGREEMENT, KEY_DERIVE -> List.of("keyderive");
            case KEM -> List.of("decapsulate", "encapsulate");
            case ENCRYPT -> List.of("encrypt");
            case DECRYPT -> List.of("decrypt");
            case DIGEST -> List.of("digest");
            case MAC -> List.of("tag");
            case RANDOM -> List.of("generate");
            default -> List.of("other");
        };
    }
}
