package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.planner.check.ScheduleChecker;
import dev.shirube.planner.check.Violation;
import dev.shirube.planner.solver.Solution;
import dev.shirube.planner.solver.Solver;
import dev.shirube.reports.bench.BenchFormatException;
import dev.shirube.reports.bench.BenchInstance;
import dev.shirube.reports.bench.InstanceReader;
import dev.shirube.reports.bench.ScheduleReader;
import dev.shirube.reports.bench.ScheduleWriter;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code roadmap solve}: the bare solver on a scheduling problem in the bench's format. */
final class SolveCommand {
    private static final int USUAL_WORK = 20;
    private static final long SEED = 1;

    private SolveCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("roadmap solve")
                .arguments("INSTANCE", 1, 1)
                .does("schedule a problem in the bench's format, and bound it", "ベンチ形式の問題を解き、下界を示す")
                .example("shirube roadmap solve r2000.json --out plan.json", "about 20 CPU seconds", "CPU 約 20 秒")
                .option(OptionSpec.value("out", "FILE", "the plan, with its certificate", "計画（証明つき）の出力先"))
                .option(OptionSpec.number(
                        "work",
                        "effort, in about so many CPU seconds (default: 20); the same gives the same plan",
                        "探索量（CPU 秒の目安、既定 20）。同じ値なら同じ計画になる"))
                .option(OptionSpec.value(
                        "previous",
                        "FILE",
                        "an earlier plan: what can stay where it stands does",
                        "以前の計画。変えずに済む作業は動かさない"))
                .option(OptionSpec.value("certificate", "FILE", "the certificate alone", "証明のみの出力先"))
                .runs(SolveCommand::solve);
    }

    private static Exit solve(Invocation line, Session session) {
        Optional<OutputFile> out = line.value("out").map(OutputFile::named);
        Optional<OutputFile> proof = line.value("certificate").map(OutputFile::named);
        BenchInstance instance = read(line.arguments().get(0));
        int work = line.number("work").orElse(USUAL_WORK);
        Optional<List<OptionalInt>> previous = line.value("previous").map(it -> previous(it, instance));
        Solver solver = new Solver(instance.problem(), SEED, work);
        Solution solution = previous.map(solver::replan).orElseGet(solver::solve);
        refuseWrong(ScheduleChecker.check(instance.problem(), solution));
        out.ifPresent(it -> it.write(stream -> ScheduleWriter.plan(instance, solution, stream)));
        proof.ifPresent(it -> it.write(stream -> ScheduleWriter.certificate(instance, solution, stream)));
        report(solution, session);
        previous.ifPresent(it -> moved(it, solution, session));
        return Exit.DONE;
    }

    /** A plan that does not stand up to the independent checker is a fault of ours, and is not given out. */
    private static void refuseWrong(List<Violation> violations) {
        if (!violations.isEmpty()) {
            Text first = violations.get(0).text();
            throw new CommandFailure(
                    Exit.FAULT,
                    new Text(
                            "計画が検査に通りません：" + first.ja() + "。問題のファイルを添えて報告してください。",
                            "The plan does not stand up to the check: " + first.en()
                                    + ". Report this with the file of the problem."));
        }
    }

    private static BenchInstance read(String file) {
        try {
            return InstanceReader.read(Files.readAllBytes(Path.of(file)));
        } catch (BenchFormatException e) {
            throw CommandFailure.usage(
                    file + " is no scheduling problem of the bench: " + e.getMessage()
                            + ". Write it as the bench's generator does.",
                    file + " はベンチ形式の問題ではありません（" + e.getMessage() + "）。ベンチの生成器の形式で用意してください。");
        } catch (IOException | InvalidPathException e) {
            throw CommandFailure.usage(file + " cannot be read. Correct the path.", file + " を読めません。パスを確認してください。");
        }
    }

    private static List<OptionalInt> previous(String file, BenchInstance instance) {
        try {
            return ScheduleReader.read(Files.readAllBytes(Path.of(file)), instance);
        } catch (BenchFormatException e) {
            throw CommandFailure.usage(
                    file + " is no plan of the bench: " + e.getMessage() + ". Give a file that --out wrote.",
                    file + " はベンチ形式の計画ではありません（" + e.getMessage() + "）。--out で書き出したファイルを指定してください。");
        } catch (IOException | InvalidPathException e) {
            throw CommandFailure.usage(file + " cannot be read. Correct the path.", file + " を読めません。パスを確認してください。");
        }
    }

    private static void moved(List<OptionalInt> previous, Solution solution, Session session) {
        long moved = 0;
        for (int j = 0; j < previous.size(); j++) {
            moved += previous.get(j).equals(solution.starts().get(j)) ? 0 : 1;
        }
        session.console()
                .print(session.say(
                        moved + " of " + English.count(previous.size(), "task") + " moved",
                        "移動した作業 " + moved + " / " + previous.size() + " 件"));
    }

    private static void report(Solution solution, Session session) {
        long unplanned = solution.starts().stream().filter(OptionalInt::isEmpty).count();
        session.console()
                .print(new Text(
                                "目的値 " + solution.objective() + "、未計画 " + unplanned + " 件、期限超過 "
                                        + solution.missed().size() + " 件（うち不可能と証明 "
                                        + solution.impossible().size() + " 件）",
                                "objective " + solution.objective() + ", " + unplanned + " tasks left out, "
                                        + solution.missed().size() + " hard deadlines missed, of which "
                                        + solution.impossible().size() + " are proved impossible")
                        .in(session.language()));
        if (solution.bound().isPresent()) {
            long bound = solution.bound().getAsLong();
            String gap = bound <= 0
                    ? "-"
                    : String.format(Locale.ROOT, "%.2f %%", 100.0 * (solution.objective() - bound) / bound);
            session.console()
                    .print(session.say(
                            "no plan costs less than " + bound + ": at most " + gap + " above the best",
                            "どの計画も " + bound + " を下回らない：最適との差は最大 " + gap));
        }
    }
}
