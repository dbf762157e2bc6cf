package dev.shirube.shell;

import dev.shirube.exchange.diff.DiffWriter.State;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.store.Snapshot;
import dev.shirube.store.Windows;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Which two states a user wants to have compared.
 *
 * @param before the snapshot after which the first was known; empty where each target has its own
 * @param after the snapshot after which the second was known; empty where each target has its own
 * @param first the first day that is compared
 * @param last the last day that is compared
 */
record Compared(Windows windows, Optional<Snapshot> before, Optional<Snapshot> after, Snapshot first, Snapshot last) {

    /** How many snapshots a message lists. */
    private static final int LISTED = 12;

    static Compared of(Invocation line, Workspace workspace) {
        List<Snapshot> snapshots = workspace.snapshots();
        if (snapshots.isEmpty()) {
            throw CommandFailure.usage(
                    "There is no snapshot in this store yet. Scan the same target twice, then compare.",
                    "このストアにはまだスナップショットがありません。同じ対象を 2 回スキャンしてから比較してください。");
        }
        List<String> names = line.arguments();
        if (line.value("since").isPresent()) {
            if (!names.isEmpty()) {
                throw CommandFailure.usage(
                        "--since already says what is compared with what is known now. Leave out " + names.get(0)
                                + ", or --since.",
                        "--since は現在との比較です。" + names.get(0) + " か --since のどちらかを省いてください。");
            }
            return since(line.value("since").get(), snapshots);
        }
        if (names.isEmpty()) {
            return latest(snapshots);
        }
        Snapshot before = named(names.get(0), workspace, snapshots);
        Snapshot after = names.size() > 1 ? named(names.get(1), workspace, snapshots) : end(snapshots);
        if (before.number() > after.number()) {
            throw CommandFailure.usage(
                    before.name() + " is later than " + after.name() + ". Name the earlier one first.",
                    before.name() + " は " + after.name() + " より後のものです。先に古い方を指定してください。");
        }
        return between(before, after);
    }

    private static Compared between(Snapshot before, Snapshot after) {
        return new Compared(Windows.between(before, after), Optional.of(before), Optional.of(after), before, after);
    }

    private static Compared latest(List<Snapshot> snapshots) {
        Windows windows = Windows.latest(snapshots)
                .orElseThrow(() -> CommandFailure.usage(
                        "No target was scanned twice, so there is nothing to compare with. Scan again, or name two snapshots."
                                + listed(snapshots),
                        "2 回スキャンした対象がないため比較できません。再度スキャンするか、スナップショットを 2 つ指定してください。" + listed(snapshots)));
        return new Compared(
                windows,
                Optional.empty(),
                Optional.empty(),
                number(windows.widest().from(), snapshots),
                number(windows.widest().to(), snapshots));
    }

    private static Snapshot number(long number, List<Snapshot> snapshots) {
        return snapshots.stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElse(snapshots.get(0));
    }

    private static Compared since(String text, List<Snapshot> snapshots) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw CommandFailure.usage(
                    "--since cannot be \"" + text + "\". Give a date such as 2026-04-01.",
                    "--since に「" + text + "」は指定できません。2026-04-01 のように指定してください。");
        }
        if (Windows.since(day, snapshots).isEmpty()) {
            throw CommandFailure.usage(
                    "There is no snapshot of " + day + " or before. Choose a later date." + listed(snapshots),
                    day + " 以前のスナップショットはありません。より後の日付を指定してください。" + listed(snapshots));
        }
        long from = Windows.since(day, snapshots).get().widest().from();
        return between(number(from, snapshots), end(snapshots));
    }

    private static Snapshot end(List<Snapshot> snapshots) {
        return snapshots.get(snapshots.size() - 1);
    }

    /** The snapshot that the user means; a text that means none is wrong usage. */
    static Snapshot named(String text, Workspace workspace, List<Snapshot> snapshots) {
        return workspace
                .snapshot(text)
                .orElseThrow(() -> CommandFailure.usage(
                        "There is no snapshot \"" + text + "\". Give a name, a number, a system or SYSTEM@DATE."
                                + listed(snapshots),
                        "スナップショット「" + text + "」はありません。名前・番号・システム・SYSTEM@DATE のいずれかで指定してください。" + listed(snapshots)));
    }

    /** The latest of them, one a line. */
    private static String listed(List<Snapshot> snapshots) {
        StringBuilder text = new StringBuilder();
        int hidden = Math.max(0, snapshots.size() - LISTED);
        if (hidden > 0) {
            text.append("\n  … (").append(hidden).append(')');
        }
        snapshots
                .subList(hidden, snapshots.size())
                .forEach(it -> text.append("\n  ")
                        .append(it.number())
                        .append("  ")
                        .append(it.name())
                        .append(it.complete() ? "" : "  (incomplete, 中断)"));
        return text.toString();
    }

    static State state(Snapshot it) {
        return new State(it.number(), it.name(), it.asOf(), it.complete());
    }
}
