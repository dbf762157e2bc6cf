package dev.shirube.shell;

import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;

/** Options that several commands share. */
final class CommonOptions {

    /** Where findings are kept. */
    static final OptionSpec STORE = OptionSpec.value(
            "store",
            "URL",
            "where findings are kept: a file (default: shirube.db), jdbc:postgresql:… or none",
            "保存先：ファイル（既定 shirube.db）、jdbc:postgresql:…、none");

    /** One system only. */
    static final OptionSpec SYSTEM = OptionSpec.value("system", "ID", "this information system only", "このシステムのみ");

    /** Look at a file to import, and keep nothing of it. */
    static final OptionSpec DRY_RUN =
            OptionSpec.flag("dry-run", "show what would change, keep nothing", "変更点の表示のみ行い、保存しない");

    /** Take what is right of a file to import. */
    static final OptionSpec PARTIAL =
            OptionSpec.flag("partial", "take the valid rows, report the others", "正しい行のみ取り込み、誤りを報告");

    /** Who declares something; the name under which the program runs where nobody is named. */
    static final OptionSpec BY = OptionSpec.value("by", "NAME", "who declares this; kept with it", "申告者（記録に残る）");

    private CommonOptions() {}

    /** The name to keep. */
    static String by(Invocation line) {
        return line.value(BY.name()).orElseGet(CommonOptions::user);
    }

    /** The name under which the program runs. */
    static String user() {
        return System.getProperty("user.name", "unknown");
    }
}
