package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.Optional;

/** 様式7: one thing that somebody must answer, decide or find out. */
@Sheet(
        ja = "様式7 課題・要確認一覧",
        en = "Form 7 Open issues",
        frozen = 3,
        noteJa = "計画を確かなものにするために、誰かが答え、決め、又は調べなければならない事項。黄色の欄に回答を記入し、shirube report read で取り込む。",
        noteEn = "What somebody must answer, decide or find out before the plan rests on firm ground."
                + " Answers go into the yellow cells; shirube report read takes them back.")
record IssueRow(
        @Column(ja = "番号", en = "No", width = 7, align = Align.CENTRE)
        int number,

        @Column(ja = "区分", en = "Kind", width = 20) Word kind,

        @Column(ja = "システムID", en = "System ID", width = 14, link = "system")
        String system,

        @Column(ja = "内容", en = "What", width = 80) Text what,
        @Column(ja = "相手先", en = "Whom to ask", width = 24) String whom,
        @Column(ja = "期日", en = "Due", width = 12) Optional<LocalDate> due,

        @Column(ja = "作業", en = "Task", width = 9, align = Align.CENTRE, link = "wbs")
        String task,

        @Column(
                ja = "回答状況",
                en = "Answer status",
                width = 13,
                input = true,
                noteJa = "一覧から選ぶ。",
                noteEn = "Choose from the list.")
        Optional<AnswerChoice> status,

        @Column(
                ja = "回答",
                en = "Answer",
                width = 40,
                input = true,
                noteJa = "回答の内容。システムの登録値は様式1に記入する。",
                noteEn = "What was answered. Declarations of a system go into form 1.")
        String answer,

        @Column(ja = "識別子", en = "Issue ID", width = 34, identity = true)
        String id) {}
