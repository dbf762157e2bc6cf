package dev.shirube.shell;

import dev.shirube.reports.format.Csv;
import dev.shirube.reports.format.ShiftJis;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import java.util.List;
import java.util.Locale;

/** {@code --encoding} of a register that is written as CSV: UTF-8, or what older software reads. */
enum CsvEncoding {
    UTF_8("utf-8"),
    CP932("cp932");

    /** The option. */
    static final OptionSpec OPTION = OptionSpec.choice(
            "encoding",
            List.of(UTF_8.id, CP932.id),
            "of CSV; cp932 is Shift_JIS, and what it cannot carry is listed",
            "CSV の文字コード（cp932 は Shift_JIS。表せない文字は一覧を表示）");

    private static final int SHOWN_LOSSES = 100;

    private final String id;

    CsvEncoding(String id) {
        this.id = id;
    }

    /** The one that was asked for, for a file of that name; a workbook has none. */
    static CsvEncoding of(Invocation line, String name) {
        boolean old = line.value(OPTION.name()).filter(CP932.id::equals).isPresent();
        if (old && name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw CommandFailure.usage(
                    "A workbook has no --encoding. Name a file ending in .csv, or leave the option out.",
                    "ブックには --encoding を指定できません。.csv のファイル名にするか、指定を外してください。");
        }
        return old ? CP932 : UTF_8;
    }

    /** Writes rows, the header among them, and lists what could not be carried. */
    void write(String name, List<List<String>> rows, Session session) {
        OutputFile file = OutputFile.named(name);
        if (this == CP932) {
            losses(rows, session);
            file.write(out -> Csv.writeShiftJis(rows, out));
        } else {
            file.write(out -> Csv.write(rows, out));
        }
    }

    private static void losses(List<List<String>> rows, Session session) {
        List<ShiftJis.Loss> losses = ShiftJis.losses(rows);
        for (ShiftJis.Loss loss : losses.subList(0, Math.min(SHOWN_LOSSES, losses.size()))) {
            String code = String.format(Locale.ROOT, "U+%04X", loss.character().codePointAt(0));
            session.console()
                    .warn(session.say(
                            "Row " + (loss.row() + 1) + ", column "
                                    + rows.get(0).get(loss.column()) + ": "
                                    + loss.character() + " (" + code + ") is not in Shift_JIS; written as "
                                    + loss.replacement(),
                            (loss.row() + 1) + " 行目「" + rows.get(0).get(loss.column()) + "」：" + loss.character() + "（"
                                    + code + "）は Shift_JIS で表せないため「" + loss.replacement() + "」としました"));
        }
        if (!losses.isEmpty()) {
            session.console()
                    .warn(session.say(
                            "Warning: " + English.count(losses.size(), "character")
                                    + " replaced. Do not import this file again: use UTF-8 for that.",
                            "警告：" + losses.size() + " 文字を置き換えました。このファイルは再取込みせず、再取込みには UTF-8 を使ってください。"));
        }
    }
}
