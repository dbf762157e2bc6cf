package dev.shirube.catalogue;

import static dev.shirube.catalogue.CallSites.byNamesOnly;
import static dev.shirube.catalogue.CallSites.construct;
import static dev.shirube.catalogue.CallSites.invoke;
import static dev.shirube.catalogue.CallSites.invokeStatic;
import static dev.shirube.catalogue.CallSites.parameter;
import static dev.shirube.catalogue.CallSites.produced;
import static dev.shirube.catalogue.CallSites.reference;
import static dev.shirube.catalogue.CallSites.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ArgumentValue.Constants;
import dev.shirube.catalogue.ArgumentValue.Elements;
import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallSiteInterpreterTest {

    private static final String GENERATOR = "java.security.KeyPairGenerator";
    private static final String SIGNATURE = "java.security.Signature";
    private static final String CIPHER = "javax.crypto.Cipher";
    private static final String PARAMETERS = "javax.net.ssl.SSLParameters";

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final CallSiteInterpreter INTERPRETER = new CallSiteInterpreter(Catalogue.standard(), REGISTRY);

    private static List<Finding> interpret(CallSite site) {
        return INTERPRETER.interpret(site, "test", "1");
    }

    private static List<String> texts(CallSite site) {
        return interpret(site).stream()
                .map(finding -> FindingText.of(finding, REGISTRY))
                .toList();
    }

    private static Finding only(CallSite site) {
        List<Finding> findings = interpret(site);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void aLiteralNameIsCertain() {
        Finding finding = only(invokeStatic(SIGNATURE, "getInstance", text("SHA256withECDSA")));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("ECDSA-SHA-256 sign");
        assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(finding.category()).isEqualTo(Category.SIGNATURE);
        assertThat(finding.evidence().values()).containsExactly("SHA256withECDSA");
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.LITERAL);
        assertThat(finding.evidence().row()).isEqualTo("java.security.Signature#getInstance");
        assertThat(finding.occurrence().symbol()).isEqualTo("java.security.Signature#getInstance");
        assertThat(finding.occurrence().member()).isEqualTo("com.acme.Signer#sign([B)[B");
        assertThat(finding.occurrence().line()).hasValue(42);
        assertThat(finding.occurrence().offset()).hasValue(7);
    }

    @Test
    void aParameterLeavesTheAlgorithmOpenAndSaysWhy() {
        Finding finding = only(invokeStatic(SIGNATURE, "getInstance", parameter("algorithm")));
        assertThat(finding.asset().id()).isEqualTo("algorithm:unresolved;row=java.security.Signature#getInstance");
        assertThat(finding.confidence()).isEqualTo(Confidence.POSSIBLE);
        assertThat(finding.category()).isEqualTo(Category.SIGNATURE);
        assertThat(finding.evidence().values()).isEmpty();
        assertThat(finding.evidence().expression()).isEqualTo("algorithm");
        assertThat(finding.evidence().reason()).isEqualTo("entry-param");
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.UNRESOLVED);
    }

    @Test
    void everyPossibleAlgorithmIsAFindingWithTheWholeSetOfValues() {
        Constants either = new Constants(List.of("RSA", "EC"), Resolution.LOCAL, 1);
        List<Finding> findings = interpret(invokeStatic(GENERATOR, "getInstance", either));
        assertThat(findings).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.evidence().values()).containsExactly("EC", "RSA");
            assertThat(finding.evidence().resolution()).isEqualTo(Resolution.LOCAL);
            assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
        });
        assertThat(findings).extracting(it -> it.asset().id()).doesNotHaveDuplicates();
    }

    @Test
    void twoNamesOfOneAlgorithmAreOneFinding() {
        Constants either = new Constants(List.of("RSA", "rsa"), Resolution.LOCAL, 1);
        assertThat(texts(invokeStatic(GENERATOR, "getInstance", either))).containsExactly("RSA keygen");
    }

    @Test
    void aNameThatTheRegistryDoesNotHaveIsKeptUnresolved() {
        Finding finding = only(invokeStatic(GENERATOR, "getInstance", text("HouseCipher")));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("UNRESOLVED keygen");
        assertThat(finding.evidence().values()).containsExactly("HouseCipher");
        assertThat(finding.category()).isEqualTo(Category.PUBLIC_KEY);
    }

    @Test
    void aTextThatCannotBeANameIsShortened() {
        Finding finding = only(invokeStatic(SIGNATURE, "getInstance", text("x".repeat(70_000))));
        assertThat(finding.evidence().values())
                .singleElement()
                .satisfies(it -> assertThat(it).hasSizeLessThan(300));
    }

    @Test
    void thePlatformsDefaultIsSaidToBeOneAndNotGuessed() {
        ArgumentValue asked = new ArgumentValue.Expression("KeyStore.getDefaultType()", "call");
        ArgumentValue known = produced(invokeStatic("java.security.KeyStore", "getDefaultType"));
        for (ArgumentValue argument : List.of(asked, known)) {
            Finding finding = only(invokeStatic("java.security.KeyStore", "getInstance", argument));
            assertThat(finding.evidence().resolution()).isEqualTo(Resolution.DEFAULT);
            assertThat(finding.evidence().values()).isEmpty();
            assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("UNRESOLVED store");
        }
    }

    @Test
    void valuesOfAnotherKindMakeAllOfThemDoubtful() {
        for (List<String> values :
                List.of(List.of("AES/CTR/NoPadding", "SHA256withECDSA"), List.of("", "SHA256withECDSA"))) {
            Constants mixed = new Constants(values, Resolution.CALLER, 3);
            Finding finding = only(invokeStatic(SIGNATURE, "getInstance", mixed));
            assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("UNRESOLVED sign");
            assertThat(finding.evidence().values()).isEmpty();
            assertThat(finding.evidence().reason()).isEqualTo("imprecise");
        }
        Constants signatures = new Constants(List.of("ES256", "RSA-OAEP"), Resolution.PARTIAL, 3, "budget");
        assertThat(only(invokeStatic("com.nimbusds.jose.JWEAlgorithm", "parse", signatures))
                        .evidence()
                        .reason())
                .isEqualTo("imprecise");
        Constants open = new Constants(List.of("AES/CTR/NoPadding"), Resolution.PARTIAL, 3, "budget");
        assertThat(only(invokeStatic(SIGNATURE, "getInstance", open)).evidence().reason())
                .isEqualTo("imprecise");
        Constants alike = new Constants(List.of("HouseSignature", "SHA256withECDSA"), Resolution.CALLER, 3);
        assertThat(interpret(invokeStatic(SIGNATURE, "getInstance", alike))).hasSize(2);
        assertThat(only(invokeStatic(SIGNATURE, "getInstance", text("AES/CTR/NoPadding")))
                        .evidence()
                        .values())
                .containsExactly("AES/CTR/NoPadding");
    }

    @Test
    void anOwnerKnownByNameOnlyIsNeverCertain() {
        assertThat(only(byNamesOnly(GENERATOR, "getInstance", text("RSA"))).confidence())
                .isEqualTo(Confidence.LIKELY);
    }

    @Test
    void aMethodReferenceIsFoundWithItsAlgorithmOpen() {
        Finding finding = only(reference(SIGNATURE, "getInstance"));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("UNRESOLVED sign");
        assertThat(finding.evidence().reason()).isEqualTo("method-reference");
    }

    @Test
    void theSizeBelongsToTheGeneratorItIsGivenTo() {
        CallSite generator = invokeStatic(GENERATOR, "getInstance", text("RSA"));
        CallSite site = invoke(produced(generator), GENERATOR, "initialize", text("2048"));
        assertThat(texts(site)).containsExactly("RSA-2048 keygen");
        assertThat(only(site).evidence().values()).containsExactly("2048");
        assertThat(only(site).confidence()).isEqualTo(Confidence.CERTAIN);
    }

    @Test
    void anUnknownSizeIsNeverFilledIn() {
        CallSite generator = invokeStatic(GENERATOR, "getInstance", text("RSA"));
        Finding finding = only(invoke(produced(generator), GENERATOR, "initialize", parameter("bits")));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("RSA keygen");
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.PARTIAL);
        assertThat(finding.evidence().reason()).isEqualTo("entry-param");
        assertThat(texts(invoke(produced(generator), GENERATOR, "initialize", text("-1"))))
                .containsExactly("RSA keygen");
    }

    @Test
    void aSizeWithoutAGeneratorNamesNoAlgorithm() {
        Finding finding = only(invoke(parameter("generator"), GENERATOR, "initialize", text("2048")));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("UNRESOLVED keygen");
        assertThat(finding.evidence().values()).containsExactly("2048");
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.PARTIAL);
        assertThat(finding.evidence().reason()).isEqualTo("entry-param");
    }

    @Test
    void aCurveReachesTheGeneratorThroughItsParameters() {
        CallSite generator = invokeStatic(GENERATOR, "getInstance", text("EC"));
        CallSite curve = construct("java.security.spec.ECGenParameterSpec", text("prime256v1"));
        assertThat(texts(curve)).containsExactly("EC-P-256 keygen");
        Finding finding = only(invoke(produced(generator), GENERATOR, "initialize", produced(curve)));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("EC-P-256 keygen");
        assertThat(finding.evidence().values()).containsExactly("prime256v1");
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.LOCAL);
        assertThat(finding.evidence().hops()).isEqualTo(1);
    }

    @Test
    void anUnknownCurveStaysOpenAndKeepsItsName() {
        Finding finding = only(construct("java.security.spec.ECGenParameterSpec", text("house-curve-1")));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("EC keygen");
        assertThat(finding.evidence().values()).containsExactly("house-curve-1");
    }

    @Test
    void aConstantOfNamedParametersCompletesTheGenerator() {
        CallSite generator = invokeStatic(GENERATOR, "getInstance", text("XDH"));
        Constants field = new Constants(List.of("java.security.spec.NamedParameterSpec#X448"), Resolution.FIELD, 1);
        assertThat(texts(invoke(produced(generator), GENERATOR, "initialize", field)))
                .containsExactly("x448 keygen");
    }

    @Test
    void aModeThatIsNotKnownIsNoEncryption() {
        ArgumentValue cipher = produced(invokeStatic(CIPHER, "getInstance", text("RSA/ECB/PKCS1Padding")));
        assertThat(texts(invoke(cipher, CIPHER, "init", parameter("mode"), parameter("key"))))
                .containsExactly("RSA-PKCS1-1.5 other");
        Constants either = new Constants(List.of("1", "2"), Resolution.LOCAL, 1);
        List<Finding> findings = interpret(invoke(cipher, CIPHER, "init", either, parameter("key")));
        assertThat(findings)
                .extracting(finding -> FindingText.of(finding, REGISTRY))
                .containsExactlyInAnyOrder("RSA-PKCS1-1.5 encrypt", "RSA-PKCS1-1.5 decrypt");
        assertThat(findings).allSatisfy(it -> assertThat(it.confidence()).isEqualTo(Confidence.LIKELY));
        Constants open = new Constants(List.of("3"), Resolution.PARTIAL, 1, "entry-param");
        assertThat(texts(invoke(cipher, CIPHER, "init", open, parameter("key"))))
                .containsExactlyInAnyOrder("RSA-PKCS1-1.5 key-wrap", "RSA-PKCS1-1.5 other");
    }

    private static CallSite generated(CallSite factory, String... calls) {
        return invoke(new ArgumentValue.Produced(factory, Optional.of(Set.of(calls))), GENERATOR, "generateKeyPair");
    }

    @Test
    void aSizeThatIsNeverSetIsTheDefaultOfAVersion() {
        Finding finding = only(generated(invokeStatic(GENERATOR, "getInstance", text("RSA")), "generateKeyPair"));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("RSA keygen");
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.DEFAULT);
        assertThat(finding.evidence().expression()).isEqualTo("2048 (JDK 17), 3072 (JDK 25)");
        assertThat(finding.evidence().values()).isEmpty();
        assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
        Finding ours = only(generated(invokeStatic(GENERATOR, "getInstance", text("EC"), text("SunEC"))));
        assertThat(ours.evidence().expression()).isEqualTo("secp256r1 (JDK 17), secp384r1 (JDK 25)");
        Finding newer = only(generated(invokeStatic(GENERATOR, "getInstance", text("ML-KEM"))));
        assertThat(newer.evidence().expression()).isEqualTo("ML-KEM-768 (JDK 25)");
    }

    @Test
    void theDefaultOfAnotherProviderIsNotKnown() {
        for (ArgumentValue provider : List.of(text("BC"), parameter("provider"))) {
            Finding finding = only(generated(invokeStatic(GENERATOR, "getInstance", text("RSA"), provider)));
            assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("RSA keygen");
            assertThat(finding.evidence().resolution()).isEqualTo(Resolution.DEFAULT);
            assertThat(finding.evidence().expression()).isEmpty();
        }
    }

    @Test
    void nothingIsSaidOfADefaultWhereTheSizeMayBeSet() {
        CallSite factory = invokeStatic(GENERATOR, "getInstance", text("RSA"));
        assertThat(interpret(generated(factory, "initialize", "generateKeyPair")))
                .isEmpty();
        assertThat(interpret(invoke(produced(factory), GENERATOR, "generateKeyPair")))
                .isEmpty();
        assertThat(interpret(invoke(parameter("generator"), GENERATOR, "generateKeyPair")))
                .isEmpty();
        assertThat(interpret(reference(GENERATOR, "generateKeyPair"))).isEmpty();
        assertThat(interpret(generated(invokeStatic(GENERATOR, "getInstance", text("Ed25519")))))
                .isEmpty();
    }

    @Test
    void aTransformationWithoutPaddingIsCompletedByTheProvider() {
        Finding finding = only(invokeStatic(CIPHER, "getInstance", text("RSA")));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("RSA encrypt");
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.DEFAULT);
        assertThat(finding.evidence().values()).containsExactly("RSA");
        assertThat(finding.evidence().expression())
                .isEqualTo("RSA/ECB/PKCS1Padding (JDK 17), RSA/ECB/PKCS1Padding (JDK 25)");
        Finding other = only(invokeStatic(CIPHER, "getInstance", text("RSA"), text("BC")));
        assertThat(other.evidence().resolution()).isEqualTo(Resolution.LITERAL);
        assertThat(other.evidence().expression()).isEmpty();
        assertThat(only(invokeStatic(CIPHER, "getInstance", text("RSA/ECB/Unheard")))
                        .evidence()
                        .resolution())
                .isEqualTo(Resolution.LITERAL);
    }

    @Test
    void theModeOfACipherDecidesItsFunction() {
        CallSite cipher = invokeStatic(CIPHER, "getInstance", text("RSA/ECB/PKCS1Padding"));
        assertThat(texts(invoke(produced(cipher), CIPHER, "init", text("2"), parameter("key"))))
                .containsExactly("RSA-PKCS1-1.5 decrypt");
        assertThat(texts(invoke(produced(cipher), CIPHER, "init", text("4"), parameter("key"))))
                .containsExactly("RSA-PKCS1-1.5 key-wrap");
        Constants either = new Constants(List.of("1", "2"), Resolution.LOCAL, 1);
        assertThat(interpret(invoke(produced(cipher), CIPHER, "init", either, parameter("key"))))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.confidence()).isEqualTo(Confidence.LIKELY))
                .extracting(it -> FindingText.of(it, REGISTRY))
                .containsExactly("RSA-PKCS1-1.5 encrypt", "RSA-PKCS1-1.5 decrypt");
    }

    @Test
    void groupsKeepTheirOrderAndUnknownElementsAreSaid() {
        Elements groups = new Elements(List.of(text("x25519"), parameter("more"), text("secp256r1")));
        Finding finding = only(invoke(parameter("parameters"), PARAMETERS, "setNamedGroups", groups));
        assertThat(FindingText.of(finding, REGISTRY)).isEqualTo("TLS x25519,secp256r1 tls");
        assertThat(finding.evidence().resolution()).isEqualTo(Resolution.PARTIAL);
        assertThat(finding.evidence().reason()).isEqualTo("entry-param");
        assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(finding.category()).isEqualTo(Category.TLS);
    }

    @Test
    void protocolsOfOneSettingAreAllCertain() {
        Elements protocols = new Elements(List.of(text("TLSv1.3"), text("TLSv1.2")));
        List<Finding> findings = interpret(invoke(parameter("parameters"), PARAMETERS, "setProtocols", protocols));
        assertThat(findings)
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.confidence()).isEqualTo(Confidence.CERTAIN));
    }

    @Test
    void oneOfTwoProtocolsIsNotCertain() {
        Constants either = new Constants(List.of("TLSv1.2", "TLSv1.3"), Resolution.LOCAL, 1);
        assertThat(interpret(invokeStatic("javax.net.ssl.SSLContext", "getInstance", either)))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.confidence()).isEqualTo(Confidence.LIKELY));
    }

    @Test
    void aSystemPropertyIsFoundOnlyForTheKeysOfCryptography() {
        String system = "java.lang.System";
        assertThat(texts(invokeStatic(system, "setProperty", text("https.protocols"), text("TLSv1.2,TLSv1.3"))))
                .containsExactlyInAnyOrder("TLS 1.2 tls", "TLS 1.3 tls");
        assertThat(texts(invokeStatic(system, "setProperty", text("user.home"), text("RSA"))))
                .isEmpty();
        assertThat(texts(invokeStatic(system, "setProperty", parameter("key"), text("RSA"))))
                .isEmpty();
        assertThat(texts(reference(system, "setProperty"))).isEmpty();
        assertThat(texts(invokeStatic(system, "setProperty", text("javax.net.ssl.keyStorePassword"), text("changeit"))))
                .isEmpty();
    }

    @Test
    void onlyTheOverloadsOfTheRowAreMeant() {
        String owner = "java.security.AlgorithmParameters";
        ArgumentValue parameters = produced(invokeStatic(owner, "getInstance", text("EC")));
        assertThat(texts(invoke(parameters, owner, "init", parameter("encoded"), text("ASN.1"))))
                .isEmpty();
        assertThat(texts(invoke(parameters, owner, "init", parameter("spec")))).containsExactly("EC parameters");
    }

    @Test
    void aCallThatNoRowKnowsIsNothing() {
        assertThat(interpret(invokeStatic("com.acme.Signature", "getInstance", text("RSA"))))
                .isEmpty();
        assertThat(interpret(invokeStatic(SIGNATURE, "getProvider", text("RSA"))))
                .isEmpty();
    }

    @Test
    void aChainWithoutEndIsCutAndStaysUnresolved() {
        CallSite site = invokeStatic(GENERATOR, "getInstance", text("RSA"));
        for (int i = 0; i < 100; i++) {
            site = invoke(produced(site), GENERATOR, "initialize", text("2048"));
        }
        assertThat(texts(site)).containsExactly("UNRESOLVED keygen");
    }
}
