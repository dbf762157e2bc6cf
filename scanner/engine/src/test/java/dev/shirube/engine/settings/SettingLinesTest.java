package dev.shirube.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Settings in JSON, INI, TOML and files of environment variables, and what is no such file. */
class SettingLinesTest {

    private static List<String> shown(List<Setting> settings) {
        return settings.stream()
                .map(it -> it.line() + " " + it.name() + "=" + String.join(",", it.values()))
                .toList();
    }

    @Test
    void membersOfJsonArePaths() {
        String text = """
                {
                  // a comment, as .NET and TypeScript have them
                  "Jwt": { "Algorithm": "RS256", "Lifetime": 60, "Strict": true },
                  "list": ["a", { "b": "c" }],
                  "quoted": "a\\"b//c", /* more */
                  "none": {}
                }
                """;
        assertThat(shown(JsonPaths.of(text)))
                .containsExactly(
                        "3 Jwt.Algorithm=RS256",
                        "3 Jwt.Lifetime=60",
                        "3 Jwt.Strict=true",
                        "4 list=a",
                        "4 list.b=c",
                        "5 quoted=a\"b//c");
    }

    @Test
    void brokenJsonIsReadUpToWhereItIsBroken() {
        assertThat(shown(JsonPaths.of("{\"a\": 1, \"b\" 2, \"c\": 3}"))).containsExactly("1 a=1");
        assertThat(JsonPaths.of("")).isEmpty();
        assertThat(JsonPaths.of("[")).isEmpty();
        assertThat(JsonPaths.of("{\"a\"")).isEmpty();
        assertThat(JsonPaths.of("{\"a\": \"b")).hasSize(1);
    }

    @Test
    void hostileTextsEndSoon() {
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            assertThatCode(() -> JsonPaths.of("[".repeat(1_000_000))).doesNotThrowAnyException();
            assertThatCode(() -> JsonPaths.of("{\"a\":".repeat(200_000))).doesNotThrowAnyException();
            assertThatCode(() -> JsonPaths.of("/*".repeat(200_000))).doesNotThrowAnyException();
            assertThatCode(() -> SectionLines.of("[a ".repeat(200_000))).doesNotThrowAnyException();
            assertThatCode(() -> SectionLines.of("a = " + " ".repeat(500_000) + "b"))
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void sectionsStandBeforeTheNamesOfTheirEntries() {
        String text = """
                # a comment
                export JWT_ALG="RS256" # for all
                PLAIN=a b  ; not this
                [token]
                algorithm = PS256
                ; no = entry
                [[a.b]]
                "quoted" = 'x # y'
                empty =
                """;
        assertThat(shown(SectionLines.of(text)))
                .containsExactly("2 JWT_ALG=RS256", "3 PLAIN=a b", "5 token.algorithm=PS256", "8 a.b.quoted=x # y");
    }
}
