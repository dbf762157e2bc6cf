package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Mark;
import dev.shirube.reports.table.Shade;

/** What a quarter of the 工程表 shows; every mark has a symbol, so that it can be read without colour. */
enum GanttMark implements Mark {
    NONE("", Shade.EMPTY, "", ""),
    WORK("━", Shade.BAR, "作業", "work"),
    WORK_DUE("◆", Shade.BAR, "作業・期限", "work, deadline"),
    LATE("!", Shade.ALERT, "期限後の作業", "past deadline"),
    WAIT(new Text("待", "W"), Shade.HATCHED, new Text("外部待ち", "waiting")),
    SUMMARY("━", Shade.SUMMARY, "システム全体", "whole system"),
    SUMMARY_RENEWAL("◇", Shade.SUMMARY, "全体・更改年度", "system, renewal"),
    DUE("◆", Shade.POINT, "期限", "deadline"),
    RENEWAL("◇", Shade.POINT, "更改年度", "renewal year"),
    MILESTONE("★", Shade.POINT, "マイルストーン", "milestone");

    private final Text symbol;
    private final Shade shade;
    private final Text meaning;

    GanttMark(String symbol, Shade shade, String japanese, String english) {
        this(Text.same(symbol), shade, new Text(japanese, english));
    }

    GanttMark(Text symbol, Shade shade, Text meaning) {
        this.symbol = symbol;
        this.shade = shade;
        this.meaning = meaning;
    }

    @Override
    public Text symbol() {
        return symbol;
    }

    @Override
    public Shade shade() {
        return shade;
    }

    @Override
    public Text meaning() {
        return meaning;
    }
}
