package dev.shirube.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentParserTest {

    private static final CommandSpec SCAN = CommandSpec.named("scan")
            .arguments("TARGET...", 1, Integer.MAX_VALUE)
            .option(OptionSpec.value("system", "ID", "system", "システム"))
            .option(OptionSpec.values("exclude", "GLOB", "leave out", "除外"))
            .option(OptionSpec.choice("tests", List.of("include", "tag", "skip"), "tests", "試験"))
            .option(OptionSpec.number("threads", "threads", "スレッド"))
            .option(OptionSpec.flag("strict", "strict", "厳格"))
            .runs((line, session) -> Exit.DONE);
    private static final CommandSpec LIST = CommandSpec.named("inventory list")
            .option(OptionSpec.flag("all", "all", "全部"))
            .runs((line, session) -> Exit.DONE);

    private final ArgumentParser parser = new ArgumentParser(List.of(SCAN, LIST));

    private Invocation parse(String... words) {
        return parser.parse(List.of(words));
    }

    @Test
    void aPathKeepsItsBlanksQuotesAndJapanese() {
        assertThat(parse("scan", "ディレクトリ \"with\" 'quotes'", "--system", "住 民").arguments())
                .containsExactly("ディレクトリ \"with\" 'quotes'");
    }

    @Test
    void valuesComeAfterABlankOrAnEqualsSign() {
        Invocation line = parse("--lang=ja", "scan", "--system=a=b", "x", "--exclude", "*.md", "--exclude=-x");
        assertThat(line.value("system")).contains("a=b");
        assertThat(line.value("lang")).contains("ja");
        assertThat(line.values("exclude")).containsExactly("*.md", "-x");
        assertThat(line.arguments()).containsExactly("x");
    }

    @Test
    void aFlagOnASubCommandNeedsNoValue() {
        assertThat(parse("inventory", "list", "--all").has("all")).isTrue();
        assertThat(parse("--quiet", "inventory", "--all", "list").command()).isEqualTo(LIST);
    }

    @Test
    void afterTwoDashesEverythingIsAnArgument() {
        assertThat(parse("scan", "--", "--system", "-x").arguments()).containsExactly("--system", "-x");
    }

    @Test
    void theLineSurvivesSpringShellsForm() {
        Invocation line = parse("scan", "a", "b c", "--strict", "--exclude", "1", "--exclude", "2");
        assertThat(Invocation.of(SCAN, line.toParsedInput())).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scan|needs TARGET",
                "scan x --bogus 3|no option --bogus",
                "scan x --strct|Did you mean --strict?",
                "scan x --tests maybe|include, tag, skip",
                "scan x --threads two|whole number",
                "scan x --system|needs a value",
                "scan x --system --strict|needs a value",
                "scan x --strict=yes|takes no value",
                "scan x --system a --system b|given 2 times",
                "inventory list extra|does not take \"extra\"",
                "inventory|Say one of: list",
                "inventory lst|does not know \"lst\"",
                "scn x|Did you mean scan?",
                "frobnicate|no command \"frobnicate\"",
            })
    void aWrongLineNamesWhatIsWrong(String line, String expected) {
        assertThatThrownBy(() -> parser.parse(List.of(line.split(" "))))
                .isInstanceOfSatisfying(CommandFailure.class, failure -> {
                    assertThat(failure.exit()).isEqualTo(Exit.USAGE);
                    assertThat(failure.text().en()).contains(expected);
                    assertThat(failure.text().ja()).isNotEqualTo(failure.text().en());
                });
    }
}
