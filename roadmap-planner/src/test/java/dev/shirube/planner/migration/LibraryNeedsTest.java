package dev.shirube.planner.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.readiness.Upgrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryNeedsTest {

    private static final LibraryNeeds NEEDS = LibraryNeeds.standard();

    private static LibraryNeeds.Entry entry(String purl) {
        return NEEDS.of(new CryptoAsset.Library(purl, "", "")).orElseThrow();
    }

    @Test
    void everyUseThatNeedsALibraryIsInTheMap() {
        assertThat(NEEDS.entries())
                .hasSize(16)
                .flatExtracting(LibraryNeeds.Entry::uses)
                .allMatch(MigrationMap.standard().uses()::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "org.bouncycastle/bcprov-jdk15on, 1.79",
        "org.bouncycastle/bctls-jdk18on, 1.81",
        "org.conscrypt/conscrypt-openjdk, 2.7.0",
        "io.netty/netty-handler, 4.2.8.Final",
        "org.apache.sshd/sshd-core, 2.15.0",
        "com.github.mwiede/jsch, 0.2.22"
    })
    void theVersionNeededIsTheDomains(String name, String version) {
        assertThat(entry("pkg:maven/" + name).upgrade()).map(Upgrade::atLeast).contains(version);
    }

    @Test
    void conscryptThatOnlyKnowsTheHybridIsNotReady() {
        assertThat(entry("pkg:maven/org.conscrypt/conscrypt-openjdk@2.6.0").readyAt("2.6.0"))
                .isFalse();
        assertThat(entry("pkg:maven/org.conscrypt/conscrypt-openjdk@2.7.0").readyAt("2.7.0"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"com.jcraft/jsch", "com.hierynomus/sshj", "com.nimbusds/nimbus-jose-jwt", "org.bouncycastle/bc-fips"})
    void whereNoReleaseIsKnownThereIsNoUpgradeAndNoVersionIsReady(String name) {
        assertThat(entry("pkg:maven/" + name).upgrade()).isEmpty();
        assertThat(entry("pkg:maven/" + name).readyAt("99")).isFalse();
    }

    @Test
    void aLibraryThatNoUseNeedsHasNoEntry() {
        assertThat(NEEDS.of(new CryptoAsset.Library("pkg:maven/org.bouncycastle/bcpkix-jdk18on@1.84", "", "")))
                .isEmpty();
    }
}
