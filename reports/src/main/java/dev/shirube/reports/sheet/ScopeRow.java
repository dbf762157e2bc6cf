package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;
import java.util.Optional;

/** 別紙3: one assumption, one thing that was looked at, or one thing that was not. */
@Sheet(
        ja = "別紙3 前提・未調査範囲",
        en = "Annex 3 Assumptions and limits",
        frozen = 2,
        noteJa = "本書の結論が及ぶ範囲。ここに「調査済み」とない対象は未調査であり、暗号利用が「ない」ことを意味しない。",
        noteEn =
                "How far the conclusions reach. What is not listed here as looked at was not looked at; that never means"
                        + " that there is nothing.")
record ScopeRow(
        @Column(ja = "区分", en = "Section", width = 24) Text section,

        @Column(ja = "システムID", en = "System ID", width = 18, identity = true)
        String system,

        @Column(ja = "対象", en = "What or where", width = 62) String subject,
        @Column(ja = "検出器", en = "Detector", width = 18) String detector,
        @Column(ja = "結果", en = "Outcome", width = 28) Word outcome,
        @Column(ja = "件数", en = "Inputs", width = 11) Optional<Long> inputs,
        @Column(ja = "バイト数", en = "Bytes", width = 16) Optional<Long> bytes,
        @Column(ja = "符号", en = "Code", width = 22) String code,
        @Column(ja = "内容", en = "What it means", width = 90) Text content) {}
