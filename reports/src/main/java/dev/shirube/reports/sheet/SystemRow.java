package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** 様式1: one information system. Yellow cells hold what only its owner can know. */
@Sheet(
        ja = "様式1 システム一覧",
        en = "Form 1 Systems",
        frozen = 3,
        noteJa = "優先度の高い順。黄色の欄は主管部局の登録値（空欄は未登録であり、「なし」ではない）。記入後は shirube report read で取り込む。件数の空欄は未調査。",
        noteEn = "Most urgent first. Yellow cells are declared by the owner (empty: not declared, not \"none\");"
                + " shirube report read takes them back."
                + " An empty count was not looked at.")
record SystemRow(
        @Column(ja = "No", en = "No", width = 6, align = Align.CENTRE)
        int rank,

        @Column(ja = "システムID", en = "System ID", width = 13, identity = true, key = "system", link = "plan")
        String id,

        @Column(ja = "情報システム名", en = "Information system", width = 24)
        String name,

        @Column(
                ja = "担当部局",
                en = "Department",
                width = 15,
                input = true,
                noteJa = "このシステムを所管する部局。",
                noteEn = "The department that owns the system.")
        String owner,

        @Column(
                ja = "連絡先",
                en = "Contact",
                width = 18,
                input = true,
                noteJa = "担当者又は係と内線。",
                noteEn = "A person or role to ask.")
        String contact,

        @Column(ja = "区分", en = "Category", width = 9) String category,

        @Column(
                ja = "影響度\n(1-4)",
                en = "Impact\n(1-4)",
                width = 9,
                input = true,
                align = Align.CENTRE,
                noteJa = "1〜4。4は国の安全・人命・機密性3。",
                noteEn = "1 to 4; 4 is national security, life, or the highest confidentiality.")
        Optional<Integer> impact,

        @Column(
                ja = "接続区分",
                en = "Exposure",
                width = 14,
                input = true,
                noteJa = "通信を記録し得る者、又は偽造物を届け得る者の範囲。",
                noteEn = "Who can record its traffic or deliver a forgery to it.")
        Optional<ExposureChoice> exposure,

        @Column(
                ja = "保護期間\n(月)",
                en = "Protection\n(months)",
                width = 10,
                input = true,
                noteJa = "情報を秘匿し続ける必要がある月数。",
                noteEn = "For how many months the data must stay confidential.")
        Optional<Integer> protectionMonths,

        @Column(
                ja = "署名の信頼期間\n(末日)",
                en = "Relied on\nuntil",
                width = 14,
                input = true,
                noteJa = "署名又は鍵が信頼される最後の日。",
                noteEn = "Last day on which anyone relies on its signatures or keys.")
        Optional<LocalDate> trustUntil,

        @Column(
                ja = "検証側の更新",
                en = "Verifier\nupdatable",
                width = 11,
                input = true,
                noteJa = "署名を検証する側の機器・ソフトウェアを更新できるか。",
                noteEn = "Whether those who verify its signatures can be updated.")
        Optional<YesNo> verifierUpdatable,

        @Column(
                ja = "次期更改\n(年度)",
                en = "Renewal\n(fiscal year)",
                width = 11,
                input = true,
                align = Align.CENTRE,
                noteJa = "西暦の年度（例：2028。2028年4月〜2029年3月）。",
                noteEn = "Named by its first year, for example 2028 for April 2028 to March 2029.")
        Optional<Integer> renewal,

        @Column(ja = "移行担当", en = "Team", width = 14) String team,
        @Column(ja = "調査状況", en = "Looked at", width = 14) Word looked,
        @Column(ja = "優先度", en = "Priority", width = 10) Optional<Word> priority,

        @Column(ja = "点数", en = "Score", width = 9, align = Align.CENTRE)
        String score,

        @Column(ja = "移行対象\n(件)", en = "To\nmigrate", width = 9)
        OptionalInt vulnerable,

        @Column(ja = "うち点数\n70以上", en = "Score 70\nor more", width = 9)
        OptionalInt urgent,

        @Column(ja = "最早期限", en = "Earliest\ndeadline", width = 12)
        Optional<LocalDate> deadline,

        @Column(ja = "作業数", en = "Tasks", width = 8) OptionalInt tasks,

        @Column(ja = "要確認", en = "To be confirmed", width = 40)
        List<Text> questions,

        @Column(ja = "備考", en = "Remarks", width = 24) String note) {}
