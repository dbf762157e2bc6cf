package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report csv | json | mermaid | ics | mspdi} as a user runs them. */
class MachineReportsTest {

    @TempDir
    Path folder;

    private ShirubeProcess report(String format, String... words) throws IOException {
        String[] line = new String[words.length + 6];
        System.arraycopy(new String[] {"report", format, "--lang", "ja", "--as-of", "2026-11-23"}, 0, line, 0, 6);
        System.arraycopy(words, 0, line, 6, words.length);
        return ShirubeProcess.run(folder, line);
    }

    @Test
    void eachIsWrittenAndSaysWhatItCouldNotCarry() throws IOException {
        Files.writeString(
                folder.resolve("𠮷野.java"),
                "class A { void a() throws Exception { java.security.Signature.getInstance(\"SHA256withECDSA\"); } }\n");
        ShirubeProcess.run(folder, "scan", "𠮷野.java", "--system", "pay", "--as-of", "2026-11-23", "--quiet")
                .endsWith(0);

        report("json", "--out", "plan.json").endsWith(0);
        assertThat(Files.readString(folder.resolve("plan.json"))).startsWith("{\"schema\":\"shirube-plan/1\"");
        report("mermaid", "--out", "plan.mmd").endsWith(0);
        assertThat(Files.readString(folder.resolve("plan.mmd")))
                .startsWith("gantt\n")
                .contains("section pay");
        report("ics", "--out", "plan.ics").endsWith(0);
        assertThat(Files.readString(folder.resolve("plan.ics")))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n");
        report("mspdi", "--out", "plan.xml").endsWith(0);
        assertThat(Files.readString(folder.resolve("plan.xml"))).contains("http://schemas.microsoft.com/project");

        report("csv", "--out", "uses.csv").endsWith(0);
        assertThat(Files.readString(folder.resolve("uses.csv"), StandardCharsets.UTF_8))
                .startsWith("\uFEFF")
                .contains("𠮷野.java");
        String warned = report("csv", "--encoding", "cp932", "--out", "old.csv")
                .endsWith(0)
                .err();
        assertThat(warned).contains("𠮷（U+20BB7）は Shift_JIS で表せない", "1 文字を置き換えました");
        assertThat(Files.readString(folder.resolve("old.csv"), Charset.forName("windows-31j")))
                .contains("〓野.java");
        report("csv", "--table", "nothing", "--out", "x.csv").refuses(2, "nothing", "uses");
        report("ics").refuses(2, "--out");
    }
}
