package dev.shirube.reports.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.planner.solver.Solution;
import dev.shirube.planner.solver.Solver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchFormatTest {
    /** The second waits for the first, the freeze keeps its end out of the third period, and the team does one at a time. */
    private static final String SMALL = """
            {"format":"shirube-roadmap-instance/1","name":"small","periods":4,"periods_per_year":2,"year_of_period":[0,0,1,1],
             "teams":[{"id":"T","capacity":[1,1,1,1]}],"pools":[{"id":"D","budget":[5,5]}],
             "calendars":[{"id":"C","finish_allowed":[1,1,0,1]}],
             "tasks":[
              {"id":"a","kind":"app","system":"S","duration":2,"demand":[["T",1]],"pool":"D","cost":[3,2],"release":0,
               "latest_start":null,"calendar":null,"deadline":3,"weight":2,"steps":[[2,1,10]],"drop_penalty":9,"preds":[]},
              {"id":"b","kind":"endpoint","system":"S","duration":1,"demand":[["T",1]],"pool":null,"cost":[0],"release":0,
               "latest_start":null,"calendar":"C","deadline":null,"weight":3,"steps":[],"drop_penalty":9,"preds":[["a",0]]}]}
            """;

    private static BenchInstance read(String json) throws BenchFormatException {
        return InstanceReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void solvesWhatItReads() throws Exception {
        BenchInstance small = read(SMALL);
        assertThat(small.tasks()).containsExactly("a", "b");
        Solution solution = new Solver(small.problem(), 1, 0.1).solve();
        assertThat(solution.starts()).containsExactly(OptionalInt.of(0), OptionalInt.of(3));
        assertThat(solution.objective()).isEqualTo(2 * 2 + 3 * 4);
        assertThat(solution.missed()).isEmpty();
    }

    @Test
    void writesThePlanAndItsCertificate() throws Exception {
        BenchInstance small = read(SMALL);
        Solution solution = new Solver(small.problem(), 1, 0.1).solve();
        String plan = plan(small, solution);
        assertThat(plan)
                .startsWith("{\"format\":\"shirube-roadmap-schedule/1\",\"instance\":\"small\",\"instance_sha256\":\""
                        + small.sha256()
                        + "\",\"objective\":16,\"starts\":{\"a\":0,\"b\":3},\"certificate\":{\"scale\":1000,")
                .endsWith("}}\n");
        assertThat(plan(small, new Solver(small.problem(), 1, 0.1).solve())).isEqualTo(plan);
    }

    private static String plan(BenchInstance instance, Solution solution) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScheduleWriter.plan(instance, solution, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"periods\":4 | \"periods\":0 | periods",
                "\"id\":\"b\" | \"id\":\"a\" | stands twice",
                "[\"a\",0] | [\"c\",0] | nothing is called c",
                "[\"a\",0] | [\"b\",0] | circle",
                "\"budget\":[5,5] | \"budget\":[5] | 2 numbers",
                "\"duration\":1 | \"duration\":true | duration",
                "\"weight\":3 | \"weight\":-3 | weight",
                "instance/1 | instance/2 | format",
                "\"preds\":[] | \"preds\":[ | no JSON",
                "\"release\":0 | \"release\":0,\"release\":1 | no JSON at line 5"
            })
    void saysWhatIsWrong(String right, String wrong, String told) {
        assertThatThrownBy(() -> read(SMALL.replaceFirst(
                        java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong))))
                .isInstanceOf(BenchFormatException.class)
                .hasMessageContaining(told);
    }

    @Test
    void quotesNothingOfAFileThatWasNamedByMistake() {
        assertThatThrownBy(() -> read("hunter2 is no JSON"))
                .isInstanceOf(BenchFormatException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageContaining("line 1");
    }
}
