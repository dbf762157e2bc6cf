package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Emphasis;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** 様式4: one task of the roadmap with its bar, or the heading of a system's tasks, or a milestone. */
@Sheet(
        ja = "様式4 工程表",
        en = "Form 4 Roadmap",
        frozen = 4,
        noteJa = "四半期は4月始まりの年度による（1Q＝4〜6月）。根拠の全文は「様式4付表 作業の根拠」。黄色の欄は担当が記入し、shirube report read で取り込む。",
        noteEn = "Quarters of the fiscal year from April (Q1: April to June). All reasons in full: \"Form 4 Annex"
                + " Reasons\". Those who do the work fill in the yellow cells; shirube report read takes them back.")
record TaskRow(
        @Column(ja = "WBS\n番号", en = "WBS", width = 7, align = Align.CENTRE, key = "wbs", link = "reason")
        String wbs,

        @Column(ja = "システムID", en = "System ID", width = 12, key = "plan", link = "system")
        String system,

        @Column(ja = "作業", en = "Task", width = 32) Text work,
        @Column(ja = "移行先", en = "Replacement", width = 18) List<Text> targets,
        @Column(ja = "種別", en = "Kind", width = 12) Text kind,
        @Column(ja = "用途", en = "Function", width = 12) Text function,
        @Column(ja = "担当", en = "Team", width = 11) String team,

        @Column(
                ja = "担当者",
                en = "Assignee",
                width = 9,
                input = true,
                noteJa = "作業を行う者又は係。",
                noteEn = "Who does it: a person or a desk.")
        String assignee,

        @Column(ja = "先行\n作業", en = "After", width = 7, align = Align.CENTRE)
        List<String> predecessors,

        @Column(ja = "工数\n(人日)", en = "Person\ndays", width = 8)
        OptionalInt personDays,

        @Column(
                ja = "工数見直し\n(人日)",
                en = "Revised\ndays",
                width = 9,
                input = true,
                align = Align.CENTRE,
                noteJa = "作業全体の工数を見直す場合のみ。次の計画は標準の見積りに代えてこれを使う。",
                noteEn = "The whole work by your own estimate; the next plan uses it instead of the table's.")
        Optional<Integer> revisedDays,

        @Column(ja = "開始\n予定", en = "Planned\nstart", width = 9, align = Align.CENTRE)
        Text start,

        @Column(ja = "終了\n予定", en = "Planned\nend", width = 9, align = Align.CENTRE)
        Text finish,

        @Column(
                ja = "開始指定",
                en = "Start in",
                width = 8,
                input = true,
                align = Align.CENTRE,
                noteJa = "この四半期に始める場合のみ（例：R10-2Q）。可能な限り次の計画はここに置く。",
                noteEn =
                        "Only if it is to start in that quarter, for example FY2028 Q2; the next plan keeps to it where it can.")
        Text startIn,

        @Column(
                ja = "開始実績",
                en = "Begun on",
                width = 10,
                input = true,
                noteJa = "着手した日。",
                noteEn = "The day on which work began.")
        Optional<LocalDate> begun,

        @Column(
                ja = "終了実績",
                en = "Finished on",
                width = 10,
                input = true,
                noteJa = "完了した日。",
                noteEn = "The day on which it was finished.")
        Optional<LocalDate> finished,

        @Column(
                ja = "状況",
                en = "Status",
                width = 9,
                input = true,
                noteJa = "○ 完了には終了実績、△ 対応中には開始実績が必要。",
                noteEn = "Done needs the day it was finished, under way the day it began.")
        Optional<StatusChoice> status,

        @Column(ja = "期限", en = "Deadline", width = 11) Optional<LocalDate> deadline,
        @Column(ja = "見通し", en = "Outlook", width = 12) Optional<Word> outlook,

        @Column(ja = "点数", en = "Score", width = 8, align = Align.CENTRE)
        String score,

        @Column(ja = "四半期", en = "Quarter", width = 3) List<GanttMark> quarters,

        @Column(ja = "主な根拠", en = "Main reasons", width = 28)
        List<Text> reasons,

        @Column(
                ja = "備考",
                en = "Remarks",
                width = 16,
                input = true,
                noteJa = "確認したいこと、遅れの理由など。",
                noteEn = "What is to be confirmed, why it is late, and the like.")
        String note,

        @Column(ja = "作業ID", en = "Task ID", width = 16, identity = true)
        String id,

        boolean heading)
        implements Emphasis {

    /** Only tasks are filled in: neither systems nor milestones. */
    @Override
    public boolean fillable() {
        return !id.isEmpty();
    }
}
