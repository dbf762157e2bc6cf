package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenReasonTest {

    @ParameterizedTest
    @EnumSource
    void everyReasonIsFoundByItsIdAndHasWords(OpenReason reason) {
        assertThat(OpenReason.of(reason.id())).contains(reason);
        assertThat(reason.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(OpenReason.words(reason.id())).isEqualTo(reason.words());
        assertThat(reason.words().ja()).isNotBlank();
    }

    @Test
    void noTwoReasonsReadTheSame() {
        TreeSet<String> english = new TreeSet<>();
        TreeSet<String> japanese = new TreeSet<>();
        for (OpenReason reason : OpenReason.values()) {
            assertThat(english.add(reason.words().en())).as(reason.id()).isTrue();
            assertThat(japanese.add(reason.words().ja())).as(reason.id()).isTrue();
        }
    }

    @Test
    void aSettingIsNamedByItsKeyAndAnUnknownReasonStaysAsItIs() {
        assertThat(OpenReason.words("config:key.alg")).isEqualTo(new Text("設定 key.alg による", "the setting key.alg"));
        assertThat(OpenReason.words("from-elsewhere")).isEqualTo(Text.same("from-elsewhere"));
        assertThat(OpenReason.of("config:key.alg")).isEmpty();
    }
}
