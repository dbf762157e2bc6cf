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
        noteJa = "四半期は4月始まりの年度による（1Q＝4〜6月）。根拠の全文は「様式4付表 作業の根拠」。",
        noteEn = "Quarters of the fiscal year from April (Q1: April to June). All reasons in full: \"Form 4 Annex"
                + " Reasons\".")
record TaskRow(
        @Column(ja = "WBS\n番号", en = "WBS", width = 7, align = Align.CENTRE)
        String wbs,

        @Column(ja = "システムID", en = "System ID", width = 12) String system,
        @Column(ja = "作業", en = "Task", width = 34) Text work,
        @Column(ja = "移行先", en = "Replacement", width = 22) List<Text> targets,
        @Column(ja = "種別", en = "Kind", width = 15) Text kind,
        @Column(ja = "用途", en = "Function", width = 16) Text function,
        @Column(ja = "担当", en = "Team", width = 13) String team,

        @Column(ja = "先行\n作業", en = "After", width = 7, align = Align.CENTRE)
        List<String> predecessors,

        @Column(ja = "工数\n(人日)", en = "Person\ndays", width = 8)
        OptionalInt personDays,

        @Column(ja = "開始\n予定", en = "Planned\nstart", width = 9, align = Align.CENTRE)
        Text start,

        @Column(ja = "終了\n予定", en = "Planned\nend", width = 9, align = Align.CENTRE)
        Text finish,

        @Column(ja = "期限", en = "Deadline", width = 11) Optional<LocalDate> deadline,
        @Column(ja = "見通し", en = "Outlook", width = 12) Optional<Word> outlook,

        @Column(ja = "点数", en = "Score", width = 8, align = Align.CENTRE)
        String score,

        @Column(ja = "四半期", en = "Quarter", width = 3) List<GanttMark> quarters,

        @Column(ja = "主な根拠", en = "Main reasons", width = 32)
        List<Text> reasons,

        boolean heading)
        implements Emphasis {}
