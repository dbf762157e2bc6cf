package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;

/** 様式3付表: what stays exposed in one fiscal year, with the plan and without. */
@Sheet(
        ja = "様式3付表 年度別の残存リスク",
        en = "Form 3 Annex Exposure by year",
        frozen = 1,
        noteJa = "件数は本体コードの脆弱な利用。低-中-高は、百通りの将来のうち 90・50・10 通りでこの件数以上となることを示す。" + "量子計算機の時期の分布は当製品の仮定であり、予測ではない。",
        noteEn = "Vulnerable uses in main code. Low-likely-high: at least so many in 90, 50 and 10 of 100 futures. The"
                + " distribution of the quantum computer's date is an assumption of ours and no forecast.")
record ExposureRow(
        @Column(ja = "年度", en = "Fiscal year", width = 20) Text year,

        @Column(ja = "未移行\n（年度末）", en = "Open at the\nyear's end", width = 13)
        int open,

        @Column(ja = "後日解読される\n（計画あり）", en = "Recorded, read later\n(with the plan)", width = 22, align = Align.CENTRE)
        String recorded,

        @Column(ja = "偽造され得る\n（計画あり）", en = "Forgeable\n(with the plan)", width = 18, align = Align.CENTRE)
        String forgeable,

        @Column(ja = "後日解読される\n（計画なし）", en = "Recorded, read later\n(without)", width = 22, align = Align.CENTRE)
        String recordedWithout,

        @Column(ja = "偽造され得る\n（計画なし）", en = "Forgeable\n(without)", width = 18, align = Align.CENTRE)
        String forgeableWithout,

        @Column(ja = "分布（年月:それまでに実現する割合％）", en = "Distribution (month:percent by then)", width = 52)
        String distribution) {}
