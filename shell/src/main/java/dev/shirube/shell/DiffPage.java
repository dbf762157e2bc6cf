package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.diff.Change;
import dev.shirube.domain.diff.ChangeKind;
import dev.shirube.domain.diff.Difference;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.diff.Progress;
import dev.shirube.domain.diff.Progress.Share;
import dev.shirube.domain.diff.Purpose;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Terminals;
import dev.shirube.store.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison for people: numbers by system, progress, then the changes; on a terminal no line is longer than it. */
final class DiffPage {

    private static final int WIDTH = 79;
    private static final String INDENT = "    ";
    private static final String ELLIPSIS = "…";
    private static final List<String> OF_PLACE = List.of("line", "location");

    private final Session session;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final boolean terminal = Terminals.out();

    DiffPage(Session session) {
        this.session = session;
    }

    void print(Compared compared, InventoryDiff diff, List<? extends Change> changes) {
        head(compared);
        numbers(diff);
        progress(diff.progress());
        if (changes.isEmpty()) {
            line("");
            line(session.say("No change in what was looked at.", "調査した範囲に変化はありません。"));
            return;
        }
        line("");
        List<List<String>> rows = changes.stream().map(this::row).toList();
        List<String> wide = Columns.align(rows);
        if (!terminal || wide.stream().allMatch(it -> Columns.width(it) <= WIDTH)) {
            wide.forEach(this::line);
            return;
        }
        List<String> short1 =
                Columns.align(rows.stream().map(it -> it.subList(0, 3)).toList());
        for (int i = 0; i < rows.size(); i++) {
            Columns.wrap(short1.get(i), WIDTH).forEach(this::line);
            if (!rows.get(i).get(3).isEmpty()) {
                line(INDENT + shortened(rows.get(i).get(3), WIDTH - INDENT.length()));
            }
        }
    }

    private void line(String text) {
        session.console().print(text);
    }

    private void wrapped(String text) {
        (terminal ? Columns.wrap(text, WIDTH) : List.of(text)).forEach(this::line);
    }

    private void head(Compared compared) {
        if (compared.before().isEmpty()) {
            wrapped(session.say(
                    "The last two scans of each target, until "
                            + compared.last().name(),
                    "各対象の直近 2 回のスキャンの比較（最新：" + compared.last().name() + "）"));
        } else {
            wrapped(session.say("From ", "前：") + named(compared.first()));
            wrapped(session.say("to   ", "後：") + named(compared.last()));
        }
        line("");
    }

    private String named(Snapshot it) {
        return it.name() + " (#" + it.number() + ", " + it.asOf() + ")"
                + (it.complete() ? "" : session.say(", interrupted", "、中断"));
    }

