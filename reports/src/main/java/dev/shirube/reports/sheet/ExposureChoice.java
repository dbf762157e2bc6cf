package dev.shirube.reports.sheet;

import dev.shirube.domain.Exposure;
import dev.shirube.domain.Text;
import dev.shirube.reports.table.Choice;

/** The exposures an owner chooses from, as words. */
enum ExposureChoice implements Choice {
    INTERNET(new Text("インターネット", "internet")),
    PARTNER(new Text("取引先等", "partner")),
    INTERNAL(new Text("内部", "internal")),
    ISOLATED(new Text("閉域", "isolated"));

    private final Text label;

    ExposureChoice(Text label) {
        this.label = label;
    }

    static ExposureChoice of(Exposure exposure) {
        return switch (exposure) {
            case INTERNET -> INTERNET;
            case PARTNER -> PARTNER;
            case INTERNAL -> INTERNAL;
            case ISOLATED -> ISOLATED;
        };
    }

    @Override
    public Text label() {
        return label;
    }
}
