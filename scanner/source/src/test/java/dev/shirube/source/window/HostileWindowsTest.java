package dev.shirube.source.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.WithoutNativeLibrary;
import dev.shirube.source.flow.FollowedLanguage;
import dev.shirube.source.flow.UnitSources;
import dev.shirube.source.language.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading it by words ends soon, and says that it was read so. */
class HostileWindowsTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    static Stream<Arguments> sources() {
        return WithoutNativeLibrary.followed().stream()
                .flatMap(it -> Stream.of(
                        Arguments.of(it, "unterminated texts", "x = \"a\ny = 'b\nz = `c\nw = \"\"\"d\n\"".repeat(600)),
                        Arguments.of(it, "beginnings of texts", "<<~A %w[ ${ r#\" /* /a \n".repeat(2_000)),
                        Arguments.of(it, "deep parentheses", "(".repeat(20_000)),
                        Arguments.of(it, "deep calls", "f(".repeat(10_000) + ")".repeat(10_000)),
                        Arguments.of(it, "deep blocks", "{".repeat(10_000) + "}".repeat(10_000)),
                        Arguments.of(it, "open brackets", "([{".repeat(8_000)),
                        Arguments.of(it, "mixed brackets", "f({[(])}".repeat(4_000)),
                        Arguments.of(it, "functions in functions", "function f(a) { def g(b):\n ".repeat(1_500)),
                        Arguments.of(it, "a long sum", "x = 1" + " + 1".repeat(20_000)),
                        Arguments.of(it, "a long chain", "x = a" + ".b".repeat(20_000)),
                        Arguments.of(it, "angle brackets", "a<".repeat(20_000)),
                        Arguments.of(it, "numbers as types", "x = Foo<384>::bar<1, 2>(3);\n".repeat(2_000)),
                        Arguments.of(it, "one line", "x=f(1,\"a\"),".repeat(8_000)),
                        Arguments.of(it, "arrows", "a => ".repeat(1_500)),
                        Arguments.of(it, "deeper and deeper", deeper()),
                        Arguments.of(it, "garbage", garbage())));
    }

    private static String deeper() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append(" ".repeat(i)).append("def f(x):\n");
        }
        return text.toString();
    }

    private static String garbage() {
        Random random = new Random(4);
        String letters = "ab(){}[]<>;:,.\"'`$#@!%&*+-=/\\ \n01";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sources")
    void endsSoon(FollowedLanguage language, String what, String source) {
        List<Diagnostic> diagnostics = read(language, source).diagnostics();
        assertThat(diagnostics).extracting(Diagnostic::code).contains(DiagnosticCode.READ_WITHOUT_GRAMMAR);
    }

    private static FollowedLanguage.Reading read(FollowedLanguage language, String source) {
        String ending =
                language.language().fileEndings().stream().sorted().findFirst().orElseThrow();
        String page = language.language().id().equals("php") ? "<?php\n" : "";
        SourceText text = new SourceText("hostile" + ending, page + source);
        return Assertions.assertTimeout(LONGEST, () -> language.read(text, UnitSources.NONE, "source", "1"));
    }

    static Stream<FollowedLanguage> languages() {
        return WithoutNativeLibrary.followed().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aFileThatIsTooLargeIsSaidToBe(FollowedLanguage language) {
        assertThat(read(language, "a b ".repeat(500_000)).diagnostics())
                .extracting(Diagnostic::code)
                .contains(DiagnosticCode.LIMIT_REACHED);
    }

    @Test
    void oneLineOfFiftyMegabytesIsSaidToBeTooLarge() {
        FollowedLanguage language = languages()
                .filter(it -> it.language().id().equals("javascript"))
                .findFirst()
                .orElseThrow();
        assertThat(read(language, "f(1);".repeat(10_000_000)).diagnostics())
                .extracting(Diagnostic::code)
                .contains(DiagnosticCode.LIMIT_REACHED);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void moreTokensThanAreReadAreSaidToBe(FollowedLanguage language) {
        assertThat(read(language, "a;".repeat(300_000)).diagnostics())
                .extracting(Diagnostic::code)
                .contains(DiagnosticCode.LIMIT_REACHED, DiagnosticCode.READ_WITHOUT_GRAMMAR);
    }
}
