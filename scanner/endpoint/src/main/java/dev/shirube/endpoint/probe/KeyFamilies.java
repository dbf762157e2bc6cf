package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.Tls;
import java.util.List;
import java.util.Optional;

/** The families of certificate keys, told by what a server signs with and never by what it was asked for. */
final class KeyFamilies {
    /** All that {@link Offers#SCHEMES} asks for, in its order. */
    static final List<String> ALL =
            Offers.SCHEMES.stream().map(KeyFamilies::ofScheme).distinct().toList();

    private KeyFamilies() {}

    /** The family of the key that such a signature is made with; the number of a scheme that the registry lacks. */
    static String ofScheme(int scheme) {
        String key = CodePoints.schemeKey(scheme);
        if (key.startsWith("RSA")) {
            return "RSA";
        }
        if (key.startsWith("EC")) {
            return "ECDSA";
        }
        if (key.startsWith("Ed")) {
            return "EdDSA";
        }
        if (key.startsWith("ML-DSA")) {
            return "ML-DSA";
        }
        if (key.startsWith("SLH-DSA")) {
            return "SLH-DSA";
        }
        return key.isEmpty() ? Tls.hex(scheme) : key;
    }

    /** The family of the certificate's key in a whole handshake; nothing where the handshake does not tell. */
    static Optional<String> of(Observation seen) {
        if (seen.answer().scheme().isPresent()) {
            return Optional.of(ofScheme(seen.answer().scheme().getAsInt()));
        }
        // Before TLS 1.2 the suite alone names the signature; of static Diffie-Hellman it names that of the issuer.
        return switch (seen.choice()
                .map(ServerHello::suite)
                .map(CodePoints::suiteClass)
                .orElse("")) {
            case "RSA", "ECDHE_RSA", "DHE_RSA" -> Optional.of("RSA");
            case "ECDHE_ECDSA" -> Optional.of("ECDSA");
            case "DHE_DSS" -> Optional.of("DSA");
            default -> Optional.empty();
        };
    }
}
