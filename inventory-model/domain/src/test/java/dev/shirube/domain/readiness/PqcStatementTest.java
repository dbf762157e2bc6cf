package dev.shirube.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Text;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The traps: who must not be called post-quantum by default, and what must be told besides. */
class PqcStatementTest {

    private static PqcStatement statement(String id, String version) {
        return new PqcStatement(LibraryReadiness.standard().byId(id).orElseThrow(), version);
    }

    private static String english(String id, String version) {
        return statement(id, version).sentences().stream().map(Text::en).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdk, 17, false",
        "jdk, 24, false",
        "jdk, 25, false",
        "jdk, 26, false",
        "jdk, 26.0.1, false",
        "jdk, 27, true",
        "bouncycastle-bctls, 1.81, false",
        "bouncycastle-bctls, 1.84, false",
        "conscrypt, 2.6.0, false",
        "conscrypt, 2.6.3, false",
        "conscrypt, 2.7.0, true",
        "conscrypt, vers:maven/>=2.6.0|<=2.7.0, false",
        "conscrypt, '', false",
        "netty-handler, 4.2.7.Final, false",
        "netty-handler, 4.2.8.Final, false",
        "openssl, 3.5.0, true"
    })
    void onlyAKeyShareWithoutAnyConditionIsPostQuantumByDefault(String id, String version, boolean byDefault) {
        assertThat(statement(id, version).hybridByDefault()).isEqualTo(byDefault);
    }

    @ParameterizedTest
    @CsvSource({"1.81", "1.84"})
    void bctlsOffersTheHybridLastAndSaysWhatToSet(String version) {
        assertThat(english("bouncycastle-bctls", version))
                .contains("TLS is not post-quantum by default")
                .contains("without a key share")
                .contains("[seen when run]")
                .contains("For X25519MLKEM768, SecP256r1MLKEM768: set the named groups")
                .doesNotContain("Upgrade to at least");
    }

    @Test
    void conscryptNeedsTheNextVersion() {
        assertThat(english("conscrypt", "2.6.0"))
                .contains("offered only if they are configured")
                .contains("Upgrade to at least 2.7.0 for X25519MLKEM768 [seen when run]");
        assertThat(english("conscrypt", "2.7.0"))
                .contains("with a key share by default.")
                .doesNotContain("pgrade");
    }

    @Test
    void nettyNeedsItsNativeEngine() {
        assertThat(english("netty-handler", "4.2.7.Final"))
                .contains("TLS knows no hybrid key exchange.")
                .contains("Upgrade to at least 4.2.8.Final for X25519MLKEM768");
        assertThat(english("netty-handler", "4.2.8.Final"))
                .contains("Only with netty-tcnative-boringssl-static")
                .contains("with netty-tcnative-boringssl-static 2.0.70 or later")
                .contains("Caution: with SslProvider.JDK the JDK's groups decide");
    }

    @ParameterizedTest
    @CsvSource({"17", "24", "25", "26"})
    void noJdkBefore27HasHybridTls(String version) {
        assertThat(english("jdk", version))
                .contains("TLS knows no hybrid key exchange.")
                .contains("Upgrade to at least 27 for X25519MLKEM768");
    }

    @Test
    void draftsAreNotTheStandardAndCautionsAreTold() {
        PqcStatement old = statement("bouncycastle-bcprov", "1.78.1");
        assertThat(old.standard()).isEqualTo(Presence.NO);
        assertThat(english("bouncycastle-bcprov", "1.78.1"))
                .contains("[pre-standard]")
                .contains("Upgrade to at least 1.79")
                .contains("Caution: CVE-2026-5588");
        assertThat(old.upgrades()).extracting(Upgrade::goal).containsExactly(Goal.ALGORITHMS);
    }

    @Test
    void aRangeAcrossTheBoundaryDependsOnTheVersion() {
        assertThat(english("netty-handler", "vers:maven/>=4.2.7.Final|<=4.2.9.Final"))
                .contains("Whether it has PQC depends on the version: check it.")
                .contains("What TLS does by default depends on the version: check it.")
                .contains("If it is older, upgrade to at least 4.2.8.Final");
        assertThat(english("netty-handler", "vers:maven/>=4.1.0.Final|<=4.2.7.Final"))
                .contains("No PQC in it.");
    }

    @Test
    void whatIsKnownOfSecondHandSaysSo() {
        assertThat(english("openssl", "3.0.2"))
                .contains(
                        "Upgrade to at least 3.5.0 for X25519MLKEM768 [secondary source: check before relying on it]");
        assertThat(statement("openssl", "3.0.2").sentences())
                .anyMatch(it -> it.ja().contains("3.5.0 以上へ更新") && it.ja().contains("二次資料、要確認"));
    }

    @Test
    void anUnlistedLibraryHasNoStatementAndAnUnknownOneSaysThatItIsNotKnown() {
        CryptoAsset.Library unlisted = CryptoAsset.Library.of("pkg:maven/com.acme/acme", "1.0");
        assertThat(LibraryReadiness.standard().statement(unlisted)).isEmpty();
        assertThat(english("jjwt-api", "0.12.0")).isEqualTo("Whether it has PQC is not known: nobody looked.");
        assertThat(english("npm-node-forge", "1.3.1")).isEqualTo("Whether it has PQC is not known: nobody looked.");
        assertThat(english("jjwt", "0.13.0")).isEqualTo("No PQC in it.");
        assertThat(english("jjwt", "0.14.0")).contains("was not looked at");
    }
}
