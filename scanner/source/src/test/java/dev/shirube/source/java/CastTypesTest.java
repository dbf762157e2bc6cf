package dev.shirube.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.CallSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Java text asks for the type of a key; what JDK 17 compiles is among the fixtures. */
class CastTypesTest {

    private static final String IMPORTS = "import java.security.interfaces.*; import java.security.*;\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f(Object k) { return switch (k) { case RSAPublicKey r -> 1; default -> 0; }; }",
                "int f(Object k) { switch (k) { case RSAPublicKey r when r.getModulus() != null: return 1; default: return 0; } }",
                "record Pair(PublicKey one, int two) {} boolean f(Object k) { return k instanceof Pair(RSAPublicKey r, int two); }",
                "boolean f(Object k) { return k instanceof final RSAPublicKey r; }",
            })
    void patternsOfLaterReleasesAreRead(String member) {
        CallSite site = Reading.only(IMPORTS + "class A { " + member + " }");
        assertThat(site.kind()).isEqualTo(CallSite.Kind.CAST);
        assertThat(site.owner()).isEqualTo("java.security.interfaces.RSAPublicKey");
        assertThat(site.member()).isEqualTo(CallSite.CAST_MEMBER);
        assertThat(site.line()).hasValue(2);
    }

    @Test
    void aTypeWhoseImportIsMissingIsNone() {
        assertThat(Reading.of("class A { boolean f(Object k) { return k instanceof RSAPublicKey; } }")
                        .sites())
                .isEmpty();
    }
}
