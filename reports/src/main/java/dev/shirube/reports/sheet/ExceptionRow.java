package dev.shirube.reports.sheet;

import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.Optional;

/** 様式6: one exception from a rule, or an empty row for one. */
@Sheet(
        ja = "様式6 例外措置一覧",
        en = "Form 6 Exceptions",
        frozen = 2,
        noteJa = "規則を当面満たさないことの承認。期限は承認日から1年以内。期限切れは未達として扱う。空の行に記入し、shirube report read で取り込む。",
        noteEn = "Approvals not to meet a rule for now, for at most a year. An expired one counts as not met."
                + " Write new ones into the empty rows; shirube report read takes them back.")
record ExceptionRow(
        @Column(ja = "例外番号", en = "Exception", width = 11, identity = true)
        String id,

        @Column(ja = "状態", en = "State", width = 14) Optional<Word> state,

        @Column(
                ja = "システムID",
                en = "System ID",
                width = 14,
                input = true,
                noteJa = "様式1のシステムID。",
                noteEn = "As in form 1.")
        String system,

        @Column(
                ja = "対象",
                en = "Subject",
                width = 26,
                input = true,
                noteJa = "作業ID、資産又は箇所。空欄はシステム全体。",
                noteEn = "A task, an asset or a place; empty for the whole system.")
        String subject,

        @Column(
                ja = "根拠規則",
                en = "Rule",
                width = 30,
                input = true,
                noteJa = "別紙1の規則ID。",
                noteEn = "A rule id of annex 1.")
        String rule,

        @Column(
                ja = "理由",
                en = "Reason",
                width = 44,
                input = true,
                noteJa = "満たせない理由。",
                noteEn = "Why it cannot be met.")
        String reason,

        @Column(
                ja = "代替措置",
                en = "Instead",
                width = 44,
                input = true,
                noteJa = "代わりに講じる措置。",
                noteEn = "What is done instead.")
        String measure,

        @Column(
                ja = "承認者",
                en = "Approved by",
                width = 20,
                input = true,
                noteJa = "リスクを受け入れた者の職名。",
                noteEn = "The role that accepts the risk.")
        String approver,

        @Column(
                ja = "承認日",
                en = "Approved on",
                width = 12,
                input = true,
                noteJa = "承認した日。",
                noteEn = "The day of the approval.")
        Optional<LocalDate> granted,

        @Column(
                ja = "期限",
                en = "Expires",
                width = 12,
                input = true,
                noteJa = "最後の日。承認日から1年以内。",
                noteEn = "Its last day, at most one year later.")
        Optional<LocalDate> expires) {}
