package dev.shirube.catalogue;

import static dev.shirube.catalogue.CallSites.construct;
import static dev.shirube.catalogue.CallSites.invoke;
import static dev.shirube.catalogue.CallSites.invokeStatic;
import static dev.shirube.catalogue.CallSites.parameter;
import static dev.shirube.catalogue.CallSites.produced;
import static dev.shirube.catalogue.CallSites.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ArgumentValue.Constants;
import dev.shirube.catalogue.ArgumentValue.Elements;
import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Resolution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rows of libraries need beyond the words of the JCA: numbers, enumerations, templates, lists, given objects. */
class LibraryRowsTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final CallSiteInterpreter INTERPRETER = new CallSiteInterpreter(Catalogue.standard(), REGISTRY);

    private static final String JSCH_KEY = "com.jcraft.jsch.KeyPair";
    private static final String JJWT = "io.jsonwebtoken.JwtBuilder";
    private static final String JWT_PARSER = "io.jsonwebtoken.JwtParserBuilder";

    private static List<Finding> interpret(CallSite site) {
        return INTERPRETER.interpret(site, "test", "1");
    }

    private static List<String> texts(CallSite site) {
        return interpret(site).stream()
                .map(finding -> FindingText.of(finding, REGISTRY))
                .toList();
    }

    private static ArgumentValue field(String name) {
        return new Constants(List.of(name), Resolution.FIELD, 1);
    }

    @Test
    void aNumberStandsForTheNameThatTheRowGivesIt() {
        CallSite site = invokeStatic(JSCH_KEY, "genKeyPair", parameter("jsch"), text("5"));
        assertThat(texts(site)).containsExactly("Ed25519 keygen");
        assertThat(interpret(site).get(0).evidence().values()).containsExactly("5");
    }

    @Test
    void aNumberWithoutANameIsKeptUnresolved() {
        CallSite site = invokeStatic(JSCH_KEY, "genKeyPair", parameter("jsch"), text("99"));
        assertThat(texts(site)).containsExactly("UNRESOLVED keygen");
        assertThat(interpret(site).get(0).evidence().values()).containsExactly("99");
    }

    @Test
    void anEnumerationConstantStandsForItsSimpleName() {
        String owner = "com.google.crypto.tink.signature.EcdsaParameters$Builder";
        String curve = "com.google.crypto.tink.signature.EcdsaParameters$CurveType#NIST_P384";
        assertThat(texts(invoke(ArgumentValue.UNKNOWN, owner, "setCurveType", field(curve))))
                .containsExactly("ECDSA-P-384 keygen");
        assertThat(texts(invoke(ArgumentValue.UNKNOWN, owner, "setCurveType", field(curve.replace("384", "999")))))
                .containsExactly("ECDSA keygen");
    }

    @Test
    void aTemplateNamesSizeAndDigest() {
        assertThat(texts(invokeStatic(
                        "com.google.crypto.tink.KeyTemplates", "get", text("RSA_SSA_PKCS1_3072_SHA256_F4"))))
                .containsExactly("RSA-PKCS1-1.5-SHA-256-3072 keygen");
    }

    @Test
    void aUriIsANameAsAWhole() {
        String owner = "javax.xml.crypto.dsig.XMLSignatureFactory";
        assertThat(texts(invoke(
                        ArgumentValue.UNKNOWN,
                        owner,
                        "newSignatureMethod",
                        text("http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1"),
                        parameter("none"))))
                .containsExactly("RSA-PSS-SHA-384 sign");
    }

    @Test
    void aTextOfSeveralNamesIsDividedWhereTheRowSaysSo() {
        assertThat(texts(invoke(
                        ArgumentValue.UNKNOWN,
                        "org.apache.tomcat.util.net.SSLHostConfig",
                        "setProtocols",
                        text("TLSv1.2+TLSv1.3"))))
                .containsExactlyInAnyOrder("TLS 1.2 tls", "TLS 1.3 tls");
    }

    @Test
    void aConfigurationKeyMayNameAlgorithms() {
        assertThat(texts(invokeStatic(
                        "com.jcraft.jsch.JSch",
                        "setConfig",
                        text("kex"),
                        text("curve25519-sha256,diffie-hellman-group14-sha256"))))
                .containsExactlyInAnyOrder("x25519 ssh", "FFDH-modp2048 ssh");
        assertThat(texts(invokeStatic("com.jcraft.jsch.JSch", "setConfig", text("StrictHostKeyChecking"), text("no"))))
                .isEmpty();
    }

    @Test
    void whicheverArgumentIsTheAlgorithmTells() {
        ArgumentValue algorithm = field("io.jsonwebtoken.SignatureAlgorithm#ES384");
        assertThat(texts(invoke(ArgumentValue.UNKNOWN, JJWT, "signWith", parameter("key"), algorithm)))
                .containsExactly("ECDSA-P-384-SHA-384 sign");
        assertThat(texts(invoke(ArgumentValue.UNKNOWN, JJWT, "signWith", algorithm, parameter("key"))))
                .containsExactly("ECDSA-P-384-SHA-384 sign");
        assertThat(texts(invoke(ArgumentValue.UNKNOWN, JJWT, "signWith", parameter("key"))))
                .containsExactly("UNRESOLVED sign");
    }

    @Test
    void theElementsOfAListOfObjectsAreAllOfThem() {
        ArgumentValue list = new Elements(List.of(
                field("org.apache.sshd.common.kex.BuiltinDHFactories#dhg14_256"),
                field("org.apache.sshd.common.kex.BuiltinDHFactories#mlkem768x25519")));
        assertThat(texts(invoke(
                        ArgumentValue.UNKNOWN,
                        "org.apache.sshd.common.kex.KexFactoryManager",
                        "setKeyExchangeFactories",
                        list)))
                .containsExactlyInAnyOrder("FFDH-modp2048 ssh", "mlkem768x25519-sha256 ssh");
    }

    @Test
    void aCurveIsFollowedThroughTheObjectsThatCarryIt() {
        CallSite curve = invokeStatic("org.bouncycastle.crypto.ec.CustomNamedCurves", "getByName", text("secp384r1"));
        CallSite domain = construct("org.bouncycastle.crypto.params.ECDomainParameters", produced(curve));
        assertThat(texts(construct(
                        "org.bouncycastle.crypto.params.ECKeyGenerationParameters",
                        produced(domain),
                        parameter("random"))))
                .containsExactly("EC-P-384 keygen");
    }

    @Test
    void noTextOfAnArgumentThatCanBeAKeyIsKept() {
        String secret = "bXktdmVyeS1zZWNyZXQta2V5";
        List<CallSite> sites = List.of(
                invoke(ArgumentValue.UNKNOWN, JWT_PARSER, "setSigningKey", text(secret)),
                invoke(
                        ArgumentValue.UNKNOWN,
                        JWT_PARSER,
                        "setSigningKey",
                        new ArgumentValue.Expression('"' + secret + "\".getBytes()", "call")),
                invoke(ArgumentValue.UNKNOWN, JJWT, "signWith", parameter("algorithm"), text(secret)),
                invokeStatic("org.keycloak.common.util.PemUtils", "decodePrivateKey", text(secret)));
        assertThat(sites)
                .allSatisfy(site -> assertThat(interpret(site))
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.toString()).doesNotContain(secret)));
    }
}
