package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmTest {

    @Test
    void theIdentityNamesAllThatIsKnownAndIsReadBack() {
        Algorithm.Known full = Algorithm.Known.of("aes")
                .withPadding("pkcs5")
                .withMode("cbc")
                .withDigest("SHA-256")
                .withCurve("nist/P-256")
                .withParameterSet("256");
        assertThat(full.identity())
                .isEqualTo("aes;parameter=256;curve=nist/P-256;digest=SHA-256;mode=cbc;padding=pkcs5");
        assertThat(Algorithm.Known.parse(full.identity())).isEqualTo(full);
        assertThat(Algorithm.Known.parse("rsa-key")).isEqualTo(Algorithm.Known.of("rsa-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";parameter=1", "rsa-key;size=2048", "rsa-key;2048", "rsa-key;"})
    void whatIsNoIdentityIsRefused(String text) {
        assertThatThrownBy(() -> Algorithm.Known.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
