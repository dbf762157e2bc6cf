package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every row of the table comes back from the registry, and no look-up says more than its name does. */
class AlgorithmTableTest {

    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final DataNode algorithms = DataTable.load(AlgorithmRegistry.class, "algorithms.table");
    private final DataNode codePoints = DataTable.load(AlgorithmRegistry.class, "codepoints.table");

    private interface Visitor {
        void visit(String entry, DataNode row);
    }

    private int rows(String column, Visitor visitor) {
        int rows = 0;
        for (DataNode entry : algorithms.get("entries").items()) {
            for (DataNode row : entry.get(column).items()) {
                visitor.visit(entry.get("id").text(), row);
                rows++;
            }
        }
        return rows;
    }

    private static String expected(String entry, DataNode row) {
        return row.get("gives").present() ? entry + ";" + row.get("gives").text() : entry;
    }

    @Test
    void everyJcaNameRoundTripsToItsEntryWithExactlyWhatTheRowGives() {
        int names = 0;
        Map<String, String> owners = new HashMap<>();
        for (DataNode entry : algorithms.get("entries").items()) {
            String id = entry.get("id").text();
            for (Map.Entry<String, DataNode> service :
                    entry.get("jca").entries().entrySet()) {
                for (DataNode row : service.getValue().items()) {
                    String name = row.get("name").text();
                    String owner = owners.put(service.getKey() + " " + name.toLowerCase(Locale.ROOT), id);
                    assertThat(owner)
                            .as("%s %s stands twice", service.getKey(), name)
                            .isNull();
                    for (String spelling : List.of(name, name.toUpperCase(Locale.ROOT), " " + name)) {
                        assertThat(identity(registry.byJcaName(service.getKey(), spelling)))
                                .as("%s %s", service.getKey(), spelling)
                                .isEqualTo(expected(id, row));
                    }
                    names++;
                }
            }
        }
        assertThat(names).isGreaterThan(270);
    }

    @Test
    void everyObjectIdentifierRoundTripsToItsEntry() {
        Set<String> seen = new HashSet<>();
        int oids = rows("oids", (entry, row) -> {
            String oid = row.get("oid").text();
            assertThat(seen.add(oid)).as("%s stands twice", oid).isTrue();
            assertThat(identity(registry.byOid(oid))).isEqualTo(expected(entry, row));
            assertThat(identity(registry.byJcaName("Signature", oid))).isEqualTo(expected(entry, row));
        });
        assertThat(oids).isGreaterThan(140);
    }

    @Test
    void everyUriOfXmlRoundTripsToItsEntry() {
        Set<String> seen = new HashSet<>();
        int uris = rows("xml", (entry, row) -> {
            String uri = row.get("name").text();
            assertThat(seen.add(uri)).as("%s stands twice", uri).isTrue();
            assertThat(identity(registry.byXmlUri(uri))).isEqualTo(expected(entry, row));
        });
        assertThat(uris).isGreaterThan(60);
        assertThat(registry.byXmlUri("http://www.w3.org/2000/09/xmldsig#")).isEmpty();
    }

    @Test
    void everyCurveOfTheTableIsKnownByItsObjectIdentifierAndItsAliases() {
        int aliases = 0;
        for (DataNode curve : algorithms.get("curves").items()) {
            String name = curve.get("name").text();
            assertThat(registry.canonicalCurve(name)).contains(name);
            for (String alias : curve.get("aliases").texts()) {
                assertThat(registry.canonicalCurve(alias)).as(alias).contains(name);
                aliases++;
            }
            for (String oid : curve.get("oids").texts()) {
                assertThat(registry.canonicalCurve(oid)).contains(name);
            }
        }
        assertThat(aliases).isGreaterThan(60);
    }

    @Test
    void everyCurveOfTheEntriesIsCanonicalAndItsOidIsAKeyOnThatCurve() {
        int curves = rows(
                "parameters",
                (entry, row) -> row.get("cdx_curve").optionalText().ifPresent(curve -> {
                    assertThat(registry.canonicalCurve(curve)).contains(curve);
                    row.get("oid")
                            .optionalText()
                            .ifPresent(oid -> assertThat(registry.byOid(oid).flatMap(Algorithm.Known::curve))
                                    .as(oid)
                                    .contains(curve));
                }));
        assertThat(curves).isGreaterThan(200);
    }

    @Test
    void everyParameterSetHasTheStrengthOfItsRow() {
        rows("parameters", (entry, row) -> {
            Algorithm.Known bare = Algorithm.Known.of(entry);
            Algorithm.Known algorithm = row.get("cdx_curve").present()
                    ? bare.withCurve(row.get("cdx_curve").text())
                    : bare.withParameterSet(
                            row.get("set").textOr(row.get("name").text()));
            if (row.get("classical_bits").present()) {
                assertThat(registry.classicalBits(algorithm))
                        .as(algorithm.identity())
                        .hasValue((int) row.get("classical_bits").whole());
            }
            if (row.get("nist_level").present()) {
                assertThat(registry.nistLevel(algorithm))
                        .hasValue((int) row.get("nist_level").whole());
            }
        });
    }

