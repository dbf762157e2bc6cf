package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.check.ScheduleChecker;
import dev.shirube.planner.solver.Solver;
import dev.shirube.reports.bench.BenchInstance;
import dev.shirube.reports.bench.InstanceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan within the declared money and calendars, explained, supposed otherwise and handed to whoever checks it. */
class OfficeRoadmapTest {

    @TempDir
    Path folder;

    private ShirubeProcess run(String... words) throws IOException {
        String[] line = new String[words.length + 4];
        System.arraycopy(words, 0, line, 0, words.length);
        System.arraycopy(new String[] {"--lang", "en", "--as-of", "2026-11-23"}, 0, line, words.length, 4);
        return ShirubeProcess.run(folder, line);
    }

    @Test
    void moneyBindsIsNamedAndCanBeSupposed() throws Exception {
        Files.writeString(
                folder.resolve("A.java"),
                "class A { void a() throws Exception {\n"
                        + "java.security.Signature.getInstance(\"SHA256withECDSA\"); } }\n");
        Files.writeString(folder.resolve("systems.csv"), "システムID,情報システム名,担当部局,担当チーム\npay,給与,総務課,dx\n");
        Files.writeString(
                folder.resolve("office.csv"),
                "種別,ID,通常の人日,単位期間,予算科目,担当部局,年度,金額(円),作業種別,単位,人日(標準),円(標準)\n"
                        + "体制,dx,240,年度,,,,,,,,\n"
                        + "予算,,,,soumu,総務課,2027,1000000,,,,\n"
                        + "予算,,,,soumu,総務課,2028,3000000,,,,\n"
                        + "工数,,,,,,,,code,件,20,3000000\n");
        run("systems", "import", "systems.csv").endsWith(0);
        run("resources", "import", "office.csv").endsWith(0);
        run("scan", "A.java", "--system", "pay", "--quiet").endsWith(0);

        String plan = run("roadmap", "plan", "--instance", "i.json", "--schedule", "s.json")
                .endsWith(0)
                .out();
        Matcher task = Pattern.compile("(T-[0-9a-f]{12}) +pay +FY2028Q1").matcher(plan);
        assertThat(task.find()).as(plan).isTrue();
        assertThat(plan).contains("Placed within the declared budgets");
        BenchInstance exported = InstanceReader.read(Files.readAllBytes(folder.resolve("i.json")));
        assertThat(exported.pools()).containsExactly("soumu");
        assertThat(ScheduleChecker.check(exported.problem(), new Solver(exported.problem(), 1, 3).solve()))
                .isEmpty();
        assertThat(Files.readString(folder.resolve("s.json")))
                .contains("\"" + task.group(1) + "\":", "\"certificate\":", exported.sha256());

        assertThat(run("roadmap", "explain", task.group(1)).endsWith(0).out())
                .contains("budget: budget soumu lacks 500,000 yen in FY2027")
                .contains("with 1,000,000 yen more of budget soumu in FY2027")
                .contains("It would stand in FY2027");
        assertThat(run("roadmap", "whatif", "--budget", "soumu:2027:+2000000")
                        .endsWith(0)
                        .out())
                .contains("earlier", "FY2028Q1");
        assertThat(run("roadmap", "whatif", "--deadline", "pay=2027-09-30")
                        .endsWith(0)
                        .out())
                .contains("LATE now");
        run("roadmap", "whatif", "--budget", "zeimu:2027:1").refuses(2, "There is no budget \"zeimu\"");
        run("roadmap", "whatif", "--budget", "lots").refuses(2, "Write a budget, a fiscal year and yen");
        run("roadmap", "whatif", "--release", "HSM=2027-04-01").refuses(2, "There is no release of \"HSM\"");
        run("roadmap", "whatif", "--deadline", "tomorrow").refuses(2, "Write a name and a day");
        run("roadmap", "whatif", "--deadline", "hr=2027-09-30").refuses(2, "no task or system \"hr\"");
    }
}
