package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a scan costs before there is anything to scan: no parser is loaded for inputs that are not there. Opening the
 * signed archive of Bouncy Castle alone takes longer than all else.
 */
@Timeout(120)
class LoadedClassesTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyDirectoryLoadsNoParserAndNoDetector() throws Exception {
        List<String> classes = classesOf(Files.createDirectory(folder.resolve("empty")));
        assertThat(classes).anyMatch(it -> it.equals("dev.shirube.engine.Scanner"));
        assertThat(classes).noneMatch(it -> it.equals("dev.shirube.material.DerDetector"));
        assertThat(classes).noneMatch(LoadedClassesTest::isParser);
    }

    @Test
    void textAndSettingsLoadNoParserEither() throws Exception {
        Path input = Files.createDirectory(folder.resolve("settings"));
        Files.writeString(input.resolve("nginx.conf"), "server { ssl_protocols TLSv1.2; }\n");
        Files.writeString(input.resolve("README.md"), "read me\n");
        List<String> classes = classesOf(input);
        assertThat(classes).anyMatch(it -> it.equals("dev.shirube.material.DerDetector"));
        assertThat(classes).noneMatch(LoadedClassesTest::isParser);
    }

    /** Else the two tests above would pass without looking. */
    @Test
    void aKeyLoadsBouncyCastle() throws Exception {
        Path input = Files.createDirectory(folder.resolve("key"));
        Files.write(input.resolve("k.der"), new byte[] {0x30, 14, 2, 1, 0, 2, 1, 3, 2, 1, 3, 2, 1, 3, 2, 0});
        assertThat(classesOf(input)).anyMatch(LoadedClassesTest::isParser);
    }

    private static boolean isParser(String name) {
        return name.startsWith("org.bouncycastle.")
                || name.startsWith("org.eclipse.")
                || name.startsWith("org.objectweb.asm.");
    }

    private List<String> classesOf(Path input) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Path out = folder.resolve("out.log");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + ":none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmptyScan.class.getName(),
                        input.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(Files.readString(out)).isEqualToIgnoringNewLines("units 1");
        return Files.readAllLines(log).stream()
                .map(it -> it.substring(0, Math.max(0, it.indexOf(' '))))
                .toList();
    }
}
