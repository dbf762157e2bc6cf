package dev.shirube.source.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings by their keys: how files write those, which files count, and what never leaves them. */
class SettingFilesTest {

    private static List<String> values(String key, String location, Map<String, String> files) {
        return new SettingFiles(unit(files, false), new TreeSet<>()).values(key, location);
    }

    /** Every file mentions every word; or too many do to be named. */
    private static UnitSources unit(Map<String, String> files, boolean more) {
        TreeMap<String, String> sorted = new TreeMap<>(files);
        return new UnitSources() {
            @Override
            public Optional<FileIndex> file(String location) {
                return Optional.empty();
            }

            @Override
            public TreeSet<String> endings() {
                return new TreeSet<>();
            }

            @Override
            public Optional<String> text(String location) {
                return Optional.ofNullable(sorted.get(location));
            }

            @Override
            public Optional<Mentions> mentions(String word) {
                return Optional.of(new Mentions(more ? List.of() : List.copyOf(sorted.keySet()), more));
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "app.jwt.alg, app.jwt.alg, true",
        "app.jwt-alg, app.jwtAlg, true",
        "app.jwtAlg, app.jwt_alg, true",
        "APP_JWT_ALG, app.jwt.alg, true",
        "Jwt.Algorithm, Jwt:Algorithm, true",
        "Jwt__Algorithm, Jwt:Algorithm, true",
        "services.web.environment.JWT_ALG, JWT_ALG, true",
        "JWT_ALG, JWT_ALG, true",
        "jwt.alg, JWT_ALG, false",
        "jwt.alg, alg, false",
        "other.jwt.alg, jwt.alg, false",
        "jwt.algorithm, jwt.alg, false"
    })
    void aKeyIsWrittenInSomeWaysAndNotInOthers(String written, String key, boolean same) {
        assertThat(SettingFiles.isCalled(written, key)).isEqualTo(same);
    }

    @Test
    void theWordsOfAKeyAreThoseThatAFileMayWrite() {
        assertThat(SettingFiles.words("app.signature-algorithm"))
                .contains("signature", "signatureAlgorithm", "signature_algorithm", "APP_SIGNATURE_ALGORITHM");
        assertThat(SettingFiles.words("Jwt:Alg")).contains("Alg", "JWT_ALG");
        assertThat(SettingFiles.words("JWT_ALG")).contains("JWT_ALG");
        assertThat(SettingFiles.words("x")).isEmpty();
    }

    @Test
    void theNearestFilesCountAndAllProfilesOfThem() {
        Map<String, String> files = Map.of(
                "a/config/app.properties", "jwt.alg=RS256",
                "a/config/app-prod.yml", "jwt:\n  alg: ES256\n",
                "b/config/app.properties", "jwt.alg=none",
                "app.env", "JWT_ALG=HS256");
        assertThat(values("jwt.alg", "a/src/Main.java", files)).containsExactly("ES256", "RS256");
        assertThat(values("jwt.alg", "c/src/Main.java", files)).containsExactly("ES256", "HS256", "RS256", "none");
    }

    @Test
    void ofAWordThatIsEverywhereTheUsualFilesAreLookedInto() {
        Map<String, String> files = Map.of(
                "svc/src/main/resources/application.yml", "jwt:\n  alg: ES256\n",
                "other/src/main/resources/application.yml", "jwt:\n  alg: RS256\n",
                "svc/other.properties", "jwt.alg=PS256");
        SettingFiles settings = new SettingFiles(unit(files, true), new TreeSet<>());
        assertThat(settings.values("jwt.alg", "svc/src/main/java/com/acme/A.java"))
                .containsExactly("ES256");
        assertThat(settings.values("jwt.alg", "A.java")).isEmpty();
    }

    @Test
    void noSecretIsTakenOutOfAFile() {
        Map<String, String> files = Map.of("a.properties", """
                jwt.secret=RS256
                jwt.privateKey=RS256
                jwt.password=RS256
                jwt.key=MIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEA
                jwt.other=c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==
                private.key.type=RSA
                tokenAlgorithm=PS256
                """);
        for (String key : List.of("jwt.secret", "jwt.privateKey", "jwt.password", "jwt.key", "jwt.other")) {
            assertThat(values(key, "A.java", files)).as(key).isEmpty();
        }
        assertThat(values("private.key.type", "A.java", files)).containsExactly("RSA");
        assertThat(values("token.algorithm", "A.java", files)).isEmpty();
        assertThat(values("tokenAlgorithm", "A.java", files)).containsExactly("PS256");
    }

    @Test
    void brokenAndHostileFilesGiveNothing() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\njwt:\n  alg: *b\n";
        Map<String, String> files = Map.of(
                "a.yml",
                bomb,
                "b.json",
                "{".repeat(100_000),
                "c.json",
                "{\"jwt\": {\"alg\": ",
                "d.properties",
                "jwt.alg" + " ".repeat(200_000) + "=x",
                "e.toml",
                "[[[[jwt]\nalg = [\n");
        assertThat(values("jwt.alg", "A.java", files)).isEmpty();
    }
}
