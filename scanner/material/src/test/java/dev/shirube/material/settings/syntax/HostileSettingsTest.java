package dev.shirube.material.settings.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a settings file holds, reading it ends soon, takes little and throws nothing. */
@Timeout(30)
class HostileSettingsTest {

    private static final int LARGE = 1 << 17;

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void nested_a_thousand_deep(Syntax syntax) {
        for (String open :
                new String[] {"a {\n", "a = {", "<a>\n", "[", "- ", "{\"a\":", "a:\n ", "conn a\n", "<a b"}) {
            SettingsText text = syntax.read(open.repeat(1_000) + "x");
            assertThat(text.entries()).hasSizeLessThan(4_100);
            assertThat(text.entries()).allMatch(it -> it.block().depth() <= Entries.DEEPEST);
        }
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void one_line_without_an_end(Syntax syntax) {
        for (String part : new String[] {
            "a", " ", "#", "\"", "'", "{", "}", "[", "]", "=", ":", ",", "-D", "&a ", "*a ", "\t", "\\", "a b ", "- a ",
            "<", "${", "$("
        }) {
            String many = part.repeat(LARGE / part.length());
            assertThat(syntax.read(many).entries()).hasSizeLessThanOrEqualTo(Entries.MOST);
            assertThat(syntax.read("ssl_protocols: " + many + "x").entries()).hasSizeLessThanOrEqualTo(Entries.MOST);
        }
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void more_entries_than_any_file_has(Syntax syntax) {
        for (String part : new String[] {"a b;\n", "a = b\n", "a: b\n", "-Dabc=b\n", "[a]\n", "a{}\n"}) {
            SettingsText text = syntax.read(part.repeat(210_000));
            assertThat(text.entries()).hasSizeLessThanOrEqualTo(Entries.MOST);
        }
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void noise(Syntax syntax) {
        Random random = new Random(16);
        String alphabet = "ab{}[]<>/=:;#'\"\\ \n\t-&*!,.%@|D$~?\u0000\ufffd";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            SettingsText read = syntax.read(text.toString());
            assertThat(read.entries()).allMatch(it -> it.line() > 0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Syntax.class,
            names = {"YAML", "JSON"})
    void aliases_are_not_multiplied(Syntax syntax) {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }
        assertThat(syntax.read(bomb.toString()).entries()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = Syntax.class,
            names = {"XML"})
    void entities_are_not_resolved(Syntax syntax) {
        String external = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a b='x'><c>&e;</c></a>";
        assertThat(syntax.read(external).toString()).doesNotContain("root:");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertThat(syntax.read(laughs + "]><a><b>&e39;</b></a>").entries()).hasSizeLessThan(10);
    }
}
