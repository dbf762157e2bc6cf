package dev.shirube.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathFilterTest {

    private static final List<String> PATHS = List.of(
            "a.java",
            "src/a.java",
            "src/x/a.java",
            "a.class",
            "lib/x.jar!/com/A.class",
            "a[1].txt",
            "a-b.txt",
            "日本.pem",
            "b",
            "src/.hidden",
            "a.b.c",
            "a^b.txt");

    @Test
    void globsMeanWhatTheJavaPlatformSays() {
        for (String glob : List.of(
                "*.java",
                "**.java",
                "src/*",
                "src/**",
                "*.{java,class}",
                "a?b.txt",
                "a[!x]b.txt",
                "a[\\-^]b.txt",
                "a\\[1\\].txt",
                "[ab]",
                "**.class",
                "日*.pem",
                "*",
                "**",
                "{a,b}*",
                "[a-c].*",
                "src/{a,x/a}.java")) {
            PathFilter filter = new PathFilter(List.of(glob), List.of());
            for (String path : PATHS) {
                assertThat(filter.includes(path))
                        .as("%s of %s", path, glob)
                        .isEqualTo(FileSystems.getDefault()
                                .getPathMatcher("glob:" + glob)
                                .matches(Path.of(path)));
            }
        }
    }

    @Test
    void twoStarsAndASlashAlsoStandForNoFolder() {
        PathFilter filter = new PathFilter(List.of("**/a.java"), List.of("src/**/x/*"));

        assertThat(filter.includes("a.java")).isTrue();
        assertThat(filter.includes("lib/a.java")).isTrue();
        assertThat(filter.includes("src/a.java")).isTrue();
        assertThat(filter.includes("src/x/a.java")).isFalse();
        assertThat(filter.includes("src/y/z/x/a.java")).isFalse();
        assertThat(filter.includes("ba.java")).isFalse();
    }

    @Test
    void locationsThatAreNoPathsAreMatchedAsWell() {
        PathFilter filter = new PathFilter(List.of(), List.of("tls://**"));

        assertThat(filter.includes("tls://host:443")).isFalse();
        assertThat(filter.includes("a\0b\n")).isTrue();
    }

    @Test
    void aPatternThatIsNotClosedIsNamed() {
        assertThatThrownBy(() -> new PathFilter(List.of("a{b"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a{b");
        assertThatThrownBy(() -> new PathFilter(List.of("a[b"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a[b");
    }
}
