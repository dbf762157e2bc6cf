package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is put in force, mended after a slip, and compared with what if, as its users do it. */
class ReplanCommandsTest {

    @TempDir
    Path folder;

    private ShirubeProcess roadmap(String verb, String... words) throws IOException {
        String[] line = new String[words.length + 6];
        System.arraycopy(new String[] {"roadmap", verb, "--lang", "en", "--as-of", "2026-11-23"}, 0, line, 0, 6);
        System.arraycopy(words, 0, line, 6, words.length);
        return ShirubeProcess.run(folder, line);
    }

    @Test
    void aSlipMovesWhatMustMoveAndNothingElse() throws IOException {
        Files.writeString(
                folder.resolve("A.java"),
                "import java.security.*;\nclass A { void a() throws Exception {\n"
                        + "Signature.getInstance(\"SHA256withECDSA\"); KeyPairGenerator.getInstance(\"RSA\"); } }\n");
        ShirubeProcess.run(folder, "scan", "A.java", "--system", "pay", "--as-of", "2026-11-23", "--quiet")
                .endsWith(0);
        roadmap("replan").refuses(2, "No plan is in force", "roadmap plan --adopt");

        String plan = roadmap("plan", "--adopt", "--by", "CISO").endsWith(0).out();
        assertThat(plan).contains("It is the plan in force now.");
        Matcher task = Pattern.compile("T-[0-9a-f]{12}").matcher(plan);
        if (!task.find()) {
            throw new AssertionError("no task in " + plan);
        }
        assertThat(roadmap("show").endsWith(0).out()).contains("made for 2026-11-23", task.group());
        assertThat(roadmap("replan").endsWith(0).out()).contains("0 of ", "Every task stays where it is.");
        assertThat(roadmap("replan", "--slip", task.group() + "=FY2030Q1")
                        .endsWith(0)
                        .out())
                .contains("1 of ", "1 task differ", task.group(), "later", "FY2030Q1");
        assertThat(roadmap("replan", "--done", task.group() + "=2026-11-20", "--adopt")
                        .endsWith(0)
                        .out())
                .contains("It is the plan in force now.");
        assertThat(roadmap("show").endsWith(0).out()).containsPattern(task.group() + ".*FY2026Q3");
        assertThat(roadmap("replan").endsWith(0).out()).contains("0 of ");
        assertThat(roadmap("replan", "--planned", task.group() + "=FY2031Q1")
                        .endsWith(0)
                        .out())
                .contains("0 of ");
        roadmap("replan", "--done", task.group() + "=2030-01-01").refuses(2, "is after 2026-11-23");
        roadmap("whatif", "--slip", "T-000000000000=FY2030Q1").refuses(2, "There is no task \"T-000000000000\"");
        roadmap("whatif", "--slip", "tomorrow").refuses(2, "Write a task and a quarter");
        roadmap("whatif", "--capacity", "dx=+1").refuses(2, "There is no team \"dx\"");
        roadmap("whatif", "--crqc", "2030").refuses(2, "Write it as 2032-06");
        assertThat(roadmap("explain", task.group()).endsWith(0).out()).contains(task.group());
        roadmap("explain", "T-1").refuses(2, "There is no task \"T-1\"");
    }
}
