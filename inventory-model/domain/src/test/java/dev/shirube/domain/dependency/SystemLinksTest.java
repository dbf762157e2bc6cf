package dev.shirube.domain.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.dependency.SystemLink.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SystemLinksTest {

    private static AssignedFinding finding(String system, CryptoAsset asset, String location, String... values) {
        return new AssignedFinding(
                system,
                new Finding(
                        asset,
                        new Occurrence(
                                location,
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                "",
                                "",
                                0,
                                EvidenceKind.MATERIAL,
                                CodeContext.MAIN),
                        CryptoFunction.STORE,
                        Category.STORE,
                        Confidence.CERTAIN,
                        new Evidence("d", "1", "r", List.of(values), "", Resolution.LITERAL, "", 0, "")));
    }

    private static CryptoAsset.Certificate certificate(String name, String issuer, boolean authority) {
        return new CryptoAsset.Certificate(
                "c" + name,
                "CN=" + name,
                "CN=" + issuer,
                "01",
                Instant.EPOCH,
                Instant.EPOCH,
                Algorithm.Known.of("rsa-key"),
                Algorithm.Known.of("rsassa-pkcs1v15"),
                "k" + name,
                List.of(),
                authority);
    }

    private static CryptoAsset privateKey(String name) {
        return new CryptoAsset.Key(
                CryptoAsset.KeyKind.PRIVATE,
                Algorithm.Known.of("rsa-key"),
                Optional.of("k" + name),
                Optional.empty(),
                OptionalInt.empty(),
                "PKCS#8");
    }

    private static CryptoAsset algorithm() {
        return new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("ecdsa"));
    }

    private static Inventory inventory(List<AssignedFinding> findings, InformationSystem... systems) {
        return new Inventory(new TreeMap<>(), findings, List.of(), new TreeMap<>()).withSystems(List.of(systems));
    }

    private static InformationSystem system(String id, String name, Declaration<List<String>> peers) {
        InformationSystem it = InformationSystem.undeclared(id);
        return new InformationSystem(
                id,
                name,
                it.category(),
                it.responsibility(),
                it.protection(),
                it.placement(),
                it.procurement(),
                peers,
                "",
                Map.of());
    }

    private static List<String> links(Inventory inventory, String... own) {
        return SystemLinks.of(inventory, List.of(own)).stream()
                .map(it -> it.from() + ">" + it.to() + " " + it.kind().id())
                .toList();
    }

    @Test
    void aCertificateHangsOnWhoeverHoldsItsIssuersKey() {
        assertThat(links(inventory(List.of(
                        finding("hp", certificate("www", "CA", false), "www.pem"),
                        finding("hp", certificate("CA", "CA", true), "ca.pem"),
                        finding("pki", privateKey("CA"), "ca.key")))))
                .containsExactly("hp>pki issuer");
    }

    @Test
    void withoutTheKeyOnlyTheOneThatKeepsTheCertificateAsAFileIsTheIssuer() {
        AssignedFinding leaf = finding("hp", certificate("www", "CA", false), "tls://www:443!chain/0");
        AssignedFinding file = finding("pki", certificate("CA", "CA", true), "pki/ca.pem");
        assertThat(links(inventory(List.of(leaf, file)))).containsExactly("hp>pki issuer-certificate");
        assertThat(links(inventory(List.of(leaf, finding("pki", certificate("CA", "CA", true), "trust.jks!ca")))))
                .as("who trusts it has not issued it")
                .isEmpty();
        assertThat(links(inventory(List.of(leaf, file, finding("other", certificate("CA", "CA", true), "copy.pem")))))
                .as("two keep it")
                .isEmpty();
    }

    @Test
    void theSameKeyLinksAndTheSameAuthorityDoesNot() {
        assertThat(links(inventory(List.of(
                        finding("b", privateKey("x"), "x.key"),
                        finding("a", certificate("x", "public", false), "tls://x:443!chain/0"),
                        finding("a", certificate("root", "root", true), "a.jks!root"),
                        finding("b", certificate("root", "root", true), "b.jks!root"),
                        finding(InformationSystem.UNASSIGNED, privateKey("x"), "y.key")))))
                .containsExactly("a>b shared-key");
    }

    @Test
    void ownModulesLinkAndPublicOnesAreCounted() {
        Inventory inventory = inventory(List.of(
                finding("a", CryptoAsset.Library.of("pkg:maven/jp.city/sign", "1.0"), "a"),
                finding("b", CryptoAsset.Library.of("pkg:maven/jp.city/sign", "1.1"), "b"),
                finding("a", CryptoAsset.Library.of("pkg:npm/%40noble/curves", "1"), "c"),
                finding("b", CryptoAsset.Library.of("pkg:npm/%40noble/curves", ""), "d")));
        assertThat(links(inventory)).isEmpty();
        assertThat(links(inventory, "pkg:maven/jp.city/*")).containsExactly("a>b shared-library");
        assertThat(SystemLinks.libraries(inventory))
                .containsOnlyKeys("pkg:maven/jp.city/sign", "pkg:npm/%40noble/curves");
    }

    @Test
    void anEndpointThatSettingsNameIsALink() {
        AssignedFinding endpoint = finding("db", algorithm(), "tls://db.example.jp:5432!kex");
        AssignedFinding other = finding("web", algorithm(), "tls://db.example.jp:8443");
        AssignedFinding local = finding("local", algorithm(), "tls://127.0.0.1:443");
        AssignedFinding six = finding("six", algorithm(), "tls://[2001:db8::1]:443");
        List<AssignedFinding> endpoints = List.of(endpoint, other, local, six);
        assertThat(links(with(endpoints, "jdbc:postgresql://DB.example.jp:5432/x?ssl=true")))
                .containsExactly("app>db endpoint");
        assertThat(links(with(endpoints, "db.example.jp"))).containsExactly("app>db endpoint", "app>web endpoint");
        assertThat(links(with(endpoints, "https://[2001:db8:0::1]:443/"))).containsExactly("app>six endpoint");
        assertThat(links(with(endpoints, "https://127.0.0.1:443/", "xdb.example.jp.evil", "db_example_jp")))
                .isEmpty();
    }

    private static Inventory with(List<AssignedFinding> endpoints, String... values) {
        List<AssignedFinding> all = new ArrayList<>(endpoints);
        all.add(finding("app", algorithm(), "app.yml", values));
        return inventory(all);
    }

    @Test
    void whatIsDeclaredAndWhatIsObservedAreHeldAgainstEachOther() {
        Inventory inventory = inventory(
                List.of(
                        finding("a", privateKey("x"), "1"),
                        finding("b", privateKey("x"), "2"),
                        finding("c", privateKey("x"), "3")),
                system("a", "甲", Declaration.of(List.of("b", "丙", "省庁 WAN", "d"), "s.csv:2")),
                system("b", "乙", Declaration.unknown()),
                system("c", "丙", Declaration.unknown()),
                system("d", "丁", Declaration.of(List.of(), "s.csv:5")));
        assertThat(SystemPair.of(inventory, SystemLinks.of(inventory, List.of())))
                .extracting(
                        it -> it.one() + " " + it.other() + " " + it.standing().id())
                .containsExactly(
                        "a b confirmed",
                        "a c confirmed",
                        "a d declared-only",
                        "a 省庁 WAN external",
                        "b c peers-unknown");
    }

    @Test
    void theOrderOfFindingsAndOfMergesDoesNotMatter() {
        Random random = new Random(3);
        List<AssignedFinding> findings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String system = "s" + random.nextInt(5);
            String name = "n" + random.nextInt(6);
            findings.add(
                    switch (random.nextInt(4)) {
                        case 0 -> finding(system, privateKey(name), "k" + i);
                        case 1 ->
                            finding(system, certificate(name, "n" + random.nextInt(6), random.nextBoolean()), "c" + i);
                        case 2 -> finding(system, algorithm(), "tls://" + name + ".jp:443");
                        default -> finding(system, algorithm(), "f" + i, "https://" + name + ".jp/");
                    });
        }
        List<SystemLink> first = SystemLinks.of(inventory(findings), List.of());
        assertThat(first).extracting(SystemLink::kind).contains(Kind.SHARED_KEY, Kind.ENDPOINT);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(findings, random);
            int cut = random.nextInt(findings.size());
            Inventory merged =
                    inventory(findings.subList(0, cut)).merge(inventory(findings.subList(cut, findings.size())));
            assertThat(SystemLinks.of(merged, List.of())).isEqualTo(first);
        }
    }
}
