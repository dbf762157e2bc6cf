package dev.shirube.shell;

import dev.shirube.shell.cli.OptionSpec;

/** Options that several commands share. */
final class CommonOptions {

    /** Where findings are kept. */
    static final OptionSpec STORE = OptionSpec.value(
            "store",
            "URL",
            "where findings are kept: a file (default: shirube.db), jdbc:postgresql://host/database, or none",
            "保存先：ファイル（既定は shirube.db）、jdbc:postgresql://ホスト/DB、none（保存しない）");

    /** One system only. */
    static final OptionSpec SYSTEM = OptionSpec.value("system", "ID", "this information system only", "このシステムのみ");

    private CommonOptions() {}
}
