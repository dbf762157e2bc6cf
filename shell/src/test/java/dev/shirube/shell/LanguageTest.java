package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.HelpPrinter;
import dev.shirube.shell.cli.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that help says is said in Japanese and in English, and stands in straight columns in both. */
class LanguageTest {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    /** Names and file formats read the same in both languages. */
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z]+(?: [A-Z0-9][A-Za-z0-9.]*)*");

    private static final Pattern ROW = Pattern.compile("(  \\S.*? {2,})\\S.*");

    private static final int WIDEST_LINE = 140;

    static List<CommandSpec> commands() {
        return Commands.all();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyTextOfACommandIsThereInBothLanguages(CommandSpec command) {
        List<Text> texts = new ArrayList<>(List.of(command.description()));
        command.examples().forEach(it -> texts.add(it.meaning()));
        command.allOptions().stream().map(OptionSpec::description).forEach(texts::add);
        for (Text text : texts) {
            assertThat(text.en()).as(command.name()).isNotBlank().doesNotContainPattern(JAPANESE);
            if (!NAME.matcher(text.en()).matches()) {
                assertThat(text.ja()).as(command.name()).containsPattern(JAPANESE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpStandsInStraightColumnsAndFitsAScreen(CommandSpec command) {
        for (Language language : Language.values()) {
            List<String> lines = new HelpPrinter(Commands.all(), language).lines(command.words());
            assertThat(lines).as(command.name()).isNotEmpty();
            assertThat(lines)
                    .allSatisfy(it -> assertThat(Columns.width(it)).as(it).isLessThan(WIDEST_LINE));
            for (String block : String.join("\n", lines).split("\n\n")) {
                assertThat(secondColumns(block)).as(block).hasSizeLessThan(2);
            }
        }
    }

    /** Where the right-hand texts of a block begin, in cells of the terminal. */
    private static Set<Integer> secondColumns(String block) {
        return block.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(it -> Columns.width(it.group(1)))
                .collect(Collectors.toSet());
    }

    @Test
    void everyCommandBeginsItsHelpWithAnExampleOfItself() {
        for (CommandSpec command : Commands.all()) {
            assertThat(command.examples()).as(command.name()).isNotEmpty();
            assertThat(command.examples().get(0).line()).startsWith("shirube " + command.name());
        }
    }
}
