package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Severity;
import dev.shirube.engine.Limits;
import dev.shirube.engine.PathFilter;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.ProgressBar;
import dev.shirube.shell.cli.Session;
import dev.shirube.standard.StandardScanner;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code scan}: targets into the store. */
final class ScanCommands {

    private static final int LONGEST_DEADLINE = 60;
    private static final int MILLIS = 1_000;

    private ScanCommands() {}

    static List<CommandSpec> all() {
        return List.of(CommandSpec.named("scan")
                .arguments("TARGET...", 1, Integer.MAX_VALUE)
                .does("look into targets and keep what is found", "対象を調べ、結果を保存する")
                .example("shirube scan ./payroll --system payroll", "a source tree", "ソースツリー")
                .example("shirube scan app.jar lib/", "an archive and a folder", "アーカイブとフォルダー")
                .example("shirube scan repo.git#v2.1", "a Git revision, without a checkout", "Git の特定の版（チェックアウト不要）")
                .example("shirube scan repo.git --history", "and every key that was ever committed", "過去にコミットされた鍵も調べる")
                .example(
                        "shirube scan tls://www.example.go.jp",
                        "a TLS server, at most 6 connections",
                        "TLS サーバー（最大 6 接続）")
                .example(
                        "shirube scan tls://192.0.2.0/28:443 ssh://[2001:db8::]/125",
                        "blocks of addresses; ranges as in 192.0.2.1-20",
                        "アドレスブロック（192.0.2.1-20 のような範囲も可）")
                .example(
                        "shirube scan tls://mail.example.go.jp?starttls=smtp --plan full",
                        "all that a mail server speaks after STARTTLS",
                        "STARTTLS 後のメールサーバーの全機能")
                .example(
                        "shirube scan @targets.txt --yes --rate 20",
                        "one target a line, 20 connections a second",
                        "1 行に 1 件の一覧、毎秒 20 接続")
                .example("shirube scan . --store none --out - --format jsonl", "to a pipe, keeping nothing", "保存せずパイプへ")
                .options(options())
                .runs(ScanCommands::scan));
    }

    private static List<OptionSpec> options() {
        return List.of(
                OptionSpec.value(
                        "system",
                        "ID",
                        "the information system the findings belong to (default: unassigned)",
                        "所属する情報システム（既定は unassigned）"),
                CommonOptions.STORE,
                OptionSpec.value(
                        "out", "FILE", "also write this scan's result; format by ending", "この結果をファイルにも出力（形式は拡張子）"),
                OptionSpec.flag(
                        "history",
                        "Git: also keys and certificates that were ever committed, and who signed",
                        "Git：過去の全コミットの鍵・証明書と、コミット・タグの署名も調べる"),
                OptionSpec.value(
                        "since",
                        "REV",
                        "Git: only what differs from that revision (commits, not the work tree)",
                        "Git：指定した版から変わった部分のみ（コミットが対象、作業ツリーは対象外）"),
                OptionSpec.choice("format", ScanOutput.FORMATS, "format for --out -", "--out - の形式"),
                OptionSpec.values("include", "GLOB", "only paths that match", "一致するパスのみ"),
                OptionSpec.values("exclude", "GLOB", "leave out paths that match", "一致するパスを除外"),
                OptionSpec.choice(
                        "tests", List.of("include", "tag", "skip"), "test code (default: tag)", "テストコードの扱い（既定は tag）"),
                OptionSpec.value("policy", "PACK", "policy pack for --fail-on", "--fail-on に使う方針"),
                OptionSpec.choice("fail-on", Gate.CONDITIONS, "exit 1 if …", "該当すれば終了コード 1"),
                OptionSpec.flag("strict", "exit 3 if some input could not be read", "読めない入力があれば終了コード 3"),
                OptionSpec.value("password-file", "FILE", "candidate passwords, one a line", "パスワード候補（1 行に 1 件）"),
                OptionSpec.choice(
                        "plan",
                        List.of("triage", "full", "deep"),
                        "endpoints: how much (default: triage)",
                        "接続先の調査の深さ（既定は triage）"),
                OptionSpec.number(
                        "rate",
                        "endpoints: connections a second, all together (default: 100)",
                        "接続先：全体の毎秒接続数（既定は 100）"),
                OptionSpec.number(
                        "rate-per-host",
                        "endpoints: connections a second to one address (default: 10)",
                        "接続先：1 アドレスあたりの毎秒接続数（既定は 10）"),
                OptionSpec.number(
                        "deadline",
                        "endpoints: seconds that one connection may take (default: 8)",
                        "接続先：1 接続にかけてよい秒数（既定は 8）"),
                OptionSpec.flag("yes", "do not ask before connecting", "接続前に確認しない"),
                OptionSpec.number("threads", "threads (default: all cores)", "スレッド数（既定は全コア）"),
                OptionSpec.value(
                        "cache",
                        "DIR",
                        "where unchanged files are remembered (default: beside the store; none: nowhere)",
                        "未変更ファイルの記録先（既定はストアの隣、none は記録しない）"),
                OptionSpec.flag("rehash", "read files again that seem unchanged", "未変更に見えるファイルも読み直して確かめる"),
                OptionSpec.flag("resume", "continue an interrupted scan", "中断したスキャンを続ける"));
    }

