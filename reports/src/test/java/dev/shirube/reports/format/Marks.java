package dev.shirube.reports.format;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Mark;
import dev.shirube.reports.table.Shade;

/** Two marks for tests. */
enum Marks implements Mark {
    NOTHING(""),
    BUSY("━");

    private final String symbol;

    Marks(String symbol) {
        this.symbol = symbol;
    }

    @Override
    public Text symbol() {
        return Text.same(symbol);
    }

    @Override
    public Shade shade() {
        return symbol.isEmpty() ? Shade.EMPTY : Shade.BAR;
    }

    @Override
    public Text meaning() {
        return new Text("作業", "work");
    }
}
