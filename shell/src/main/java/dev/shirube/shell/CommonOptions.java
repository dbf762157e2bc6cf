package dev.shirube.shell;

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

    private CommonOptions() {}
}
