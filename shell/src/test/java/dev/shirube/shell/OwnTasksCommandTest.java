package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tasks that an office writes into its settings, from there to the roadmap and the form. */
class OwnTasksCommandTest {

    @TempDir
    Path folder;

    private ShirubeProcess run(String... words) throws IOException {
        String[] line = new String[words.length + 4];
        System.arraycopy(words, 0, line, 0, words.length);
        System.arraycopy(new String[] {"--lang", "en", "--as-of", "2026-11-23"}, 0, line, words.length, 4);
        return ShirubeProcess.run(folder, line);
    }

    private void settings(String tasks) throws IOException {
        Files.writeString(folder.resolve("shirube.yaml"), tasks);
    }

    @Test
    void theyStandInTheRoadmapAndInTheForm() throws Exception {
        Files.writeString(
                folder.resolve("A.java"),
                "class A { void a() throws Exception {\n"
                        + "java.security.Signature.getInstance(\"SHA256withECDSA\"); } }\n");
        Files.writeString(folder.resolve("systems.csv"), "システムID,情報システム名,担当部局,担当チーム\npay,給与,総務課,dx\n");
        run("systems", "import", "systems.csv").endsWith(0);
        run("scan", "A.java", "--system", "pay", "--quiet").endsWith(0);
        settings("""
                tasks:
                - {id: A-1, system: pay, title: {ja: 要件定義, en: Requirements}, days: 20, earliest: 2027-04-01}
                - {id: A-2, system: pay, title: 受入試験, days: 5, after: [A-1], deadline: 2030-03-31}
                """);
        run("roadmap", "plan", "--adopt", "--quiet").endsWith(0);
        assertThat(run("roadmap", "show").endsWith(0).out()).contains("A-1", "Requirements", "A-2", "受入試験");
        assertThat(run("roadmap", "explain", "A-2").endsWith(0).out())
                .contains("written by the office in its settings (tasks in shirube.yaml)")
                .contains("A-1 (Requirements) must be finished first");
        run("report", "csv", "--table", "roadmap", "--out", "tasks.csv").endsWith(0);
        assertThat(Files.readString(folder.resolve("tasks.csv"))).contains("A-1", "Requirements", "A-2");
        run("report", "json", "--out", "plan.json").endsWith(0);
        assertThat(Files.readString(folder.resolve("plan.json"))).contains("\"A-1\"", "\"own\"");
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithItsValue() throws Exception {
        settings("tasks: {id: A-1}\n");
        run("roadmap", "plan").refuses(2, "\"tasks\" is not understood");
        settings("tasks:\n- {id: T-05960fc12a52, system: pay, title: x, days: 1}\n");
        run("roadmap", "plan").refuses(2, "tasks: id: T-05960fc12a52");
        settings("tasks:\n- {id: A-1, system: pay, title: x, days: many}\n");
        run("roadmap", "plan").refuses(2, "tasks: A-1: days: many");
        settings("tasks:\n- {id: A-1, system: pay, title: x, days: 1, deadline: 2030-13-01}\n");
        run("roadmap", "plan").refuses(2, "tasks: A-1: deadline: 2030-13-01");
        settings("tasks:\n- {id: A-1, system: pay, title: x, days: 1}\n- {id: A-1, system: pay, title: y, days: 1}\n");
        run("roadmap", "plan").refuses(2, "an id that no other task has");
        settings("tasks:\n- {id: A-1, system: pay, title: x, days: 1, predecessor: A-2}\n");
        run("roadmap", "plan").refuses(2, "tasks: predecessor");
    }
}
