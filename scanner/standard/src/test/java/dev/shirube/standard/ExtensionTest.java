package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.engine.Detector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors of others. */
class ExtensionTest {

    @TempDir
    Path folder;

    @Test
    void standBehindOurs() {
        List<String> ids =
                StandardScanner.detectors().stream().map(Detector::id).toList();
        assertThat(ids).doesNotHaveDuplicates().startsWith("bytecode", "source").endsWith("outsiders");
        assertThat(ids).hasSizeGreaterThan(10);
    }

    @Test
    void areAskedLikeOurs() throws Exception {
        Files.writeString(folder.resolve("a.outsiders"), "outsiders-anchor");
        Files.writeString(folder.resolve("b.outsiders"), "nothing");
        assertThat(Scanned.directory(folder).findings())
                .extracting(
                        it -> it.evidence().detector() + " " + it.occurrence().location())
                .containsExactly("outsiders a.outsiders");
    }
}