    private void numbers(InventoryDiff diff) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        header.add(session.say("system", "システム"));
        for (ChangeKind kind : ChangeKind.values()) {
            header.add(kind.label().in(session.language()));
        }
        rows.add(header);
        diff.numbers().forEach((system, numbers) -> rows.add(row(system, numbers)));
        for (String text : Columns.align(rows)) {
            line(terminal ? shortened(text, WIDTH) : text);
        }
    }

    private static List<String> row(String system, Map<ChangeKind, Long> numbers) {
        List<String> row = new ArrayList<>();
        row.add(system);
        for (ChangeKind kind : ChangeKind.values()) {
            row.add(String.valueOf(numbers.getOrDefault(kind, 0L)));
        }
        return row;
    }

    /** All systems by purpose; each system in one row where there are several. */
    private void progress(List<Progress> all) {
        line("");
        line(session.say("migrated to post-quantum cryptography:", "耐量子化の進捗："));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                session.say("same set", "同一範囲"),
                session.say("added", "追加"),
                session.say("classical gone", "従来暗号の解消"),
                session.say("everything", "全体")));
        long systems = all.stream()
                .filter(it -> it.system().isPresent() && it.purpose().isEmpty())
                .count();
        for (Progress it : all) {
            boolean shown = it.system().isEmpty() || it.purpose().isEmpty() && systems > 1;
            if (shown) {
                rows.add(List.of(
                        it.system()
                                .orElseGet(() -> it.purpose()
                                        .map(Purpose::label)
                                        .map(label -> "  " + label.in(session.language()))
                                        .orElseGet(() -> session.say("all", "合計"))),
                        shares(it.sameBefore(), it.sameAfter()),
                        String.valueOf(it.added()),
                        String.valueOf(it.removed()),
                        shares(it.plainBefore(), it.plainAfter())));
            }
        }
        for (String text : Columns.align(rows)) {
            line(terminal ? shortened(text, WIDTH) : text);
        }
        wrapped(session.say(
                "same set: uses that both looked at, " + all.get(0).sameBefore().total() + " before and "
                        + all.get(0).sameAfter().total() + " after (with "
                        + all.get(0).added()
                        + " added); gone counts as migrated. everything: all that was known, "
                        + all.get(0).plainBefore().total() + " and "
                        + all.get(0).plainAfter().total()
                        + "; unresolved: " + all.get(0).unknown() + ".",
                "同一範囲：前後とも調査した利用箇所（前 " + all.get(0).sameBefore().total() + " 件、後 "
                        + all.get(0).sameAfter().total() + " 件、うち追加 "
                        + all.get(0).added()
                        + " 件）。消滅は移行済みに数える。全体：把握済みの全箇所（前 "
                        + all.get(0).plainBefore().total() + " 件、後 "
                        + all.get(0).plainAfter().total() + " 件）。ほかに未解決 "
                        + all.get(0).unknown() + " 件。"));
    }

    private static String shares(Share before, Share after) {
        return share(before) + " -> " + share(after);
    }

    private static String share(Share it) {
        return it.migrated() + "/" + it.total()
                + it.permille()
                        .map(value -> String.format(Locale.ROOT, " %d.%d%%", value / 10, value % 10))
                        .orElse("");
    }

    /** Kind, system, what, where. */
    private List<String> row(Change change) {
        String what;
        String where = "";
        if (change instanceof Change.OfOccurrence it) {
            what = what(it);
            where = where(it);
        } else if (change instanceof Change.OfAsset it) {
            what = AssetNames.name(registry, it.asset())
                    + it.function().map(function -> " " + function.id()).orElse("")
                    + mark(it.asset());
            where = it.occurrencesBefore() + " -> " + it.occurrencesAfter() + session.say(" places", " 箇所")
                    + (it.unseen() > 0 ? session.say(", not looked at: ", "、未調査：") + it.unseen() : "")
                    + verdicts(it.differences());
        } else {
            what = listed(change.differences());
        }
        return List.of(change.kind().label().in(session.language()), change.system(), what, where);
    }

    private static String verdicts(List<Difference> differences) {
        String text = differences.stream()
                .filter(it -> !it.field().equals("occurrences"))
                .map(it -> it.field() + " " + it.before() + " -> " + it.after())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : ", " + text;
    }

    private String what(Change.OfOccurrence it) {
        String after = AssetNames.name(registry, it.finding().asset());
        String before = it.before()
                .map(Finding::asset)
                .map(asset -> AssetNames.name(registry, asset))
                .orElse(after);
        String names = before.equals(after) ? after : before + " -> " + after;
        String rest = before.equals(after) ? told(it.differences()) : "";
        return names + " " + it.finding().function().id() + mark(it.finding().asset()) + rest;
    }

    /** Of an asset that keeps its name what else changed; ids and places are told elsewhere. */
    private static String told(List<Difference> differences) {
        String text = differences.stream()
                .filter(it -> !OF_PLACE.contains(it.field()) && !it.field().equals("asset"))
                .map(it -> it.field() + ": " + (it.before().isEmpty() ? "-" : it.before()) + " -> "
                        + (it.after().isEmpty() ? "-" : it.after()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private String listed(List<Difference> differences) {
        return differences.stream()
                .map(it -> it.field() + ": " + or(it.before()) + " -> " + or(it.after()))
                .collect(Collectors.joining(", "));
    }

    private String or(String value) {
        return value.isEmpty() ? session.say("unknown", "不明") : value;
    }

    private String mark(CryptoAsset asset) {
        return registry.threat(asset) == QuantumThreat.VULNERABLE ? session.say(" [vulnerable]", " 【脆弱】") : "";
    }

    private static String where(Change.OfOccurrence it) {
        String after = it.finding().occurrence().place();
        String before = it.before().map(was -> was.occurrence().place()).orElse(after);
        if (before.equals(after)) {
            return after;
        }
        boolean sameFile = it.before()
                .orElseThrow()
                .occurrence()
                .location()
                .equals(it.finding().occurrence().location());
        return sameFile
                ? before + " -> "
                        + after.substring(it.finding().occurrence().location().length())
                : before + " -> " + after;
    }

    /** The end of a text, of a path that is the file; its beginning is cut. */
    private static String shortened(String text, int cells) {
        if (Columns.width(text) <= cells) {
            return text;
        }
        int from = 0;
        while (Columns.width(text.substring(from)) > cells - 1) {
            from = text.offsetByCodePoints(from, 1);
        }
        return ELLIPSIS + text.substring(from);
    }
}
