package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 様式3: the score of one asset in one use, term by term. */
@Sheet(
        ja = "様式3 リスク評価",
        en = "Form 3 Risk",
        frozen = 4,
        noteJa = "点数＝緊急度 U × 重み Q。下限-上限は未登録の値による。重みは当製品が定めたものであり、出典はない。" + "時期は計画上の想定であり予測ではない。",
        noteEn =
                "Score = urgency U x weight Q. Low-high: by what is not declared. The weights are ours and come from no"
                        + " source; dates are planning assumptions, not forecasts.")
record RiskRow(
        @Column(ja = "No", en = "No", width = 6, align = Align.CENTRE)
        int number,

        @Column(ja = "システムID", en = "System ID", width = 13, link = "system")
        String system,

        @Column(ja = "資産", en = "Asset", width = 30) String asset,

        @Column(ja = "用途", en = "Function", width = 18) Text function,

        @Column(ja = "点数\n（計画時）", en = "Score\nas planned", width = 11, align = Align.CENTRE)
        String planned,

        @Column(ja = "優先度", en = "Priority", width = 11) Optional<Word> band,

        @Column(ja = "点数\n（最早）", en = "Score\nat earliest", width = 11, align = Align.CENTRE)
        String earliest,

        @Column(ja = "完了 E", en = "Completion\nE", width = 11, align = Align.CENTRE)
        String completion,

        @Column(ja = "量子計算機\nの想定 Z", en = "Quantum\ncomputer Z", width = 12, align = Align.CENTRE)
        String quantum,

        @Column(ja = "保護期間 X", en = "Protection\nX", width = 14, align = Align.CENTRE)
        String protection,

        @Column(ja = "守秘の不足\nS_C＝E＋X−Z", en = "Confidentiality\nS_C = E + X - Z", width = 17, align = Align.CENTRE)
        String confidentiality,

        @Column(ja = "信頼の末月\nR", en = "Relied on\nuntil R", width = 19, align = Align.CENTRE)
        String reliance,

        @Column(
                ja = "真正性の不足\nS_A＝max(E,R)−Z",
                en = "Authenticity\nS_A = max(E,R) - Z",
                width = 18,
                align = Align.CENTRE)
        String authenticity,

        @Column(ja = "期限 D", en = "Deadline\nD", width = 12) Optional<LocalDate> deadline,

        @Column(ja = "期限の圧力\nP（余裕）", en = "Pressure\nP (slack)", width = 15, align = Align.CENTRE)
        String pressure,

        @Column(ja = "緊急度\nU", en = "Urgency\nU", width = 14, align = Align.CENTRE)
        String urgency,

        @Column(ja = "重み Q", en = "Weight\nQ", width = 14, align = Align.CENTRE)
        String weight,

        @Column(ja = "幅を最も狭める確認事項", en = "Question that narrows most", width = 44)
        Optional<Text> question,

        @Column(ja = "作業", en = "Task", width = 9, align = Align.CENTRE, link = "wbs")
        List<String> task,

        @Column(ja = "資産ID", en = "Asset ID", width = 34, identity = true)
        String id) {}
