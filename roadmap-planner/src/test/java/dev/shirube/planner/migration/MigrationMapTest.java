package dev.shirube.planner.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Language;
import dev.shirube.planner.policy.PolicyFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationMapTest {

    private static final MigrationMap MAP = MigrationMap.standard();

    @Test
    void everyUseThatARuleNamesIsInTheMap() {
        assertThat(UseRules.standard().named()).isNotEmpty().allMatch(MAP.uses()::contains);
    }

    @Test
    void everyUseReadsInBothLanguagesAndCitesAStatus() {
        for (String use : MAP.uses()) {
            for (PolicyFunction function : PolicyFunction.values()) {
                Replacement it = MAP.replacement(use, function);
                assertThat(it.useName().ja()).isNotEmpty();
                assertThat(it.useName().en()).isNotEmpty();
                assertThat(it.view().in(Language.JA)).isNotEmpty();
            }
        }
    }

    @Test
    void tlsMovesToTheHybridGroupsThatCryptrecsListIsReportedToCover() {
        Replacement tls = MAP.replacement("tls13-kex", PolicyFunction.KEY_ESTABLISHMENT);
        assertThat(tls.targets())
                .extracting(it -> it.name().en())
                .containsExactly("X25519MLKEM768", "SecP256r1MLKEM768", "SecP384r1MLKEM1024");
        assertThat(tls.view().en()).contains("CRYPTREC").contains("unverified");
        assertThat(tls.available()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x509-sig", "jose-jwt", "cms-sig", "code-signing", "generic-signature", "java-jca"})
    void noSignatureIsNamedAsAJapaneseRecommendation(String use) {
        Replacement it = MAP.replacement(use, PolicyFunction.SIGNATURE);
        assertThat(it.available()).isTrue();
        assertThat(it.view().ja()).contains("日本の推奨ではない");
        assertThat(it.view().en()).contains("not a Japanese recommendation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dnssec", "xmldsig-saml", "smartcard-jpki", "gpki-lgpki", "ssh-hostkey", "jwe", "tls-auth"})
    void withoutAFinalStandardThereIsNothingToMoveTo(String use) {
        assertThat(MAP.replacement(use, PolicyFunction.SIGNATURE).available()).isFalse();
    }

    @Test
    void aPreSharedKeyIsNoReplacementForIke() {
        Replacement it = MAP.replacement("ipsec-ikev2-kex", PolicyFunction.KEY_ESTABLISHMENT);
        assertThat(it.targets()).anyMatch(target -> target.status() == StandardStatus.FINAL);
        assertThat(it.available()).isFalse();
    }

    @Test
    void aJavaSignatureIsNotToldToBecomeAKem() {
        assertThat(MAP.replacement("java-jca", PolicyFunction.SIGNATURE).targets())
                .extracting(it -> it.name().en())
                .containsExactly("ML-DSA", "SLH-DSA, composites: Bouncy Castle");
        assertThat(MAP.replacement("java-jca", PolicyFunction.KEY_ESTABLISHMENT).targets())
                .extracting(it -> it.name().en())
                .containsExactly("KEM API + ML-KEM");
    }

    @Test
    void nothingUnpublishedOrBrokenIsEverATarget() {
        List<String> never = List.of("FN-DSA", "Falcon", "HQC", "Kyber", "Dilithium", "SPHINCS", "SIKE", "Rainbow");
        for (String use : MAP.uses()) {
            for (PolicyFunction function : PolicyFunction.values()) {
                assertThat(MAP.replacement(use, function).targets())
                        .noneMatch(
                                target -> never.stream().anyMatch(target.name().en()::contains));
            }
        }
    }
}
