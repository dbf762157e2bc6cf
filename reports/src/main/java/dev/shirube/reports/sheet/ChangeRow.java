package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;

/** 別紙2: one task, asset or system that is other than when the plan in force was adopted. */
@Sheet(
        ja = "別紙2 年次差分",
        en = "Annex 2 Changes",
        frozen = 3,
        noteJa = "採用した計画（roadmap plan --adopt）と今回の計画の作業ごとの差分、続いて検出結果と台帳の差分。箇所ごとの差分は shirube inventory diff による。",
        noteEn = "Task by task, this plan against the one in force (roadmap plan --adopt); then what changed in"
                + " findings and register. Place by place: shirube inventory diff.")
record ChangeRow(
        @Column(ja = "番号", en = "No", width = 7, align = Align.CENTRE)
        int number,

        @Column(ja = "区分", en = "What", width = 16) Word kind,
        @Column(ja = "システムID", en = "System ID", width = 14) String system,

        @Column(ja = "作業", en = "WBS", width = 9, align = Align.CENTRE)
        String wbs,

        @Column(ja = "内容", en = "Task", width = 44) Text work,

        @Column(ja = "採用した計画", en = "In force", width = 22, align = Align.CENTRE)
        Text before,

        @Column(ja = "今回の計画", en = "Now", width = 22, align = Align.CENTRE)
        Text after,

        @Column(ja = "原因", en = "Cause", width = 60) Text cause,

        @Column(ja = "作業ID", en = "Task ID", width = 18, identity = true)
        String id) {}
