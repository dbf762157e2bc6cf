package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Emphasis;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;
import java.util.OptionalInt;

/** 様式5: how far one system, or the office as a whole, is to have come by the end of a fiscal year, and how far it has. */
@Sheet(
        ja = "様式5 進捗管理表",
        en = "Form 5 Progress",
        frozen = 4,
        noteJa = "件数は各年度末までの累計。「計画」は採用した計画（roadmap plan --adopt）の作業、「実績」はそのうち終了が報告されたもの（同一の母数）。"
                + "採用後に加わった作業は「追加」に分ける。",
        noteEn =
                "Cumulated to the end of each fiscal year. \"In force\": tasks of the adopted plan (roadmap plan --adopt); \"done\":"
                        + " those of them reported as finished. Tasks that came later stand apart.")
record ProgressRow(
        @Column(ja = "番号", en = "No", width = 7, align = Align.CENTRE)
        int number,

        @Column(ja = "システムID", en = "System ID", width = 14, identity = true)
        String system,

        @Column(ja = "対象", en = "What", width = 30) Text name,

        @Column(ja = "年度", en = "Fiscal year", width = 20, align = Align.CENTRE)
        Text year,

        @Column(ja = "完了計画\n(採用した計画)", en = "In force:\nto be done", width = 14)
        OptionalInt planned,

        @Column(ja = "完了予定\n(今回の計画)", en = "This plan:\nto be done", width = 14)
        OptionalInt now,

        @Column(ja = "完了実績", en = "Done", width = 11) OptionalInt done,

        @Column(ja = "期日を過ぎた\n未完了", en = "Overdue", width = 13)
        OptionalInt overdue,

        @Column(ja = "追加された\n作業", en = "Added\ntasks", width = 12)
        OptionalInt added,

        @Column(ja = "状況", en = "State", width = 16) Word state,

        @Column(ja = "移行対象\n(件)", en = "To\nmigrate", width = 11)
        OptionalInt assets,

        @Column(ja = "移行予定\n(件)", en = "Migrated\n(planned)", width = 11)
        OptionalInt migrated,

        @Column(ja = "移行予定率\n(％)", en = "Share\n(percent)", width = 11)
        OptionalInt share,

        @Column(ja = "検出による進捗（同一範囲、採用時→現在）", en = "As scanned: same set, then and now", width = 42)
        Text scanned,

        boolean heading)
        implements Emphasis {}
