package dev.shirube.material.signed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class XmlSignatureDetectorTest {

    private static Detection detect(String text) {
        XmlSignatureDetector detector = new XmlSignatureDetector(AlgorithmRegistry.standard());
        InMemoryInput input = new InMemoryInput("idp/metadata.xml", text.getBytes(StandardCharsets.UTF_8));
        boolean anchored = detector.anchors().texts().stream().anyMatch(text::contains);
        return anchored && detector.accepts(input) ? detector.detect(input, InMemoryUnit.of()) : Detection.NOTHING;
    }

    private static List<String> told(Detection detection) {
        return detection.findings().stream()
                .map(it -> it.function().id() + " "
                        + it.asset().algorithm().orElseThrow().identity() + " @"
                        + it.occurrence().line().orElse(0))
                .toList();
    }

    private static List<String> codes(Detection detection) {
        return detection.diagnostics().stream()
                .map(Diagnostic::code)
                .map(it -> it.id())
                .toList();
    }

    /** A document signed by the JDK, enveloped, with the key in it. */
    private static String signed(String keys, int size, String method) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
        generator.initialize(size);
        KeyPair pair = generator.generateKeyPair();
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        KeyInfoFactory info = factory.getKeyInfoFactory();
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Document document = builders.newDocumentBuilder().parse(new InputSource(new StringReader("<a>\n<b/>\n</a>")));
        factory.newXMLSignature(
                        factory.newSignedInfo(
                                factory.newCanonicalizationMethod(
                                        CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                factory.newSignatureMethod(method, null),
                                List.of(factory.newReference(
                                        "",
                                        factory.newDigestMethod(DigestMethod.SHA512, null),
                                        List.of(factory.newTransform(
                                                Transform.ENVELOPED, (TransformParameterSpec) null)),
                                        null,
                                        null))),
                        info.newKeyInfo(List.of(info.newKeyValue(pair.getPublic()))))
                .sign(new DOMSignContext(pair.getPrivate(), document.getDocumentElement()));
        StringWriter out = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, http://www.w3.org/2001/04/xmldsig-more#rsa-sha256, rsassa-pkcs1v15;digest=SHA-256, rsa-key;parameter=2048",
        "RSA, 2048, http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1, rsassa-pss;digest=SHA-384, rsa-key;parameter=2048",
        "EC, 384, http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384, ecdsa;digest=SHA-384, ec-key;curve=nist/P-384",
        "DSA, 2048, http://www.w3.org/2009/xmldsig11#dsa-sha256, dsa;digest=SHA-256, dsa;parameter=2048",
    })
    void a_document_signed_by_the_jdk(String keys, int size, String method, String signature, String key)
            throws Exception {
        Detection detection = detect(signed(keys, size, method));

        assertThat(codes(detection)).isEmpty();
        assertThat(told(detection)).hasSize(3).contains("sign " + signature + " @3", "digest sha2;parameter=512 @3");
        // Where the key stands depends on how the platform breaks lines of Base64.
        assertThat(told(detection).get(2)).startsWith("store " + key + " @");
    }

    @Test
    void the_fingerprint_of_a_key_is_that_of_its_public_key_info() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        Base64.Encoder base64 = Base64.getEncoder();
        String xml = "<RSAKeyValue><Modulus>"
                + base64.encodeToString(key.getModulus().toByteArray())
                + "</Modulus><Exponent>"
                + base64.encodeToString(key.getPublicExponent().toByteArray())
                + "</Exponent><D>"
                + base64.encodeToString(key.getPrivateExponent().toByteArray())
                + "</D></RSAKeyValue>";

        Finding finding = detect(xml).findings().get(0);

        CryptoAsset.Key found = (CryptoAsset.Key) finding.asset();
        assertThat(found.kind()).isEqualTo(CryptoAsset.KeyKind.PRIVATE);
        assertThat(found.key().identity()).isEqualTo("rsa-key;parameter=1024");
        assertThat(finding.toString())
                .doesNotContain(base64.encodeToString(key.getPrivateExponent().toByteArray()));
    }

    @Test
    void metadata_of_saml_with_encryption_methods() {
        Detection detection = detect("""
                <?xml version="1.0"?>
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
                    xmlns:alg="urn:oasis:names:tc:SAML:metadata:algsupport">
                  <alg:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
                  <alg:SigningMethod MinKeySize="256" Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/>
                  <md:KeyDescriptor use="encryption">
                    <md:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>
                    <md:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#rsa-oaep">
                      <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
                      <e:MGF xmlns:e="http://www.w3.org/2009/xmlenc11#" Algorithm="http://www.w3.org/2009/xmlenc11#mgf1sha256"/>
                    </md:EncryptionMethod>
                    <md:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#kw-aes128"/>
                    <md:EncryptionMethod Algorithm="http://example.org/2030#ml-kem"/>
                  </md:KeyDescriptor>
                </md:EntityDescriptor>
                """);

        assertThat(codes(detection)).isEmpty();
        assertThat(detection.findings())
                .extracting(it -> it.occurrence().symbol())
                .contains("SigningMethod", "EncryptionMethod");
        assertThat(told(detection))
                .containsExactly(
                        "configure sha2;parameter=256 @4",
                        "configure ecdsa;digest=SHA-256 @5",
                        "encrypt aes;parameter=256;mode=gcm @7",
                        "encrypt rsaes-oaep;digest=SHA-256;padding=oaep @8",
                        "key-wrap aes;parameter=128;mode=wrap @12",
                        "encrypt unresolved;row=xml:http://example.org/2030#ml-kem @13");
    }

    @Test
    void a_keyed_hash_is_no_signature() {
        assertThat(told(detect("<SignatureMethod xmlns='http://www.w3.org/2000/09/xmldsig#'"
                        + " Algorithm='http://www.w3.org/2001/04/xmldsig-more#hmac-sha256'/>")))
                .containsExactly("mac hmac;digest=SHA-256 @1");
    }

    @Test
    void what_only_mentions_the_names_is_nothing() {
        for (String text : List.of(
                "<html>http://www.w3.org/2000/09/xmldsig#<br></html>",
                "<xs:schema xmlns:xs='x' targetNamespace='http://www.w3.org/2000/09/xmldsig#'><xs:element name='SignatureMethod'/></xs:schema>",
                "<a xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:Transform Algorithm='http://www.w3.org/2000/09/xmldsig#enveloped-signature'/></a>",
                "<SignatureMethod Algorithm='x'/><!-- http://www.w3.org/2000/09/xmldsig# -->",
                "<RSAKeyValue><Modulus>...</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>",
                "String ns = \"http://www.w3.org/2000/09/xmldsig#\";")) {
            Detection detection = detect(text);
            assertThat(detection.findings()).as(text).isEmpty();
            assertThat(detection.diagnostics()).as(text).isEmpty();
        }
    }

    @Test
    @Timeout(20)
    void entities_are_neither_resolved_nor_expanded() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        laughs.append("<!ENTITY f SYSTEM 'file:///etc/passwd'>]>");
        String body = "<s:Signature xmlns:s='http://www.w3.org/2000/09/xmldsig#'><s:SignatureMethod Algorithm='"
                + "http://www.w3.org/2000/09/xmldsig#rsa-sha1'/>&l11;&f;</s:Signature>";

        Detection detection = detect(laughs + body);

        assertThat(told(detection)).allMatch(it -> it.startsWith("sign rsassa-pkcs1v15;digest=SHA-1"));
        assertThat(detection.toString()).doesNotContain("root:");
    }

    @Test
    @Timeout(20)
    void nesting_and_numbers_are_bounded() {
        String start = "<s:Signature xmlns:s='http://www.w3.org/2000/09/xmldsig#'>";
        assertThat(codes(detect(start + "<a>".repeat(1_000_000)))).containsExactly("limit-reached");
        String method = "<s:SignatureMethod Algorithm='http://www.w3.org/2000/09/xmldsig#rsa-sha1'/>";
        assertThat(codes(detect(start + method.repeat(30_000) + "</s:Signature>")))
                .containsExactly("limit-reached");
        assertThat(codes(detect(start + "<s:RSAKeyValue><s:Modulus>" + "A".repeat(10_000_000) + "</s:Modulus>")))
                .containsExactly("malformed");
    }

    @Test
    void broken_documents_are_told_of_with_the_line() {
        Detection detection = detect("<a>\n<s:Signature xmlns:s='http://www.w3.org/2000/09/xmldsig#'>\n<s:");

        assertThat(codes(detection)).containsExactly("malformed");
        assertThat(detection.diagnostics().get(0).arguments().get(1)).contains("line 3");
    }

    @Test
    void whatever_is_changed_nothing_is_thrown() throws Exception {
        String whole = signed("RSA", 1024, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            StringBuilder changed = new StringBuilder(whole);
            for (int i = 0; i <= round % 5; i++) {
                changed.setCharAt(random.nextInt(changed.length()), (char) (32 + random.nextInt(96)));
            }
            assertThat(detect(changed.toString())).isNotNull();
        }
    }
}
