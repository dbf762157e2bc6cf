package dev.shirube.shell.cli;

import dev.shirube.domain.Language;
import java.util.ArrayList;
import java.util.List;

/** Help that begins with what to type: aligned examples first, then arguments and options. */
public final class HelpPrinter {

    private static final int COLUMN_GAP = 2;

    private final List<CommandSpec> commands;
    private final Language language;

    /** Help on these commands in that language. */
    public HelpPrinter(List<CommandSpec> commands, Language language) {
        this.commands = List.copyOf(commands);
        this.language = language;
    }

    /** Help on the program, on a group, or on one command, by its words. */
    public List<String> lines(List<String> topic) {
        return commands.stream()
                .filter(it -> it.words().equals(topic))
                .findFirst()
                .map(this::command)
                .orElseGet(() -> topic.isEmpty() ? program() : group(topic.get(0)));
    }

    private List<String> program() {
        List<String> lines = new ArrayList<>();
        lines.add(language.choose(
                "しるべ：量子計算機に破られる暗号の所在を調べ、移行の工程表を作ります。",
                "Shirube finds the cryptography a quantum computer will break, and plans the road off it."));
        lines.add("");
        lines.addAll(table(List.of(
                row("shirube demo", "the whole story on a small city hall", "小さな市役所の例で全工程を実行"),
                row("shirube scan ./payroll --system payroll", "look into a source tree", "ソースツリーを調査"),
                row("shirube scan app.jar tls://host:443", "… a JAR and a server", "JAR とサーバーを調査"),
                row("shirube inventory summary", "what was found, and what was not looked at", "検出結果と未調査範囲"),
                row("shirube report xlsx --out roadmap.xlsx", "the roadmap as a spreadsheet", "工程表を Excel で出力"))));
        lines.add("");
        lines.add(heading("Commands", "コマンド"));
        List<String[]> rows = new ArrayList<>();
        for (CommandSpec command : commands) {
            rows.add(new String[] {
                (command.name() + " " + command.arguments()).strip(),
                command.description().in(language)
            });
        }
        lines.addAll(table(rows));
        lines.add("");
        lines.add(heading("Options of every command", "共通オプション"));
        lines.addAll(options(CommandSpec.GLOBAL));
        lines.add("");
        lines.add(heading("Exit codes", "終了コード"));
        lines.addAll(table(List.of(
                row("0", "done", "完了"),
                row("1", "done, and the gate asked for (or a verification) tripped", "完了。ただし --fail-on の条件（または検証）に該当"),
                row("2", "wrong usage, or nothing could be done", "使い方の誤り、または実行不能"),
                row("3", "with --strict: some input could not be read", "--strict 指定時：読めない入力があった"),
                row("4", "a fault of Shirube or of the machine", "Shirube または実行環境の障害"),
                row("130", "interrupted", "中断"))));
        return lines;
    }

    private List<String> group(String word) {
        List<String[]> rows = new ArrayList<>();
        for (CommandSpec command : commands) {
            if (command.words().get(0).equals(word)) {
                rows.add(new String[] {
                    "shirube " + (command.name() + " " + command.arguments()).strip(),
                    command.description().in(language)
                });
            }
        }
        return table(rows);
    }

    private List<String> command(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        if (!command.examples().isEmpty()) {
            List<String[]> examples = new ArrayList<>();
            command.examples()
                    .forEach(it ->
                            examples.add(new String[] {it.line(), it.meaning().in(language)}));
            lines.addAll(table(examples));
            lines.add("");
        }
        lines.add(("shirube " + command.name() + " " + command.arguments()).strip());
        lines.add("  " + command.description().in(language));
        if (!command.options().isEmpty()) {
            lines.add("");
            lines.add(heading("Options", "オプション"));
            lines.addAll(options(command.options()));
        }
        lines.add("");
        lines.add(heading("Options of every command", "共通オプション"));
        lines.addAll(options(CommandSpec.GLOBAL));
        return lines;
    }

    private List<String> options(List<OptionSpec> options) {
        List<String[]> rows = new ArrayList<>();
        for (OptionSpec option : options) {
            rows.add(new String[] {
                ("--" + option.name() + " " + option.placeholder()).strip(),
                option.description().in(language)
            });
        }
        return table(rows);
    }

    private String heading(String english, String japanese) {
        return language.choose(japanese, english) + language.choose("：", ":");
    }

    private String[] row(String left, String english, String japanese) {
        return new String[] {left, language.choose(japanese, english)};
    }

    private static List<String> table(List<String[]> rows) {
        int width = rows.stream().mapToInt(it -> Columns.width(it[0])).max().orElse(0);
        return rows.stream()
                .map(it -> "  " + Columns.pad(it[0], width + COLUMN_GAP) + it[1])
                .toList();
    }
}
