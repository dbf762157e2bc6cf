package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import java.util.List;

/** 様式4付表: one reason of one task, with the rule it rests on. */
@Sheet(
        ja = "様式4付表 作業の根拠",
        en = "Form 4 Annex Reasons",
        frozen = 3,
        noteJa = "各作業が、なぜ存在し、なぜその移行先・工数・時期であるかを1行1件で示す。",
        noteEn = "Why each task exists, and why this replacement, effort and quarter: one reason a row.")
record ReasonRow(
        @Column(ja = "WBS\n番号", en = "WBS", width = 9, align = Align.CENTRE, key = "reason")
        String wbs,

        @Column(ja = "作業ID", en = "Task ID", width = 18, identity = true)
        String task,

        @Column(ja = "システムID", en = "System ID", width = 15) String system,
        @Column(ja = "作業", en = "Task", width = 40) Text work,

        @Column(ja = "項目", en = "About", width = 12, align = Align.CENTRE)
        Text about,

        @Column(ja = "理由", en = "Reason", width = 90) Text reason,
        @Column(ja = "根拠規則", en = "Rule", width = 60) List<Text> rule) {}