    private static Exit scan(Invocation line, Session session) {
        ScanOutput output = ScanOutput.of(line);
        Gate gate = Gate.of(line, session);
        List<ScanTarget> targets =
                new TargetParser(plan(line), line.has("history"), line.value("since")).parse(line.arguments());
        String system = line.value("system").orElse(InformationSystem.UNASSIGNED);
        Pace pace = pace(line);
        if (!confirmed(targets, pace, line, session)) {
            return Exit.DONE;
        }
        AtomicBoolean cancelled = Interruption.watch();
        ProgressBar progress =
                new ProgressBar(session.console(), session.say("scanning", "調査中"), session.say("endpoints", "接続先"));
        ScanContext context = context(line, session, cancelled).withListener(progress);
        ScanTally tally = new ScanTally();
        try (Workspace kept = Workspaces.open(line, session);
                Caches caches = Caches.open(line, session);
                Workspace whole = output.wanted() || gate.wanted() ? new MemoryWorkspace(kept.mapping()) : kept) {
            Workspace into = whole == kept ? kept : new TeeWorkspace(kept, whole);
            new ScanRun(into, StandardScanner.create(), context, tests(line), caches, pace, progress::endpoints)
                    .scan(targets, system, line.has("resume"), tally);
            progress.close();
            output.write(whole, session);
            if (!output.toStdout()) {
                new ScanSummary(session).print(tally);
            }
            return outcome(line, session, tally, gate, whole, cancelled);
        } finally {
            progress.close();
        }
    }

    private static Exit outcome(
            Invocation line, Session session, ScanTally tally, Gate gate, Workspace whole, AtomicBoolean cancelled) {
        if (cancelled.get()) {
            session.console()
                    .warn(session.say(
                            "interrupted; what was kept stays. Go on with --resume.",
                            "中断しました。保存済みの結果は残ります。--resume で続行できます。"));
            return Exit.INTERRUPTED;
        }
        Exit judged = gate.wanted() && gate.trips(whole, session) ? Exit.GATE : Exit.DONE;
        int unreadable = tally.diagnostics(Severity.ERROR);
        if (unreadable == 0) {
            return judged;
        }
        session.console()
                .warn(session.say(
                        "warning: " + English.count(unreadable, "input") + " could not be read",
                        "警告：読めない入力が " + unreadable + " 件ありました"));
        return line.has("strict") ? Exit.UNREADABLE : judged;
    }

    static ScanContext context(Invocation line, Session session, AtomicBoolean cancelled) {
        int threads = line.number("threads").orElse(Runtime.getRuntime().availableProcessors());
        if (threads < 1) {
            throw CommandFailure.usage(
                    "--threads cannot be 0. Give at least 1.", "--threads に 0 は指定できません。1 以上を指定してください。");
        }
        return new ScanContext(
                session.asOf(),
                Limits.STANDARD,
                threads,
                new PathFilter(line.values("include"), line.values("exclude")),
                PasswordFile.read(line.value("password-file")),
                dev.shirube.engine.ScanListener.SILENT,
                cancelled);
    }

    private static ProbePlan plan(Invocation line) {
        return ProbePlan.valueOf(line.value("plan").orElse("triage").toUpperCase(Locale.ROOT));
    }

    private static ScanRun.Tests tests(Invocation line) {
        return ScanRun.Tests.valueOf(line.value("tests").orElse("tag").toUpperCase(Locale.ROOT));
    }

    private static Pace pace(Invocation line) {
        return new Pace(
                rate(line, "rate", Pace.STANDARD.perSecond()),
                rate(line, "rate-per-host", Pace.STANDARD.perHostPerSecond()),
                deadline(line));
    }

    private static OptionalInt deadline(Invocation line) {
        OptionalInt seconds = line.number("deadline");
        if (seconds.isPresent() && (seconds.getAsInt() < 1 || seconds.getAsInt() > LONGEST_DEADLINE)) {
            throw CommandFailure.usage(
                    "--deadline takes 1 to " + LONGEST_DEADLINE + " seconds, not " + seconds.getAsInt() + ".",
                    "--deadline は 1～" + LONGEST_DEADLINE + " 秒で指定してください（" + seconds.getAsInt() + " は不可）。");
        }
        return seconds.isPresent() ? OptionalInt.of(seconds.getAsInt() * MILLIS) : OptionalInt.empty();
    }

    private static int rate(Invocation line, String option, int usual) {
        int rate = line.number(option).orElse(usual);
        if (rate < 1) {
            throw CommandFailure.usage(
                    "--" + option + " cannot be 0. Give at least 1 connection a second.",
                    "--" + option + " に 0 は指定できません。毎秒 1 以上を指定してください。");
        }
        return rate;
    }

    /** Says how many connections will be made and how long that takes, and asks on a terminal. */
    private static boolean confirmed(List<ScanTarget> targets, Pace pace, Invocation line, Session session) {
        EndpointEstimate estimate = EndpointEstimate.of(targets, pace);
        if (estimate.endpoints() == 0) {
            return true;
        }
        session.console().advise(estimate.text().in(session.language()));
        return line.has("yes") || Interruption.agrees(session);
    }
}
