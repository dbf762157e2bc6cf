package dev.shirube.reports.format;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Choice;

/** A list of choices for tests. */
enum Colour implements Choice {
    RED(new Text("赤", "red")),
    BLUE(new Text("青", "blue"));

    private final Text label;

    Colour(Text label) {
        this.label = label;
    }

    @Override
    public Text label() {
        return label;
    }
}
