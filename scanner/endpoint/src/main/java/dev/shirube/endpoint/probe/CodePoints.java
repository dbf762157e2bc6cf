package dev.shirube.endpoint.probe;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.endpoint.codec.ServerFlight;
import dev.shirube.endpoint.codec.Tls;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The registry's code points as endpoints use them; one that it lacks goes by its number. */
public final class CodePoints {
    /** Key exchanges whose ServerKeyExchange is an elliptic curve with nothing before it, as a pre-shared key has. */
    private static final Set<String> CURVES = Set.of("ECDHE_ECDSA", "ECDHE_RSA", "ECDH_anon");

    private static final Set<String> FIELDS = Set.of(
            "DHE_RSA",
            "DHE_DSS",
            "DH_anon",
            "DHE_RSA_EXPORT",
            "DHE_DSS_EXPORT",
            "DHE_DSS_EXPORT1024",
            "DH_anon_EXPORT");

    /** The registry makes its values anew each time; here they are asked for in every step of every course. */
    private static final Map<Integer, Optional<CodePoint>> GROUPS = new ConcurrentHashMap<>();

    private static final Map<Integer, Optional<CodePoint>> SCHEMES = new ConcurrentHashMap<>();
    private static final Map<Integer, Optional<CodePoint>> SUITES = new ConcurrentHashMap<>();

    /** How suites of TLS 1.2 and older exchange keys, by their class in the registry. */
    public static final ServerFlight.SuiteClasses SUITE_CLASSES = new ServerFlight.SuiteClasses() {
        @Override
        public boolean ecdhe(int suite) {
            return CURVES.contains(suiteClass(suite));
        }

        @Override
        public boolean dhe(int suite) {
            return FIELDS.contains(suiteClass(suite));
        }
    };

    private CodePoints() {}

    /** The group's IANA name, or its number. */
    public static String groupName(int code) {
        return group(code).map(CodePoint::name).orElseGet(() -> Tls.hex(code));
    }

    /** The signature scheme's IANA name, or its number; that of a draft whose numbers still change goes by its number too. */
    public static String schemeName(int code) {
        return isDraftScheme(code)
                ? "composite draft " + Tls.hex(code)
                : scheme(code).map(CodePoint::name).orElseGet(() -> Tls.hex(code));
    }

    /** The cipher suite's IANA name, or its number. */
    public static String suiteName(int code) {
        return suite(code).map(CodePoint::name).orElseGet(() -> Tls.hex(code));
    }

    /** The key exchange and certificate type of a suite, for example {@code ECDHE_RSA}; empty if not known. */
    public static String suiteClass(int code) {
        return suite(code).map(it -> it.attributes().getOrDefault("class", "")).orElse("");
    }

    /** The kind of key that a scheme signs with, as the registry says, for example {@code EC P-256}; empty if not known. */
    static String schemeKey(int code) {
        return scheme(code).map(it -> it.attributes().getOrDefault("key", "")).orElse("");
    }

    /** Whether the group is a finished hybrid or post-quantum one; obsolete drafts never count. */
    static boolean isPqcGroup(int code) {
        return isPqc(group(code));
    }

    /** Whether the scheme is a finished post-quantum one; drafts of composite schemes never count. */
    static boolean isPqcScheme(int code) {
        return isPqc(scheme(code));
    }

    /** Whether the group is an elliptic curve alone. */
    static boolean isCurve(int code) {
        return group(code)
                .filter(it -> "ecdh".equals(it.attributes().get("kind")))
                .isPresent();
    }

    /** Whether that number means different schemes in different revisions of its draft. */
    public static boolean isDraftScheme(int code) {
        return scheme(code).filter(it -> it.classification().endsWith("-draft")).isPresent();
    }

    private static boolean isPqc(Optional<CodePoint> point) {
        return point.map(CodePoint::classification)
                .filter(it -> it.equals("pqc") || it.equals("hybrid"))
                .isPresent();
    }

    private static Optional<CodePoint> group(int code) {
        return cached(GROUPS, code, AlgorithmRegistry.standard()::tlsGroup);
    }

    private static Optional<CodePoint> scheme(int code) {
        return cached(SCHEMES, code, AlgorithmRegistry.standard()::tlsSignatureScheme);
    }

    private static Optional<CodePoint> suite(int code) {
        return cached(SUITES, code, AlgorithmRegistry.standard()::tlsCipherSuite);
    }

    /** Keeps what has a row: what a peer makes up does not fill the memory. */
    private static Optional<CodePoint> cached(
            Map<Integer, Optional<CodePoint>> cache, int code, IntFunction<Optional<CodePoint>> look) {
        Optional<CodePoint> known = cache.get(code);
        if (known != null) {
            return known;
        }
        Optional<CodePoint> found = look.apply(code);
        if (found.isPresent()) {
            cache.put(code, found);
        }
        return found;
    }
}
