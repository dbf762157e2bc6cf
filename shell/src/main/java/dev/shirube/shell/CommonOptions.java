package dev.shirube.shell;

import dev.shirube.shell.cli.OptionSpec;

/** Options that several commands share. */
final class CommonOptions {

    /** Where findings are kept. */
    static final OptionSpec STORE = OptionSpec.value(
            "store",
            "URL",
            "where findings are kept (default: shirube.db; none: not at all)",
            "保存先（既定は shirube.db、none は保存しない）");

    /** One system only. */
    static final OptionSpec SYSTEM = OptionSpec.value("system", "ID", "this information system only", "このシステムのみ");

    private CommonOptions() {}
}
