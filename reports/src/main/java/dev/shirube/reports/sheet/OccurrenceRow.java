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

/** 様式2: one place where cryptography is used, with all that is needed to find it again by hand. */
@Sheet(
        ja = "様式2 暗号利用箇所一覧",
        en = "Form 2 Uses of cryptography",
        frozen = 3,
        noteJa = "1行が1箇所。空欄は「不明」であり「なし」ではない。鍵長・曲線・モードは証跡にある値のみを示し、既定値で補わない。",
        noteEn = "One row is one place. Empty means unknown, not none: sizes, curves and modes are shown only where the"
                + " evidence has them.")
record OccurrenceRow(
        @Column(ja = "No", en = "No", width = 8, align = Align.CENTRE)
        int number,

        @Column(ja = "システムID", en = "System ID", width = 13) String system,

        @Column(ja = "箇所ID", en = "Finding ID", width = 21, identity = true)
        String id,

        @Column(ja = "用途", en = "Use", width = 13) Text function,
        @Column(ja = "アルゴリズム", en = "Algorithm", width = 24) Text algorithm,

        @Column(ja = "鍵長・曲線等", en = "Key length,\ncurve, groups", width = 18)
        List<String> parameters,

        @Column(ja = "種別", en = "Asset", width = 13) Text type,

        @Column(ja = "量子計算機\nの影響", en = "Quantum\nthreat", width = 13)
        Word threat,

        @Column(ja = "所在", en = "Location", width = 42) String location,
        @Column(ja = "行", en = "Line", width = 7) OptionalInt line,

        @Column(ja = "呼出し・項目\n（含まれる箇所）", en = "Symbol\n(in)", width = 42)
        List<String> symbol,

        @Column(ja = "値（候補）", en = "Values", width = 20) List<String> values,
        @Column(ja = "確認段階", en = "Stage", width = 20) Text stage,

        @Column(ja = "証跡（検出器・規則）", en = "Evidence\n(detector, row)", width = 20)
        List<String> evidence,

        @Column(ja = "確度", en = "Confidence", width = 11, align = Align.CENTRE)
        Text confidence,

        @Column(ja = "解決", en = "Resolution", width = 12, align = Align.CENTRE)
        Text resolution,

        @Column(ja = "本体・試験", en = "Main or test", width = 12, align = Align.CENTRE)
        Text context,

        @Column(ja = "コードの帰属", en = "Whose code", width = 13, align = Align.CENTRE)
        Optional<Text> owner,

        @Column(ja = "起点から\nの到達", en = "Reached", width = 13, align = Align.CENTRE)
        Optional<Text> reach,

        @Column(ja = "判定", en = "Verdict", width = 10) Optional<Word> verdict,
        @Column(ja = "適用規則", en = "Rules", width = 26) List<String> rules,
        @Column(ja = "期限", en = "Deadline", width = 12) Optional<LocalDate> deadline,
        @Column(ja = "移行先", en = "Replacement", width = 24) List<Text> targets,
        @Column(ja = "標準の状態", en = "Standard", width = 24) List<Text> standards,

        @Column(ja = "作業", en = "Task", width = 7, align = Align.CENTRE)
        List<String> task,

        @Column(ja = "要確認", en = "To be\nconfirmed", width = 11)
        Optional<Word> confirm,

        @Column(ja = "確認事項・備考", en = "What to confirm, remarks", width = 38)
        List<Text> remarks) {}
