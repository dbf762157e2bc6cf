package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticCodeTest {

    private static Diagnostic filled(DiagnosticCode code) {
        List<String> values = IntStream.range(0, code.arguments())
                .mapToObj(i -> "value-" + i + "-of-it")
                .toList();
        return new Diagnostic(code, "a/b.jar", values);
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageNamesAllItsValuesOnceAndEndsInAdviceInBothLanguages(DiagnosticCode code) {
        Diagnostic diagnostic = filled(code);
        for (Language language : Language.values()) {
            String message = diagnostic.message(language);
            for (String value : diagnostic.arguments()) {
                assertThat(message).containsOnlyOnce(value);
            }
            assertThat(message).doesNotContain("{", "}").endsWith(language.choose("。", "."));
        }
        assertThat(diagnostic.message(Language.JA)).matches("(?s).*[\\p{IsHiragana}].*");
        assertThat(diagnostic.message(Language.EN)).matches("\\p{ASCII}*[“”\\p{ASCII}]*");
    }

    @ParameterizedTest
    @EnumSource
    void theIdIsLowerCaseWithHyphens(DiagnosticCode code) {
        assertThat(code.id()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
        assertThat(Diagnostic.of(DiagnosticCode.MALFORMED, "x", "{1}", "{0}").message(Language.EN))
                .startsWith("Is not a well-formed {1} ({0}).");
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorAboutAnInputTakesAwayFromWhatWasRead(DiagnosticCode code) {
        if (code.severity() == Severity.ERROR) {
            assertThat(code.partlyRead()).isTrue();
        }
    }

    @Test
    void aReferenceTakesNothingAwayAndALockedStoreDoes() {
        assertThat(DiagnosticCode.CONTENT_ELSEWHERE.partlyRead()).isFalse();
        assertThat(DiagnosticCode.LOCKED.partlyRead()).isTrue();
        assertThat(DiagnosticCode.PARTLY_PARSED.partlyRead()).isTrue();
    }

    @Test
    void theNumberOfValuesMustFit() {
        assertThatThrownBy(() -> Diagnostic.of(DiagnosticCode.MALFORMED, "x", "one"))
                .hasMessageContaining("takes 2 values, not 1");
    }
}
