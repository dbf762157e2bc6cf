package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** 別紙1: one dated rule of a policy pack in use. */
@Sheet(
        ja = "別紙1 方針と期限",
        en = "Annex 1 Policies and dates",
        frozen = 2,
        noteJa = "使用した方針パックの全規則。「未検証」は原文を確認していない規則、「案」は確定前の文書であり、いずれもそのままでは不適合としない。",
        noteEn =
                "Every rule of the policy packs in use. An unverified rule was not seen in its source, a draft is not final:"
                        + " neither fails anything by itself.")
record PolicyRow(
        @Column(ja = "パック", en = "Pack", width = 22) String pack,

        @Column(ja = "規則ID", en = "Rule ID", width = 26, identity = true)
        String rule,

        @Column(ja = "文書", en = "Document", width = 44) Text document,
        @Column(ja = "発行者", en = "Issuer", width = 42) String issuer,
        @Column(ja = "箇所", en = "Section", width = 28) Text section,
        @Column(ja = "対象の用途", en = "Functions", width = 20) List<Text> functions,
        @Column(ja = "内容", en = "State", width = 20) Text state,
        @Column(ja = "期日", en = "Last day", width = 12) Optional<LocalDate> lastDay,
        @Column(ja = "確認", en = "Evidence", width = 22) Word evidence,
        @Column(ja = "採用", en = "Adoption", width = 18) Text adoption,

        @Column(ja = "該当資産", en = "Assets", width = 10) OptionalInt assets,

        @Column(ja = "原文の要旨", en = "Wording", width = 64) Text wording) {}
