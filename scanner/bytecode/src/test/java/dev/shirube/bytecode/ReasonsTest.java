package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.OpenReason;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void everyReasonIsOneThatPeopleHaveWordsFor() throws IllegalAccessException {
        int count = 0;
        for (Field field : Reasons.class.getDeclaredFields()) {
            if (field.getType().equals(String.class) && !field.getName().equals("SETTING")) {
                assertThat(OpenReason.of((String) field.get(null)))
                        .as(field.getName())
                        .isPresent();
                count++;
            }
        }
        assertThat(count).isGreaterThan(15);
    }

    @Test
    void theMoreTellingReasonStands() {
        assertThat(Reasons.first("config:a", "entry-param")).isEqualTo("entry-param");
        assertThat(Reasons.first("budget", "collection")).isEqualTo("budget");
        assertThat(Reasons.first("concatenation", "budget")).isEqualTo("concatenation");
        assertThat(Reasons.first("", "field")).isEqualTo("field");
        assertThat(Reasons.isSetting("config:a")).isTrue();
    }
}
