package dev.shirube.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryReadinessTest {

    private static final LibraryReadiness READINESS = LibraryReadiness.standard();

    private static CryptoLibrary library(String id) {
        return READINESS.byId(id).orElseThrow();
    }

    private static HybridOffer hybrid(String id, String version) {
        return library(id).hybridAt(version).map(HybridDefault::offer).orElse(HybridOffer.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "jdk, 17, ABSENT",
        "jdk, 24, ABSENT",
        "jdk, 25.0.3, ABSENT",
        "jdk, 26, ABSENT",
        "jdk, 27, DEFAULT",
        "bouncycastle-bctls, 1.80, ABSENT",
        "bouncycastle-bctls, 1.81, OFFERED",
        "bouncycastle-bctls, 1.84, OFFERED",
        "conscrypt, 2.5.2, ABSENT",
        "conscrypt, 2.6.0, KNOWN",
        "conscrypt, 2.7.0, DEFAULT",
        "netty-handler, 4.1.132.Final, ABSENT",
        "netty-handler, 4.2.7.Final, ABSENT",
        "netty-handler, 4.2.8.Final, DEFAULT",
        "openssl, 3.4.1, ABSENT",
        "openssl, 3.5.0, DEFAULT",
        "rustls, 0.23.22, KNOWN",
        "rustls, 0.22, UNKNOWN",
        "conscrypt, '', UNKNOWN",
        "conscrypt, vers:maven/>=2.6.0|<=2.6.3, KNOWN",
        "conscrypt, vers:maven/>=2.6.0|<=2.7.0, UNKNOWN",
        "conscrypt, vers:maven/>=2.9.0, DEFAULT",
        "conscrypt, vers:maven/<=2.5.2, ABSENT",
        "netty-handler, vers:maven/>=4.2.8.Final|<=4.2.9.Final, DEFAULT",
        "netty-handler, vers:maven/>=4.2.7.Final|<=4.2.8.Final, UNKNOWN",
        "netty-handler, vers:maven/>=4.1.140.Final|<4.2.0, ABSENT",
        "jdk, vers:maven/>=24|<=26, ABSENT",
        "bouncycastle-bcprov, 1.84, UNKNOWN"
    })
    void onlyAKeyShareMakesAVersionPostQuantumByDefault(String id, String version, HybridOffer offer) {
        assertThat(hybrid(id, version)).isEqualTo(offer);
    }

    @Test
    void nettyOffersTheHybridOnlyWithItsNativeEngine() {
        assertThat(library("netty-handler")
                        .hybridAt("4.2.20.Final")
                        .orElseThrow()
                        .with())
                .contains("tcnative");
    }

    @ParameterizedTest
    @CsvSource({
        "jdk, 23, NO",
        "jdk, 24, YES",
        "bouncycastle-bcprov, 1.70, NO",
        "bouncycastle-bcprov, 1.78.1, NO",
        "bouncycastle-bcprov, 1.79, YES",
        "bouncycastle-bcprov, '', UNKNOWN",
        "bouncycastle-fips, 2.1.3, NO",
        "bouncycastle-fips, 2.2.0, UNKNOWN",
        "tomcat, 11.0.11, NO",
        "tomcat, 11.0.12, YES",
        "tomcat, 10.1.50, YES",
        "tomcat, 10.1.40, UNKNOWN",
        "tomcat, 9.0.115, YES",
        "tomcat, 8.5.0, NO",
        "netty-tcnative, 2.0.66.Final, NO",
        "netty-tcnative, 2.0.68.Final, UNKNOWN",
        "netty-tcnative, 2.0.70.Final, YES",
        "grpc-netty-shaded, 1.60.0, UNKNOWN",
        "grpc-netty-shaded, 1.85.1, YES",
        "jsch-jcraft, 0.1.55, NO",
        "jjwt-api, 0.12.0, UNKNOWN",
        "nimbus-jose-jwt, 10.10, NO",
        "bouncycastle-bcprov, vers:maven/>=1.72|<=1.78.1, NO",
        "bouncycastle-bcprov, vers:maven/>=1.78|<=1.79, UNKNOWN",
        "bouncycastle-bcprov, vers:maven/>=1.79|<=1.80, YES",
        "bouncycastle-bcprov, vers:maven/>=1.84, YES",
        "netty-tcnative, vers:maven/>=2.0.60.Final|<=2.0.66.Final, NO",
        "netty-tcnative, vers:maven/>=2.0.66.Final|<=2.0.70.Final, UNKNOWN",
        "tomcat, vers:maven/>=10.1.40|<=11.0.11, UNKNOWN",
        "sshj, vers:maven/>=0.38.0|<=0.40.0, NO",
        "sshj, vers:maven/>=0.38.0, UNKNOWN",
        "go, vers:generic/>=1.22, UNKNOWN",
        "go, vers:generic/>=1.24.3, YES",
        "nodejs, vers:generic/>=24|<25, UNKNOWN",
        "nodejs, vers:generic/>=20|<21, NO",
        "dotnet, vers:generic/>=8.0|<8.1, NO",
        "golang-x-crypto, 0.37.0, NO",
        "golang-x-crypto, 0.38.0, YES",
        "nuget-bouncycastle-cryptography, 2.4.0, NO",
        "nuget-bouncycastle-cryptography, 2.5.0, YES",
        "pypi-cryptography, 42.0.5, NO",
        "pypi-cryptography, 45.0.0, UNKNOWN",
        "npm-node-forge, 1.3.1, UNKNOWN",
        "npm-noble-post-quantum, 0.1.0, NO",
        "npm-noble-post-quantum, 0.2.0, YES",
        "gem-net-ssh, 7.2.3, NO"
    })
    void whatNobodyLookedAtIsNeitherThereNorAbsent(String id, String version, Presence presence) {
        assertThat(library(id).standardAt(version)).isEqualTo(presence);
    }

    @Test
    void draftsOfBouncyCastleAreNotTheStandardAndWhatWasRemovedIsGone() {
        CryptoLibrary bc = library("bouncycastle-bcprov");
        assertThat(bc.bringsAt("1.78")).isNotEmpty().allMatch(it -> it.standing() == Standing.PRE_STANDARD);
        assertThat(bc.cautionsAt("1.78.1")).anyMatch(it -> it.what().en().contains("do not interoperate"));
        assertThat(bc.cautionsAt("1.79")).noneMatch(it -> it.what().en().contains("do not interoperate"));
        assertThat(bc.bringsAt("1.85")).anyMatch(it -> it.what().contains("pqc.crypto"));
        assertThat(bc.bringsAt("1.86")).noneMatch(it -> it.what().contains("pqc.crypto"));
    }

    @Test
    void adviceNamesTheVersionWhatElseIsNeededAndWhetherToCheckIt() {
        Upgrade bctls = library("bouncycastle-bctls").upgrade(Goal.KEY_EXCHANGE).orElseThrow();
        assertThat(bctls.atLeast()).isEqualTo("1.81");
        assertThat(bctls.also().en()).contains("named groups");
        assertThat(bctls.evidence().mustBeChecked()).isFalse();
        Upgrade openssl = library("openssl").upgrade(Goal.KEY_EXCHANGE).orElseThrow();
        assertThat(openssl.evidence().mustBeChecked()).isTrue();
        assertThat(library("conscrypt").upgrade(Goal.KEY_EXCHANGE).orElseThrow().doneAt("2.6.0"))
                .isFalse();
        assertThat(library("sshj").upgrade(Goal.KEY_EXCHANGE)).isEmpty();
    }

    @Test
    void ofARangeOnlyWhatHoldsForAllOfItIsSaidAndEveryCautionThatMayHold() {
        CryptoLibrary bc = library("bouncycastle-bcprov");
        Upgrade upgrade = bc.upgrade(Goal.ALGORITHMS).orElseThrow();
        assertThat(upgrade.doneAt("vers:maven/>=1.79|<=1.80")).isTrue();
        assertThat(upgrade.doneAt("vers:maven/>=1.78|<=1.79")).isFalse();
        assertThat(upgrade.missingAt("vers:maven/>=1.78|<=1.79")).isFalse();
        assertThat(upgrade.missingAt("vers:maven/<=1.78.1")).isTrue();
        assertThat(bc.cautionsAt("vers:maven/>=1.78|<=1.79"))
                .anyMatch(it -> it.what().en().contains("do not interoperate"));
        assertThat(bc.cautionsAt("vers:maven/>=1.86")).isEmpty();
        assertThat(bc.bringsAt("vers:maven/>=1.85|<=1.86"))
                .noneMatch(it -> it.what().contains("pqc.crypto"))
                .anyMatch(it -> it.what().contains("FIPS 203"));
    }

    @Test
    void anUnknownVersionIsNotKnownToBeNewEnough() {
        assertThat(library("bouncycastle-bcprov")
                        .upgrade(Goal.ALGORITHMS)
                        .orElseThrow()
                        .doneAt(""))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:maven/org.bouncycastle/bcprov-jdk15on@1.70, bouncycastle-bcprov",
        "pkg:maven/org.bouncycastle/bcprov-jdk18on, bouncycastle-bcprov",
        "pkg:maven/org.bouncycastle/bcprov-jdk18on@1.84?type=jar, bouncycastle-bcprov",
        "pkg:generic/bouncycastle-bcprov@1.84, bouncycastle-bcprov",
        "pkg:generic/openssl@3.0.2, openssl",
        "pkg:npm/%40noble/curves@1.4.2, npm-noble-curves",
        "pkg:golang/github.com/golang-jwt/jwt/v5@5.2.1, golang-jwt",
        "pkg:npm/jose?vers=vers:npm/%3E%3D4.0.0%7C%3C5, npm-jose"
    })
    void aLibraryIsFoundByItsPackageUrlWithOrWithoutVersion(String purl, String id) {
        assertThat(READINESS.of(new CryptoAsset.Library(purl, "", "")))
                .map(CryptoLibrary::id)
                .contains(id);
    }

    @Test
    void aNameThatOnlyBeginsLikeALibraryIsAnotherOne() {
        assertThat(READINESS.of("pkg:maven/com.google.crypto.tink/tink-android@1.8"))
                .isEmpty();
    }

    @Test
    void theTableIsWhole() {
        Set<String> packages = new HashSet<>();
        for (CryptoLibrary library : READINESS.libraries()) {
            assertThat(library.packages()).isNotEmpty().allMatch(packages::add);
            assertThat(library.brings()).allMatch(it -> Versions.comparable(it.since()));
            assertThat(library.upgrades()).allMatch(it -> Versions.comparable(it.atLeast()));
            assertThat(library.hybrid()).isSortedAccordingTo((a, b) -> Versions.compare(a.from(), b.from()));
        }
        assertThat(packages).hasSizeGreaterThan(50);
        assertThat(READINESS.asOf()).isEqualTo("2026-11-22");
    }
}
