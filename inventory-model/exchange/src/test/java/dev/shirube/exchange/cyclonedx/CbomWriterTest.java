package dev.shirube.exchange.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CbomWriterTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);
    private static final JsonMapper MAPPER = new JsonMapper();

    static String write(CbomVersion version, Inventory inventory) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new CbomWriter(version, AlgorithmRegistry.standard(), "0.1.0", AS_OF).write(inventory, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode read(CbomVersion version, Finding... findings) {
        return MAPPER.readTree(write(version, SampleInventory.inventory(List.of(findings))));
    }

    private static JsonNode component(JsonNode document, String assetId) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode component : document.get("components")) {
            if (property(component, "shirube:asset").equals(assetId)) {
                found.add(component);
            }
        }
        assertThat(found).as(assetId).hasSize(1);
        return found.get(0);
    }

    private static String property(JsonNode node, String name) {
        for (JsonNode property : node.path("properties")) {
            if (property.get("name").asString().equals(name)) {
                return property.get("value").asString();
            }
        }
        return "";
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asString()));
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void anInventoryOfEverythingIsValid(CbomVersion version) {
        assertThat(CbomSchema.errors(version, write(version, SampleInventory.everything())))
                .isEmpty();
        assertThat(CbomSchema.errors(version, write(version, Inventory.EMPTY))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyCurveOfTheRegistryAndEveryHostileValueIsValid(CbomVersion version) throws IOException {
        List<Finding> findings = new ArrayList<>();
        JsonNode defs = MAPPER.readTree(CbomSchema.resource("cryptography-defs.json"));
        for (JsonNode group : defs.get("ellipticCurves")) {
            for (JsonNode curve : group.get("curves")) {
                String name =
                        group.get("name").asString() + "/" + curve.get("name").asString();
                findings.add(algorithm("ec-key;curve=" + name));
            }
        }
        assertThat(findings).hasSize(246);
        findings.add(algorithm("ec-key;curve=P-256"));
        findings.add(algorithm("ec-key;curve=no/such"));
        findings.add(algorithm("aes;mode=xts;padding=iso10126"));
        findings.add(algorithm("no-such-entry;parameter=1"));
        assertThat(CbomSchema.errors(version, write(version, SampleInventory.inventory(findings))))
                .isEmpty();
    }

    private static Finding algorithm(String identity) {
        return SampleInventory.finding(identity, CryptoFunction.SIGN, "a", CodeContext.MAIN);
    }

    @ParameterizedTest
    @EnumSource
    void referencesAreUniqueAndLeadSomewhere(CbomVersion version) {
        JsonNode document = MAPPER.readTree(write(version, SampleInventory.everything()));
        Set<String> refs = new HashSet<>();
        for (JsonNode component : document.get("components")) {
            String ref = component.get("bom-ref").asString();
            assertThat(refs.add(ref)).as(ref).isTrue();
            assertThat(ref).doesNotStartWith("urn:cdx:");
        }
        List<String> used = new ArrayList<>();
        for (JsonNode dependency : document.get("dependencies")) {
            used.add(dependency.get("ref").asString());
            used.addAll(texts(dependency.get("dependsOn")));
        }
        for (String field : List.of("ref", "signatureAlgorithmRef", "subjectPublicKeyRef", "algorithmRef")) {
            document.get("components").findValues(field).forEach(it -> used.add(it.asString()));
        }
        for (String field : List.of("algorithms", "cryptoRefArray")) {
            document.get("components").findValues(field).forEach(it -> used.addAll(texts(it)));
        }
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(refs).containsAll(used);
    }

    @Test
    void anAssetIsOneComponentForMainAndOneForTestWithAllItsPlaces() {
        JsonNode document = MAPPER.readTree(write(CbomVersion.V1_7, SampleInventory.everything()));
        List<JsonNode> components = new ArrayList<>();
        document.get("components").forEach(it -> {
            if (property(it, "shirube:asset").equals("algorithm:rsassa-pkcs1v15;digest=SHA-256")) {
                components.add(it);
            }
        });
        assertThat(components).extracting(it -> property(it, "shirube:context")).containsExactly("main", "test");
        JsonNode main = components.get(0);
        assertThat(main.get("name").asString()).isEqualTo("RSA-PKCS1-1.5-SHA-256");
        assertThat(main.at("/evidence/occurrences").size()).isEqualTo(2);
        JsonNode properties = main.at("/cryptoProperties/algorithmProperties");
        assertThat(texts(properties.get("cryptoFunctions"))).containsExactly("sign", "verify");
        assertThat(properties.get("algorithmFamily").asString()).isEqualTo("RSASSA-PKCS1");
        assertThat(properties.get("nistQuantumSecurityLevel").asInt()).isZero();
        assertThat(properties.has("classicalSecurityLevel"))
                .as("no size is known")
                .isFalse();
        assertThat(properties.has("parameterSetIdentifier")).isFalse();
        assertThat(property(main, "shirube:quantum")).isEqualTo("vulnerable");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-key;parameter=2048, other, , , , 112, 0",
        "ecdsa;curve=nist/P-256;digest=SHA-256, signature, ECDSA, nist/P-256, , 128, 0",
        "rsassa-pss;digest=SHA-256, signature, RSASSA-PSS, , , , 0",
        "ml-kem;parameter=768, kem, ML-KEM, , , 192, 3",
        "ml-kem, kem, ML-KEM, , , , ",
        "aes;mode=cbc, block-cipher, AES, , , , ",
        "aes;parameter=256;mode=gcm, ae, AES, , , 256, 5",
        "aes;mode=wrap, key-wrap, AES, , , , ",
        "3des;parameter=168, block-cipher, 3DES, , , 112, ",
        "sha1, hash, SHA-1, , , 63, ",
        "sha3;parameter=SHAKE128, xof, SHA-3, , , 128, 1",
        "hqc;parameter=HQC-3, kem, , , , 192, 3",
        "kyber;parameter=768, kem, , , , , ",
        "rsaes-oaep, pke, RSAES-OAEP, , oaep, , 0",
    })
    void algorithmPropertiesSayWhatIsKnownAndNothingElse(
            String identity,
            String primitive,
            String family,
            String curve,
            String padding,
            Integer bits,
            Integer level) {
        JsonNode document = read(CbomVersion.V1_7, algorithm(identity));
        JsonNode properties = component(document, "algorithm:" + identity).at("/cryptoProperties/algorithmProperties");
        assertThat(properties.get("primitive").asString()).isEqualTo(primitive);
        assertThat(properties.path("algorithmFamily").asString(null)).isEqualTo(family);
        assertThat(properties.path("ellipticCurve").asString(null)).isEqualTo(curve);
        assertThat(properties.path("padding").asString(null)).isEqualTo(padding);
        assertThat(
                        properties.has("classicalSecurityLevel")
                                ? properties.get("classicalSecurityLevel").asInt()
                                : null)
                .isEqualTo(bits);
        assertThat(
                        properties.has("nistQuantumSecurityLevel")
                                ? properties.get("nistQuantumSecurityLevel").asInt()
                                : null)
                .isEqualTo(level);
    }

    @Test
    void theOlderVersionHasBareCurvesAndNoFamilies() {
        JsonNode document = read(CbomVersion.V1_6, algorithm("ecdsa;curve=nist/P-256"), algorithm("aes;mode=wrap"));
        JsonNode properties =
                component(document, "algorithm:ecdsa;curve=nist/P-256").at("/cryptoProperties/algorithmProperties");
        assertThat(properties.get("curve").asString()).isEqualTo("P-256");
        assertThat(properties.has("ellipticCurve")).isFalse();
        assertThat(properties.has("algorithmFamily")).isFalse();
        assertThat(component(document, "algorithm:aes;mode=wrap")
                        .at("/cryptoProperties/algorithmProperties/primitive")
                        .asString())
                .isEqualTo("other");
    }

    @Test
    void additionalContextIsEscapedInAFixedOrderSoThatNoValueCanForgeAnother() {
        JsonNode document = read(CbomVersion.V1_7, algorithm("ecdsa"));
        String context = component(document, "algorithm:ecdsa")
                .at("/evidence/occurrences/0/additionalContext")
                .asString();
        assertThat(context)
                .startsWith("function=sign; confidence=likely; resolution=partial; "
                        + "expression=prefix + \"%3B function%3Dverify\"; values=SHA256withRSA,a%3Bb%3Dc%2Cd%2520; ");
        assertThat(ContextText.read(context)).containsEntry("function", "sign");
        assertThat(ContextText.unescape(ContextText.read(context).get("expression")))
                .isEqualTo("prefix + \"; function=verify\"");
        assertThat(ContextText.unescapeList(ContextText.read(context).get("values")))
                .containsExactly("SHA256withRSA", "a;b=c,d%20");
    }

    @Test
    void aCertificateStandsOnItsKeyAndItsSignature() {
        Finding finding = SampleInventory.finding(
                SampleInventory.certificate(Instant.parse("2027-01-01T00:00:00Z")),
                CryptoFunction.CERTIFICATE,
                "a.pem",
                CodeContext.MAIN);
        JsonNode document = read(CbomVersion.V1_7, finding);
        JsonNode certificate = component(document, finding.asset().id());
        assertThat(certificate
                        .at("/cryptoProperties/certificateProperties/notValidAfter")
                        .asString())
                .isEqualTo("2027-01-01T00:00:00Z");
        assertThat(property(certificate, "shirube:quantum")).isEqualTo("vulnerable");
        JsonNode key = component(document, "key:public;sha256=" + "ab".repeat(32));
        assertThat(property(key, "shirube:referenced-only")).isEqualTo("true");
        assertThat(key.has("evidence")).isFalse();
        assertThat(component(document, "algorithm:ec-key;curve=nist/P-256")).isNotNull();
        assertThat(component(document, "algorithm:rsassa-pkcs1v15;digest=SHA-256"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"+12000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void datesThatRfc3339DoesNotKnowGoIntoAPropertyOnly(Instant notAfter) {
        Finding finding = SampleInventory.finding(
                SampleInventory.certificate(notAfter), CryptoFunction.CERTIFICATE, "a.pem", CodeContext.MAIN);
        for (CbomVersion version : CbomVersion.values()) {
            String json = write(version, SampleInventory.inventory(List.of(finding)));
            assertThat(CbomSchema.errors(version, json)).isEmpty();
            JsonNode certificate =
                    component(MAPPER.readTree(json), finding.asset().id());
            assertThat(certificate.at("/cryptoProperties/certificateProperties").has("notValidAfter"))
                    .isFalse();
            assertThat(property(certificate, "shirube:not-after")).isEqualTo(notAfter.toString());
        }
    }

    @Test
    void aProtocolNamesItsSuitesGroupsAndTheirAlgorithms() {
        CryptoAsset tls = SampleInventory.tls();
        JsonNode document = read(
                CbomVersion.V1_7, SampleInventory.finding(tls, CryptoFunction.TLS, "tls://host:443", CodeContext.MAIN));
        JsonNode component = component(document, tls.id());
        JsonNode suite = component.at("/cryptoProperties/protocolProperties/cipherSuites/0");
        assertThat(suite.get("name").asString()).isEqualTo("TLS_AES_128_GCM_SHA256");
        assertThat(texts(suite.get("identifiers"))).containsExactly("0x13", "0x01");
        assertThat(texts(suite.get("tlsGroups"))).containsExactly("X25519MLKEM768", "x25519");
        assertThat(property(component, "shirube:quantum"))
                .as("the classical group can still be negotiated")
                .isEqualTo("vulnerable");
        assertThat(component(document, "algorithm:ml-kem;parameter=768")).isNotNull();
        assertThat(component(document, "algorithm:xdh;curve=other/Curve25519")).isNotNull();
        JsonNode unknown = component.at("/cryptoProperties/protocolProperties/cipherSuites/1");
        assertThat(unknown.get("name").asString()).isEqualTo("TLS_NO_SUCH_SUITE");
        assertThat(unknown.has("algorithms")).isFalse();
    }

    @Test
    void aCertificateDependsOnItsIssuer() {
        CryptoAsset.Certificate leaf = SampleInventory.certificate(Instant.parse("2027-01-01T00:00:00Z"));
        CryptoAsset.Certificate issuer = new CryptoAsset.Certificate(
                "cd".repeat(32),
                leaf.issuer(),
                leaf.issuer(),
                "01",
                leaf.notBefore(),
                leaf.notAfter(),
                leaf.signature(),
                leaf.signature(),
                "ef".repeat(32),
                List.of("keyCertSign"),
                true);
        JsonNode document = read(
                CbomVersion.V1_7,
                SampleInventory.finding(leaf, CryptoFunction.CERTIFICATE, "leaf.pem", CodeContext.MAIN),
                SampleInventory.finding(issuer, CryptoFunction.CERTIFICATE, "ca.pem", CodeContext.MAIN));

        List<JsonNode> dependencies = new ArrayList<>();
        document.get("dependencies").forEach(dependencies::add);
        assertThat(dependencies)
                .filteredOn(it -> it.get("ref").asString().contains(leaf.id()))
                .singleElement()
                .satisfies(it -> assertThat(texts(it.get("dependsOn"))).contains("crypto/main/" + issuer.id()));
        assertThat(dependencies)
                .filteredOn(it -> it.get("ref").asString().contains(issuer.id()))
                .singleElement()
                .satisfies(it -> assertThat(texts(it.get("dependsOn"))).noneMatch(ref -> ref.contains("certificate:")));
    }

    @Test
    void aHybridExchangeDependsOnBothItsParts() {
        JsonNode document = read(CbomVersion.V1_7, algorithm("hybrid-groups;parameter=mlkem768x25519-sha256"));
        assertThat(document.get("dependencies").size()).isEqualTo(1);
        assertThat(texts(document.at("/dependencies/0/dependsOn")))
                .containsExactly(
                        "crypto/main/algorithm:ml-kem;parameter=768",
                        "crypto/main/algorithm:xdh;curve=other/Curve25519");
    }

    @Test
    void anUnresolvedAlgorithmIsUnknownAndNotZero() {
        CryptoAsset asset = new CryptoAsset.AlgorithmAsset(new Algorithm.Unresolved("row-1"));
        JsonNode document =
                read(CbomVersion.V1_7, SampleInventory.finding(asset, CryptoFunction.SIGN, "a", CodeContext.MAIN));
        JsonNode component = component(document, asset.id());
        assertThat(component.get("name").asString()).isEqualTo("unresolved (row-1)");
        assertThat(component
                        .at("/cryptoProperties/algorithmProperties/primitive")
                        .asString())
                .isEqualTo("unknown");
        assertThat(component.at("/cryptoProperties/algorithmProperties").has("nistQuantumSecurityLevel"))
                .isFalse();
        assertThat(property(component, "shirube:quantum")).isEqualTo("unknown");
    }

    @Test
    void aLibrarySaysWhetherItsVersionHasPostQuantumCryptographyAndFromWhichOnItHas() {
        for (String[] each : new String[][] {
            {"pkg:maven/org.bouncycastle/bcprov-jdk18on", "1.78", "no", "1.79"},
            {"pkg:generic/go", "vers:generic/>=1.24.3", "yes", "1.24"},
            {"pkg:generic/go", "vers:generic/>=1.22", "unknown", "1.24"},
            {"pkg:npm/node-forge", "1.3.1", "unknown", ""}
        }) {
            CryptoAsset asset = CryptoAsset.Library.of(each[0], each[1]);
            JsonNode component = component(
                    read(CbomVersion.V1_7, SampleInventory.finding(asset, CryptoFunction.OTHER, "a", CodeContext.MAIN)),
                    asset.id());
            assertThat(property(component, "shirube:pqc")).isEqualTo(each[2]);
            assertThat(property(component, "shirube:pqc-from")).isEqualTo(each[3]);
        }
    }

    @Test
    void theMetadataSayWhatWasNotLookedAt() {
        JsonNode metadata = read(CbomVersion.V1_7, algorithm("ecdsa")).get("metadata");
        assertThat(metadata.get("timestamp").asString()).isEqualTo("2026-11-23T00:00:00Z");
        List<String> values = new ArrayList<>();
        metadata.get("properties")
                .forEach(it -> values.add(
                        it.get("name").asString() + " " + it.get("value").asString()));
        assertThat(values)
                .contains(
                        "shirube:system id=juki; name=juki",
                        "shirube:coverage system=juki; unit=.; detector=-; outcome=not-read; inputs=7; bytes=700",
                        "shirube:coverage system=juki; unit=app.jar; detector=bytecode; outcome=read; inputs=4; bytes=400",
                        "shirube:diagnostic system=juki; code=malformed; severity=error; location=broken.jar; "
                                + "arguments=ZIP,ends early");
    }

    @Test
    void aSystemWithoutRecordedCoverageSaysSo() {
        Inventory bare = new Inventory(
                Collections.emptySortedMap(),
                List.of(new AssignedFinding("juki", algorithm("ecdsa"))),
                List.of(),
                Collections.emptySortedMap());
        assertThat(write(CbomVersion.V1_7, bare)).contains("system=juki; outcome=unrecorded");
    }

    @Test
    void theSameInventoryGivesTheSameBytesInWhateverOrderItCame() {
        Inventory everything = SampleInventory.everything();
        List<AssignedFinding> shuffled = new ArrayList<>(everything.findings());
        Collections.shuffle(shuffled, new Random(3));
        Inventory again =
                new Inventory(everything.systems(), shuffled, everything.diagnostics(), everything.coverage());
        String json = write(CbomVersion.V1_7, everything);
        assertThat(write(CbomVersion.V1_7, again)).isEqualTo(json);
        assertThat(json).doesNotContain("\r").endsWith("}\n").contains("hostile\uFFFD\\u0000\\n名前.class");
    }

    @Test
    void theSerialNumberFollowsTheContent() {
        JsonNode one = read(CbomVersion.V1_7, algorithm("ecdsa"));
        JsonNode two = read(CbomVersion.V1_7, algorithm("dsa"));
        assertThat(one.get("serialNumber").asString())
                .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(two.get("serialNumber").asString());
        assertThat(read(CbomVersion.V1_6, algorithm("ecdsa")).get("serialNumber"))
                .isNotEqualTo(one.get("serialNumber"));
    }

    @Test
    void aFullDiskIsAnIoExceptionAndTheStreamIsNotClosed() {
        OutputStream full = new OutputStream() {
            private int left = 10_000;

            @Override
            public void write(int octet) throws IOException {
                if (left-- == 0) {
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        CbomWriter writer = new CbomWriter(CbomVersion.V1_7, AlgorithmRegistry.standard(), "0.1.0", AS_OF);
        assertThatThrownBy(() -> writer.write(SampleInventory.everything(), full))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
    }
}
