package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.jp:5432/crypto?user=u&password=geheim",
                "jdbc:postgresql://db/crypto?password=geheim&user=u",
                "jdbc:postgresql://u:geheim@db/crypto",
                "jdbc:postgresql://u:ge@geheim@db/crypto?ssl=true",
                "jdbc:postgresql://u:a/geheim@db/crypto",
                "jdbc:postgresql://u:a?geheim@db/crypto",
                "jdbc:postgresql://u:1?geheim@db/crypto",
                "jdbc:postgresql://u:geheim?@db/crypto",
                "jdbc:postgresql://u:gehe im/crypto?currentSchema=x&password=geheim",
                "jdbc:postgresql:crypto?currentSchema=geheim!&password=geheim",
                "postgresql://u:geheim@db/crypto",
                "jdbc:mysql://u:geheim@db/crypto",
                "jdbc:oracle:thin:u/geheim@db"
            })
    void no_password_is_shown(String url) {
        assertThat(StoreUrl.shown(url))
                .doesNotContain("geheim")
                .doesNotContain("ge@")
                .contains(":");
    }

    @Test
    void what_finds_the_store_is_shown() {
        assertThat(StoreUrl.shown("jdbc:postgresql://db.example.jp:5432/crypto?user=u&currentSchema=a&password=p"))
                .isEqualTo("jdbc:postgresql://db.example.jp:5432/crypto?currentSchema=a");
        assertThat(StoreUrl.shown("jdbc:postgresql://[::1],db2:1/暗号?user=u"))
                .isEqualTo("jdbc:postgresql://[::1],db2:1/暗号");
        assertThat(StoreUrl.shown("jdbc:postgresql:crypto")).isEqualTo("jdbc:postgresql:crypto");
        assertThat(StoreUrl.shown("a@b?c.db")).isEqualTo("a@b?c.db");
        assertThat(StoreUrl.shown("jdbc:sqlite:file:/a.db?mode=ro")).isEqualTo("jdbc:sqlite:file:/a.db?mode=ro");
    }
}
