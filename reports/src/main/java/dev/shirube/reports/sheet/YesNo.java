package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Choice;

/** The answers to a yes-or-no question, as words. */
enum YesNo implements Choice {
    YES(new Text("可", "yes")),
    NO(new Text("不可", "no"));

    private final Text label;

    YesNo(Text label) {
        this.label = label;
    }

    static YesNo of(boolean value) {
        return value ? YES : NO;
    }

    @Override
    public Text label() {
        return label;
    }
}