    @Test
    void aHybridIsPutTogetherFromAClassicalPartAndOneThatWithstands() {
        int hybrids = 0;
        for (AlgorithmRegistry.Entry entry : registry.entries()) {
            if (!List.of("hybrid-groups", "composite-sig", "composite-kem").contains(entry.id())) {
                continue;
            }
            for (DataNode row : entryNode(entry.id()).get("parameters").items()) {
                Algorithm.Known hybrid = Algorithm.Known.of(entry.id())
                        .withParameterSet(row.get("name").text());
                assertThat(registry.parts(hybrid))
                        .as(hybrid.identity())
                        .extracting(registry::threat)
                        .containsExactlyInAnyOrder(QuantumThreat.VULNERABLE, QuantumThreat.SAFE);
                hybrids++;
            }
        }
        assertThat(hybrids).isGreaterThan(35);
        assertThat(registry.parts(Algorithm.Known.of("ecdsa"))).isEmpty();
        assertThat(registry.parts(new Algorithm.Unresolved("row"))).isEmpty();
        for (int code : List.of(0x11EB, 0x11EC, 0x11ED, 0x11EE)) {
            AlgorithmRegistry.CodePoint group = registry.tlsGroup(code).orElseThrow();
            assertThat(registry.parts(Algorithm.Known.of("hybrid-groups").withParameterSet(group.name())))
                    .isEqualTo(group.algorithms());
        }
    }

