package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import java.security.Security;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The names that the providers of the running JDK offer, against the registry: the real counterpart of its table. */
class JdkNamesTest {

    private static final Set<String> SERVICES = Set.of(
            "Signature",
            "Cipher",
            "Mac",
            "MessageDigest",
            "KeyPairGenerator",
            "KeyFactory",
            "KeyAgreement",
            "KEM",
            "KDF",
            "SecretKeyFactory",
            "KeyGenerator",
            "AlgorithmParameters",
            "AlgorithmParameterGenerator",
            "SecureRandom");

    /** Parts of the JDK's own TLS and PKCS #11, which no application asks for, and names that leave the scheme open. */
    private static final Set<String> LEFT_OUT =
            Set.of("AlgorithmParameters GCM", "AlgorithmParameters PBE", "Cipher PBE", "SecretKeyFactory PBE");

    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();

    @Test
    void everyAlgorithmOfTheJdkIsKnownByItsNameAndItsAliases() {
        Set<String> names = new TreeSet<>();
        for (Provider provider : Security.getProviders()) {
            provider.getServices().forEach(it -> names.add(it.getType() + " " + it.getAlgorithm()));
            for (Object key : provider.keySet()) {
                if (key.toString().startsWith("Alg.Alias.")) {
                    names.add(key.toString().substring("Alg.Alias.".length()).replaceFirst("\\.", " "));
                }
            }
        }
        names.removeIf(name -> !SERVICES.contains(name.substring(0, name.indexOf(' '))));
        names.removeIf(name -> name.contains(" SunTls") || name.contains(" SslMac"));
        names.removeAll(LEFT_OUT);
        assertThat(names).hasSizeGreaterThan(400).allSatisfy(this::isKnown);
    }

    private void isKnown(String name) {
        int space = name.indexOf(' ');
        assertThat(registry.byJcaName(name.substring(0, space), name.substring(space + 1)))
                .isPresent();
    }
}
