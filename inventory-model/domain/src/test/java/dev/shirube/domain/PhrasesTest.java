package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permission denied|アクセス権がない",
                "no answer within 3000 ms|3000 ミリ秒以内に応答なし",
                "no connection: no route|接続不可：経路がない",
                "probe wide: no connection: refused|プローブ wide：接続不可：接続拒否",
                "x25519: probe wide: no connection: refused|x25519：プローブ wide：接続不可：接続拒否",
                "X25519MLKEM768, chosen by the server|X25519MLKEM768（サーバーが選択）",
                "X25519MLKEM768|X25519MLKEM768",
                "no answer within|no answer within",
            })
    void wordsOfOursAreJapaneseAndOtherValuesStayAsTheyAre(String value, String japanese) {
        assertThat(Phrases.japanese(value)).isEqualTo(japanese);
    }

    @Test
    void bracesInAValueAreNotFilled() {
        assertThat(Phrases.japanese("no connection: {1}{9}")).isEqualTo("接続不可：{1}{9}");
    }

    @Test
    void aMessageIsJapaneseThroughout() {
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.UNREADABLE, "a.txt", "permission denied");
        assertThat(diagnostic.message(Language.JA)).contains("アクセス権がない").doesNotContain("permission");
        assertThat(diagnostic.message(Language.EN)).contains("permission denied");
    }

    @Test
    void phrasesWithinPhrasesEnd() {
        String nested = String.join(
                "", IntStream.range(0, 1_000).mapToObj(it -> "no connection: ").toList());
        assertThat(Phrases.japanese(nested)).startsWith("接続不可：".repeat(5) + "no connection");
    }
}
