package dev.shirube.endpoint.probe;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.endpoint.codec.ServerFlight;
import dev.shirube.endpoint.codec.Tls;
import java.util.Optional;

/** The registry's code points as endpoints use them; one that it lacks goes by its number. */
public final class CodePoints {
    /** How suites of TLS 1.2 and older exchange keys, by their class in the registry. */
    public static final ServerFlight.SuiteClasses SUITE_CLASSES = new ServerFlight.SuiteClasses() {
        @Override
        public boolean ecdhe(int suite) {
            return suiteClass(suite).startsWith("ECDHE_") || suiteClass(suite).equals("ECDH_anon");
        }

        @Override
        public boolean dhe(int suite) {
            return suiteClass(suite).startsWith("DHE_") || suiteClass(suite).equals("DH_anon");
        }
    };

    private CodePoints() {}

    /** The group's IANA name, or its number. */
    public static String groupName(int code) {
        return AlgorithmRegistry.standard().tlsGroup(code).map(CodePoint::name).orElseGet(() -> Tls.hex(code));
    }

    /** The signature scheme's IANA name, or its number. */
    public static String schemeName(int code) {
        return AlgorithmRegistry.standard()
                .tlsSignatureScheme(code)
                .map(CodePoint::name)
                .orElseGet(() -> Tls.hex(code));
    }

    /** The cipher suite's IANA name, or its number. */
    public static String suiteName(int code) {
        return AlgorithmRegistry.standard()
                .tlsCipherSuite(code)
                .map(CodePoint::name)
                .orElseGet(() -> Tls.hex(code));
    }

    /** The key exchange and certificate type of a suite, for example {@code ECDHE_RSA}; empty if not known. */
    public static String suiteClass(int code) {
        return AlgorithmRegistry.standard()
                .tlsCipherSuite(code)
                .map(it -> it.attributes().getOrDefault("class", ""))
                .orElse("");
    }

    /** Whether the group is a finished hybrid or post-quantum one; obsolete drafts never count. */
    static boolean isPqcGroup(int code) {
        return isPqc(AlgorithmRegistry.standard().tlsGroup(code));
    }

    /** Whether the scheme is a finished post-quantum one; drafts of composite schemes never count. */
    static boolean isPqcScheme(int code) {
        return isPqc(AlgorithmRegistry.standard().tlsSignatureScheme(code));
    }

    private static boolean isPqc(Optional<CodePoint> point) {
        return point.map(CodePoint::classification)
                .filter(it -> it.equals("pqc") || it.equals("hybrid"))
                .isPresent();
    }
}