    private DataNode entryNode(String id) {
        return algorithms.get("entries").items().stream()
                .filter(node -> node.get("id").text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyJoseAndCoseIdRoundTrips() {
        assertThat(rows(
                        "jose",
                        (entry, row) -> assertThat(
                                        identity(registry.byJose(row.get("name").text())))
                                .isEqualTo(expected(entry, row))))
                .isGreaterThan(30);
        assertThat(rows(
                        "cose",
                        (entry, row) -> assertThat(identity(
                                        registry.byCose(row.get("value").whole())))
                                .isEqualTo(expected(entry, row))))
                .isGreaterThan(30);
    }

    @Test
    void everyCodePointRoundTripsByNumberAndByName() {
        for (DataNode row : codePoints.get("tls_named_groups").items()) {
            check(row, registry.tlsGroup((int) row.get("codepoint").whole()));
        }
        for (DataNode row : codePoints.get("tls_signature_schemes").items()) {
            check(row, registry.tlsSignatureScheme((int) row.get("codepoint").whole()));
        }
        assertThat(registry.tlsGroup(0x0A0A)).as("GREASE, RFC 8701").isEmpty();
    }

    private void check(DataNode row, Optional<AlgorithmRegistry.CodePoint> found) {
        AlgorithmRegistry.CodePoint point = found.orElseThrow();
        assertThat(point.classification()).isEqualTo(row.get("class").text());
        assertThat(row.get("name").text()).startsWith(point.name());
        assertThat(point.algorithms())
                .extracting(Algorithm.Known::identity)
                .containsExactlyElementsOf(row.get("algorithms").texts());
        assertThat(point.algorithms())
                .isNotEmpty()
                .allMatch(it -> registry.entry(it.entry()).isPresent());
        boolean hybrid = point.classification().startsWith("hybrid");
        assertThat(point.algorithms()).as(point.name()).hasSize(hybrid ? 2 : 1);
        assertThat(registry.tlsByName(point.name())).contains(point);
    }

    @Test
    void everySuiteRoundTripsWithACipherThatTheTableExplains() {
        int suites = 0;
        for (DataNode suiteClass : codePoints.get("tls_cipher_suite_classes").items()) {
            for (Map.Entry<String, DataNode> row :
                    suiteClass.get("suites").entries().entrySet()) {
                AlgorithmRegistry.CodePoint suite =
                        registry.tlsCipherSuite(Integer.parseInt(row.getKey())).orElseThrow();
                String name = row.getValue().text();
                assertThat(suite.name()).isEqualTo("TLS_" + name);
                assertThat(registry.tlsByName(suite.name())).contains(suite);
                assertThat(registry.tlsByName(name)).contains(suite);
                String cipher = name.substring(name.contains("_WITH_") ? name.indexOf("_WITH_") + 6 : 0);
                assertThat(codePoints.get("tls_suite_ciphers").get(cipher).present())
                        .as(name)
                        .isTrue();
                assertThat(suite.algorithms())
                        .allMatch(it -> registry.entry(it.entry()).isPresent());
                suites++;
            }
        }
        assertThat(suites).isGreaterThan(300);
    }

    @Test
    void everySshNameRoundTripsUnlessItIsNoAlgorithm() {
        for (String list : List.of("ssh_kex", "ssh_hostkey")) {
            for (DataNode row : codePoints.get(list).items()) {
                Optional<Algorithm.Known> found =
                        registry.bySshName(row.get("name").text());
                assertThat(found.map(Algorithm.Known::identity))
                        .isEqualTo(row.get("algorithm").optionalText());
                assertThat(found.isPresent())
                        .as(row.get("name").text())
                        .isEqualTo(!row.get("class").text().equals("not-an-algorithm")
                                && !row.get("name").text().contains("*"));
                found.ifPresent(it -> threatFollowsClass(row, it));
            }
        }
    }

    @Test
    void everyKeyExchangeOfIkeRoundTrips() {
        List<AlgorithmRegistry.CodePoint> points = registry.ikeKeyExchanges();
        assertThat(points).hasSizeGreaterThan(20);
        for (AlgorithmRegistry.CodePoint point : points) {
            assertThat(registry.ikeByName(point.name().toUpperCase(Locale.ROOT)))
                    .contains(point);
            assertThat(point.algorithms()).allMatch(it -> registry.threat(it) == point.threat());
        }
        assertThat(points.stream().filter(it -> it.code() == 36))
                .extracting(AlgorithmRegistry.CodePoint::name)
                .containsExactly("ml-kem-768");
    }

    @Test
    void theDefaultProposalOfAnSshClientHasNoGapAndNoPlaceTwice() {
        for (List<AlgorithmRegistry.CodePoint> rows : List.of(registry.sshKeyExchanges(), registry.sshHostKeys())) {
            List<Integer> places = rows.stream()
                    .flatMap(it -> Optional.ofNullable(it.attributes().get("client_default")).stream())
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
            assertThat(places).hasSizeGreaterThan(10);
            for (int i = 0; i < places.size(); i++) {
                assertThat(places.get(i)).isEqualTo(i + 1);
            }
        }
    }

    private void threatFollowsClass(DataNode row, Algorithm.Known algorithm) {
        QuantumThreat threat = registry.threat(algorithm);
        switch (row.get("class").text()) {
            case "classical" -> assertThat(threat).isEqualTo(QuantumThreat.VULNERABLE);
            case "hybrid" -> assertThat(threat).isEqualTo(QuantumThreat.SAFE);
            case "hybrid-draft" -> assertThat(threat).isEqualTo(QuantumThreat.UNKNOWN);
            case "pqc-draft" -> assertThat(threat).isNotEqualTo(QuantumThreat.VULNERABLE);
            default -> fail("A class that nobody reads: " + row.get("class").text());
        }
    }

    /** A number in an answer must stand in the name; a curve must be told by the name or by the registry it is from. */
    @Test
    void noJcaNameYieldsASizeThatItDoesNotCarry() {
        List<String> invented = new ArrayList<>();
        for (DataNode entry : algorithms.get("entries").items()) {
            entry.get("jca")
                    .entries()
                    .forEach((service, rows) -> rows.items().forEach(row -> {
                        String name = row.get("name").text();
                        Algorithm.Known known =
                                registry.byJcaName(service, name).orElseThrow();
                        known.parameterSet().ifPresent(set -> {
                            if (!letters(name).contains(letters(set))
                                    && !entry.get("id").text().equals("hqc")) {
                                invented.add(service + " " + name + " -> " + known.identity());
                            }
                        });
                        known.curve().ifPresent(curve -> {
                            if (!letters(name).contains(letters(curve).replaceAll("\\D", ""))) {
                                invented.add(service + " " + name + " -> " + known.identity());
                            }
                        });
                    }));
        }
        assertThat(invented).isEmpty();
        for (String bare : List.of("RSA", "DSA", "DH", "EC", "EdDSA", "XDH", "ML-KEM", "ML-DSA", "SLH-DSA")) {
            Algorithm.Known known = registry.byJcaName("KeyPairGenerator", bare).orElseThrow();
            assertThat(known).as(bare).isEqualTo(Algorithm.Known.of(known.entry()));
            assertThat(registry.classicalBits(known)).as(bare).isEmpty();
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    @Test
    void everyEntryHasAnIdOfItsOwnAndAFamilyOnlyWhereCycloneDxHasOne() {
        assertThat(registry.entries()).hasSizeGreaterThan(80);
        assertThat(registry.entries()).extracting(AlgorithmRegistry.Entry::id).doesNotHaveDuplicates();
        for (AlgorithmRegistry.Entry entry : registry.entries()) {
            assertThat(registry.entry(entry.id())).contains(entry);
            assertThat(entry.category()).as(entry.id()).isNotEqualTo(Category.OTHER);
            assertThat(registry.displayName(Algorithm.Known.of(entry.id())))
                    .as(entry.id())
                    .doesNotContain("{", "[");
        }
        assertThat(registry.entry("rsa-key").orElseThrow().cyclonedxFamily()).isEmpty();
    }

    private static String identity(Optional<Algorithm.Known> known) {
        return known.map(Algorithm.Known::identity).orElse("unknown");
    }
}
