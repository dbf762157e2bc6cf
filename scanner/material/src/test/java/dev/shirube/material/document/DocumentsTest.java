package dev.shirube.material.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.engine.LimitException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @Test
    void jsonIsATreeWithLines() throws Exception {
        Node root = JsonDocument.read(
                "\ufeff{ // of a kind\n \"a\\u0062\\\"/\": [1, true, \"x\\ty\",],\n /* over\n lines */ \"c\": {\n\"d\": null}}");
        assertThat(root.get("ab\"/").items()).extracting(Node::text).containsExactly("1", "true", "x\ty");
        assertThat(root.get("ab\"/").line()).isEqualTo(2);
        assertThat(root.get("c").get("d").line()).isEqualTo(5);
        assertThat(root.get("none").get("at").items()).isEmpty();
        assertThat(root.get("none").present()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1",
                "{\"a\" 1}",
                "{\"a\":}",
                "{1:2}",
                "\"a",
                "\"a\\x\"",
                "\"\\u12\"",
                "[1] 2",
                "\"a\nb\"",
                "/"
            })
    void whatIsNoJsonIsMalformed(String text) {
        assertThatThrownBy(() -> JsonDocument.read(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void tomlIsATreeWithLines() throws Exception {
        Node root = TomlDocument.read("""
                # a comment
                title = "a \\"b\\" \\u0041" # behind
                'quoted key'.sub = 'C:\\x'
                [one . "two.three"]
                list = [ 1, # first
                  [2, "x"],
                ]
                inline = { a = 1, b.c = '''
                multi''', }
                [[package]]
                name = "rsa"
                [package.metadata]
                day = 2026-11-23T10:00:00Z
                [[package]]
                name = \"""
                p\\
                256\"""
                """);
        assertThat(root.get("title").text()).isEqualTo("a \"b\" A");
        assertThat(root.get("quoted key").get("sub").text()).isEqualTo("C:\\x");
        Node table = root.get("one").get("two.three");
        assertThat(table.line()).isEqualTo(4);
        assertThat(table.get("list").items().get(1).items())
                .extracting(Node::text)
                .containsExactly("2", "x");
        assertThat(table.get("inline").get("b").get("c").text()).isEqualTo("\nmulti");
        assertThat(root.get("package").items()).hasSize(2);
        assertThat(root.get("package").items().get(0).get("metadata").get("day").text())
                .isEqualTo("2026-11-23T10:00:00Z");
        assertThat(root.get("package").items().get(1).get("name").line()).isEqualTo(15);
        assertThat(root.get("package").items().get(1).get("name").text()).isEqualTo("\np256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a =",
                "[a",
                "[[a]",
                "a = [1",
                "a = {",
                "a = \"x",
                "a = 1 2",
                "= 1",
                "a = 1\na.b = 2",
                "a = '''x"
            })
    void whatIsNoTomlIsMalformed(String text) {
        assertThatThrownBy(() -> TomlDocument.read(text)).isInstanceOf(MalformedException.class);
    }

    @Test
    void yamlIsATreeWithLinesAndAliasesStandForNothing() throws Exception {
        Node root = YamlDocument.read("a: &x\n  b: [1, 'two']\nc: *x\n? [k]\n: v\n--- second\n");
        assertThat(root.get("a").line()).isEqualTo(1);
        assertThat(root.get("a").get("b").items()).extracting(Node::text).containsExactly("1", "two");
        assertThat(root.get("c").present()).isFalse();
        assertThat(YamlDocument.read("").present()).isFalse();
        assertThatThrownBy(() -> YamlDocument.read("a: [1")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> YamlDocument.read("a: \u0001")).isInstanceOf(MalformedException.class);
    }

    @Test
    void xmlIsATreeWithLines() throws Exception {
        XmlElement root = XmlDocument.read(
                "<?xml version='1.0'?>\n<a x='1'>t<b>1</b>\n<b y='2'>2</b></a>".getBytes(StandardCharsets.UTF_8));
        assertThat(root.attribute("x")).isEqualTo("1");
        assertThat(root.attribute("z")).isEmpty();
        assertThat(root.text()).isEqualTo("t");
        assertThat(root.all("b")).extracting(XmlElement::line).containsExactly(2, 3);
        assertThatThrownBy(() -> XmlDocument.read("<a>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void whatIsNestedTooDeepOrIsTooMuchIsALimit() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThatThrownBy(() -> JsonDocument.read("[".repeat(1_000_000))).isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> JsonDocument.read("{\"a\":".repeat(1_000_000)))
                    .isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> JsonDocument.read("[" + "1,".repeat(4_000_000)))
                    .isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> TomlDocument.read("a = " + "[".repeat(1_000_000)))
                    .isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> TomlDocument.read("a = " + "{a=".repeat(1_000_000)))
                    .isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> TomlDocument.read("[" + "a.".repeat(1_000_000) + "a]"))
                    .isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> TomlDocument.read("[[a]]\n".repeat(1_000_000)))
                    .isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> YamlDocument.read("[".repeat(100_000))).isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> YamlDocument.read("- 1\n".repeat(1_000_000)))
                    .isInstanceOf(LimitException.class);
            assertThatThrownBy(() -> XmlDocument.read(("<a>" + "<b/>".repeat(1_000_000) + "</a>").getBytes()))
                    .isInstanceOf(LimitException.class);
        });
    }

    @Test
    void aliasesThatGrowAreNotFollowed() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n");
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(YamlDocument.read(bomb.toString()).members()).hasSize(40));
    }

    @Test
    void noiseIsReadOrMalformedAndNothingElse() {
        Random random = new Random(20261123);
        String[] pieces = {
            "{", "}", "[", "]", "\"", "'", ":", ",", "=", "\n", " ", "a", "1", "-", "#", "\\", "&", "*", "|", "<", ">",
            "/", "."
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String noise = text.toString();
            attempt(() -> JsonDocument.read(noise));
            attempt(() -> TomlDocument.read(noise));
            attempt(() -> YamlDocument.read(noise));
            attempt(() -> XmlDocument.read(noise.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private interface Reading {
        Object read() throws MalformedException, LimitException;
    }

    private static void attempt(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (MalformedException e) {
            assertThat(e.line()).isPositive();
        } catch (LimitException e) {
            throw new AssertionError(e);
        }
    }
}
