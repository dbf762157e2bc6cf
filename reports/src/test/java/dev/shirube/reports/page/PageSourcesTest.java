package dev.shirube.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built script and style are checked in, so that a plain build needs no Node; this says when they are stale. */
class PageSourcesTest {
    private static final Path SOURCES = Path.of("src", "main", "page");
    private static final Path BUILT = Path.of("src", "main", "resources", "dev", "shirube", "reports", "page");

    @Test
    void thePageIsBuiltFromTheSourcesBesideIt() throws Exception {
        List<String> expected = new ArrayList<>();
        for (String file : files()) {
            // A checkout may have other line ends than the build had.
            String text = Files.readString(SOURCES.resolve(file)).replace("\r\n", "\n");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            expected.add(HexFormat.of().formatHex(hash) + "  " + file);
        }
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(Files.readAllLines(BUILT.resolve("page.sources")))
                .as("reports/src/main/page has changed: run its build.sh, and check in what it writes")
                .isEqualTo(expected);
    }

    @Test
    void theBuiltFilesCanStandInAPage() throws IOException {
        assertThat(Files.readString(BUILT.resolve("page.js")))
                .hasSizeGreaterThan(10_000)
                .doesNotContainPattern("(?i)</script|<!--");
        assertThat(Files.readString(BUILT.resolve("page.css")))
                .hasSizeGreaterThan(5_000)
                .doesNotContainPattern("(?i)</style|@import|url\\((?!#)");
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Files::isRegularFile)
                    .map(it -> SOURCES.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> !it.startsWith("node_modules/"))
                    .sorted()
                    .toList();
        }
    }
}
