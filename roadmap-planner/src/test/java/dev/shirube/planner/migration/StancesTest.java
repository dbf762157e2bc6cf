package dev.shirube.planner.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPacks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replacements by use, function and authority. */
class StancesTest {

    private static final Stances STANCES = Stances.standard();
    private static final PolicyFunction KEYS = PolicyFunction.KEY_ESTABLISHMENT;
    private static final PolicyFunction SIGNATURE = PolicyFunction.SIGNATURE;

    /** The uses of the facts that the map was made from, and the three for evidence without a protocol. */
    private static final List<String> USES = List.of(
            "tls13-kex",
            "tls12-rsa-kex",
            "tls-auth",
            "ssh-kex",
            "ssh-hostkey",
            "ipsec-ikev2-kex",
            "ipsec-auth",
            "mls-hpke",
            "x509-sig",
            "x509-kem",
            "cms-sig",
            "cms-enc",
            "smime",
            "openpgp",
            "pkcs12-keystore",
            "code-signing",
            "firmware-secure-boot",
            "timestamp-tsa",
            "long-term-signature",
            "xmldsig-saml",
            "jose-jwt",
            "jwe",
            "cose",
            "webauthn",
            "dnssec",
            "kerberos-pkinit",
            "smartcard-jpki",
            "gpki-lgpki",
            "vpn-remote-access",
            "data-at-rest-wrap",
            "db-tde-kms",
            "java-jca",
            "symmetric-128",
            "generic-signature",
            "generic-key-establishment",
            "generic-key");

    @Test
    void everyUseIsCoveredForEveryAuthority() {
        assertThat(MigrationMap.standard().uses()).containsExactlyInAnyOrderElementsOf(USES);
        for (String use : USES) {
            for (PolicyFunction function : PolicyFunction.values()) {
                for (Stance stance : STANCES.all()) {
                    StanceView view = STANCES.view(use, function, stance);
                    assertThat(view.choices().isEmpty())
                            .as(use + stance.id())
                            .isEqualTo(!view.why().en().isEmpty());
                }
            }
        }
    }

    @Test
    void everyAuthorityIsThatOfAPack() {
        List<String> packs = PolicyPacks.standard().stream().map(it -> it.id()).toList();
        assertThat(STANCES.all()).allMatch(it -> packs.containsAll(it.packs()));
        assertThat(STANCES.of(List.of("cnsa2", "au"))).extracting(Stance::id).containsExactly("cnsa2", "asd");
    }

    @ParameterizedTest
    @CsvSource({
        "cnsa2, MLKEM1024, SecP384r1MLKEM1024", "asd, MLKEM1024, SecP384r1MLKEM1024",
        "bsi, SecP256r1MLKEM768, SecP384r1MLKEM1024", "nist, X25519MLKEM768, SecP256r1MLKEM768"
    })
    void tlsMovesToWhatTheAuthorityPrefers(String stance, String first, String second) {
        assertThat(names("tls13-kex", KEYS, stance)).startsWith(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x509-sig", "cms-sig", "jose-jwt", "cose", "generic-signature", "java-jca"})
    void cnsaAndAsdAcceptMlDsa87Alone(String use) {
        for (String stance : List.of("cnsa2", "asd")) {
            assertThat(view(use, SIGNATURE, stance).choices())
                    .singleElement()
                    .matches(it -> it.parameters().equals(List.of("ML-DSA-87")));
        }
    }

    @Test
    void softwareIsSignedWithHashBasedSignaturesFirst() {
        assertThat(view("code-signing", SIGNATURE, "cnsa2").choices())
                .flatExtracting(StanceView.Choice::parameters)
                .containsExactly("LMS", "XMSS", "ML-DSA-87");
        assertThat(names("code-signing", SIGNATURE, "bsi")).startsWith("SLH-DSA");
        assertThat(names("x509-sig", SIGNATURE, "bsi")).containsExactly("composite ML-DSA + classical", "SLH-DSA");
    }

    @Test
    void noSignatureIsNamedInJapansName() {
        Stance japan = stance("cryptrec");
        for (String use : USES) {
            for (PolicyFunction function : PolicyFunction.values()) {
                assertThat(STANCES.view(use, function, japan).choices())
                        .as(use)
                        .flatExtracting(StanceView.Choice::parameters)
                        .noneMatch(it -> Stream.of("DSA", "LMS", "XMSS").anyMatch(it.toString()::contains));
            }
        }
        assertThat(view("x509-sig", SIGNATURE, "cryptrec").choices()).isEmpty();
        assertThat(view("x509-sig", SIGNATURE, "cryptrec").why().ja()).contains("未確認");
        assertThat(view("generic-key-establishment", KEYS, "cryptrec").choices())
                .singleElement()
                .matches(it -> it.parameters().equals(List.of("ML-KEM-768", "ML-KEM-1024")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dnssec", "xmldsig-saml", "smartcard-jpki", "gpki-lgpki", "long-term-signature"})
    void withoutAStandardThereIsNothingToMoveToForAnybody(String use) {
        assertThat(STANCES.all())
                .noneMatch(it -> STANCES.view(use, SIGNATURE, it).available());
    }

    @Test
    void whatAllAcceptIsTheIntersectionAndMayBeNothing() {
        assertThat(Stances.agreed(views("tls13-kex", KEYS, "cnsa2", "bsi")))
                .extracting(it -> it.target().name().en())
                .containsExactly("SecP384r1MLKEM1024");
        assertThat(Stances.agreed(views("ssh-kex", KEYS, "ncsc_uk", "cnsa2"))).isEmpty();
        assertThat(Stances.agreed(views("cms-sig", SIGNATURE, "bsi", "cnsa2")))
                .singleElement()
                .matches(it -> it.parameters().equals(List.of("ML-DSA-87")));
        assertThat(Stances.agreed(views("jwe", KEYS, "nist", "bsi"))).isEmpty();
        assertThat(Stances.agreed(List.of())).isEmpty();
    }

    private static List<StanceView> views(String use, PolicyFunction function, String... stances) {
        return Stream.of(stances).map(it -> view(use, function, it)).toList();
    }

    private static List<String> names(String use, PolicyFunction function, String stance) {
        return view(use, function, stance).choices().stream()
                .map(it -> it.target().name().en())
                .toList();
    }

    private static StanceView view(String use, PolicyFunction function, String stance) {
        return STANCES.view(use, function, stance(stance));
    }

    private static Stance stance(String id) {
        return STANCES.all().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
