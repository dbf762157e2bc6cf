package dev.shirube.domain.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.mapping.PlacePattern.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemMappingTest {

    private static final String NONE = InformationSystem.UNASSIGNED;

    @ParameterizedTest
    @CsvSource({
        "PATH, juki/**, /srv/all, juki/src/A.java, true",
        "PATH, juki/**, /srv/all, zeimu/src/A.java, false",
        "PATH, juki/**, /srv/all, '.@0123456789012345678901234567890123456789:juki/A.java', true",
        "PATH, /srv/juki/**, /srv/juki, src/A.java, true",
        "PATH, /srv/juki/**, /srv/jukinew, src/A.java, false",
        "PATH, **/juki/**, /srv/juki, A.java, true",
        "PATH, **/juki/**, 'C:\\work\\juki', A.java, true",
        "PATH, /srv/app.jar!/com/**, /srv/app.jar, app.jar!/com/A.class, true",
        "PATH, https://git.example.jp/juki.git, https://git.example.jp/juki.git, A.java, true",
        "PATH, **, tls://a.jp:443, tls://a.jp:443, true",
        "HOST, a.example.jp, x, tls://a.example.jp:443, true",
        "HOST, A.Example.JP, x, tls://a.example.jp:443!chain/0, true",
        "HOST, a.example.jp, x, tls://192.0.2.1:443?sni=a.example.jp&starttls=smtp, true",
        "HOST, *.example.jp, x, ssh://a.b.example.jp:22, true",
        "HOST, *.example.jp, x, ssh://example.jp:22, false",
        "HOST, *.example.jp, x, ssh://badexample.jp:22, false",
        "HOST, 192.0.2.0/28, x, tls://192.0.2.15:443, true",
        "HOST, 192.0.2.0/28, x, tls://192.0.2.16:443, false",
        "HOST, 2001:db8::/32, x, tls://[2001:db8:0::1]:443, true",
        "HOST, '[2001:db8::1]', x, tls://[2001:DB8:0:0::1]:443, true",
        "HOST, 0.0.0.0/0, x, tls://[2001:db8::1]:443, false",
        "HOST, a.example.jp, x, a.example.jp/file, false",
    })
    void aPatternMatchesPlaces(Kind kind, String pattern, String target, String location, boolean matches) {
        assertThat(PlacePattern.of(kind, pattern).matches(Place.of(target, location)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.jp", "a.jp:443", "192.0.2.0/33", "*", "a..jp", "*.*.jp", " "})
    void whatIsNoHostIsRefused(String text) {
        assertThatThrownBy(() -> PlacePattern.of(Kind.HOST, text)).isInstanceOf(WrongPatternException.class);
    }

    @Test
    void aGlobThatDoesNotEndIsRefusedInBothLanguages() {
        assertThatThrownBy(() -> PlacePattern.of(Kind.PATH, "a/{b"))
                .isInstanceOfSatisfying(
                        WrongPatternException.class,
                        it -> assertThat(it.text().ja() + it.text().en())
                                .contains("a/{b")
                                .contains("閉じて")
                                .contains("close"));
    }

    @Test
    void anAssignmentStandsAboveTheScanAndTheScanAboveRules() {
        SystemRules rules = new SystemRules(List.of(rule("ruled", Kind.PATH, "a/**", 1)));
        SystemMapping byRules = new SystemMapping(rules, List.of());
        SystemMapping assigned = new SystemMapping(
                rules, List.of(assignment("first", Kind.PATH, "a/**"), assignment("second", Kind.PATH, "a/b/**")));
        assertThat(byRules.systemOf(NONE, "/t", "a/b/x", Optional.empty())).isEqualTo("ruled");
        assertThat(byRules.systemOf("told", "/t", "a/b/x", Optional.empty())).isEqualTo("told");
        assertThat(byRules.systemOf(NONE, "/t", "c/x", Optional.empty())).isEqualTo(NONE);
        assertThat(assigned.systemOf("told", "/t", "a/x", Optional.empty())).isEqualTo("first");
        assertThat(assigned.systemOf("told", "/t", "a/b/x", Optional.empty())).isEqualTo("second");
        assertThat(assigned.systemOf("told", "/t", "c/x", Optional.empty())).isEqualTo("told");
    }

    @Test
    void aCertificateGoesWithItsSubjectAndAnAssetWithItsId() {
        CryptoAsset certificate = certificate("CN=pay/roll,O=Tsukumo City,C=JP");
        SystemMapping mapping = new SystemMapping(
                new SystemRules(
                        List.of(rule("city", Kind.SUBJECT, "*O=Tsukumo*", 1), rule("files", Kind.PATH, "**", 2))),
                List.of(assignment("one", Kind.ASSET, "algorithm:ecdsa")));
        assertThat(mapping.systemOf(NONE, "/t", "a.pem", Optional.of(certificate)))
                .isEqualTo("city");
        assertThat(mapping.systemOf(NONE, "/t", "a.pem", Optional.of(certificate("CN=other"))))
                .isEqualTo("files");
        assertThat(mapping.systemOf("told", "/t", "A.java", Optional.of(ecdsa())))
                .isEqualTo("one");
    }

    @Test
    void theFirstRuleDecidesWhateverElseMatches() {
        SystemRules rules =
                new SystemRules(List.of(rule("narrow", Kind.PATH, "a/b/**", 1), rule("wide", Kind.PATH, "a/**", 2)));
        assertThat(rules.systemOf("/t", "a/b/x", Optional.empty())).contains("narrow");
        assertThat(rules.systemOf("/t", "a/x", Optional.empty())).contains("wide");
        assertThat(rules.warnings(Set.of("narrow", "wide"))).isEmpty();
    }

    @Test
    void rulesThatCanDecideNothingAreToldOfWithTheirPlace() {
        SystemRules rules = new SystemRules(List.of(
                rule("a", Kind.HOST, "*.example.jp", 1),
                rule("b", Kind.HOST, "*.b.example.jp", 2),
                rule("b", Kind.HOST, "example.jp", 3),
                rule("a", Kind.HOST, "192.0.2.0/24", 4),
                rule("b", Kind.HOST, "192.0.2.7", 5),
                rule("b", Kind.HOST, "192.0.0.0/16", 6),
                rule("a", Kind.PATH, "./src/**", 7),
                rule("gone", Kind.PATH, "x/**", 8),
                rule("a", Kind.PATH, "x/**", 9)));
        assertThat(rules.warnings(Set.of("a", "b")))
                .extracting(it -> it.en().split(": ")[0])
                .containsExactly("y:2", "y:5", "y:7", "y:8", "y:9");
        assertThat(rules.warnings(Set.of())).noneMatch(it -> it.en().contains("register"));
    }

    /** A rule that is said to be covered decides nothing: leaving it out changes no answer. */
    @Test
    void whatIsCoveredNeverDecides() {
        Random random = new Random(7);
        List<String> hosts = List.of(
                "*.jp", "*.a.jp", "a.jp", "b.a.jp", "10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "::/0", "2001:db8::/32");
        List<String> seen = List.of("a.jp", "b.a.jp", "c.b.a.jp", "10.1.2.3", "10.1.9.9", "10.9.9.9", "[2001:db8::5]");
        for (int round = 0; round < 300; round++) {
            List<SystemRule> rules = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                rules.add(rule("s" + i, Kind.HOST, hosts.get(random.nextInt(hosts.size())), i));
            }
            List<SystemRule> kept = new ArrayList<>();
            for (SystemRule it : rules) {
                if (kept.stream().noneMatch(earlier -> earlier.pattern().covers(it.pattern()))) {
                    kept.add(it);
                }
            }
            for (String host : seen) {
                String location = "tls://" + host + ":443";
                assertThat(new SystemRules(kept).systemOf(location, location, Optional.empty()))
                        .as(rules + " " + host)
                        .isEqualTo(new SystemRules(rules).systemOf(location, location, Optional.empty()));
            }
        }
    }

    /** Where no two rules match the same place, their order is nothing. */
    @Test
    void theOrderOfDisjointRulesDoesNotMatter() {
        Random random = new Random(11);
        List<SystemRule> rules = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rules.add(rule("s" + i, Kind.PATH, "f" + i + "/**", i));
            rules.add(rule("s" + i, Kind.HOST, "*.h" + i + ".jp", i));
        }
        SystemMapping first = new SystemMapping(new SystemRules(rules), List.of());
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(rules, random);
            SystemMapping other = new SystemMapping(new SystemRules(rules), List.of());
            for (int i = 0; i < 25; i++) {
                String path = "f" + i + "/a";
                String endpoint = "tls://x.h" + i + ".jp:443";
                assertThat(other.systemOf(NONE, "/t", path, Optional.empty()))
                        .isEqualTo(first.systemOf(NONE, "/t", path, Optional.empty()))
                        .isEqualTo(i < 20 ? "s" + i : NONE);
                assertThat(other.systemOf(NONE, endpoint, endpoint, Optional.empty()))
                        .isEqualTo(i < 20 ? "s" + i : NONE);
            }
        }
    }

    private static SystemRule rule(String system, Kind kind, String pattern, int line) {
        return new SystemRule(system, PlacePattern.of(kind, pattern), "y:" + line);
    }

    private static Assignment assignment(String system, Kind kind, String pattern) {
        return new Assignment(system, PlacePattern.of(kind, pattern), "me", LocalDate.of(2026, 11, 23));
    }

    private static CryptoAsset ecdsa() {
        return new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("ecdsa"));
    }

    private static CryptoAsset certificate(String subject) {
        return new CryptoAsset.Certificate(
                subject,
                subject,
                subject,
                "01",
                Instant.EPOCH,
                Instant.EPOCH,
                Algorithm.Known.of("rsa-key"),
                Algorithm.Known.of("rsassa-pkcs1v15"),
                "ab",
                List.of(),
                false);
    }
}
