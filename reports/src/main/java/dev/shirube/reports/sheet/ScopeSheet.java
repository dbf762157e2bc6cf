package dev.shirube.reports.sheet;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.Gap;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes 別紙3 前提・未調査範囲: assumptions, what was not looked at, every diagnostic, and what was looked at. */
public final class ScopeSheet {
    private static final Text ASSUMPTION = new Text("1 前提", "1 Assumption");
    private static final Text GAP = new Text("2 未調査", "2 Not looked at");
    private static final Text DIAGNOSTIC = new Text("3 読取り・判定の支障", "3 Diagnostic");
    private static final Text COVERAGE = new Text("4 調査範囲", "4 Looked at");
    private static final Text NOTHING = Text.same("");
    private static final Word NOT_LOOKED_AT = new Word(new Text("× 未調査", "× not looked at"), Tone.DANGER);

    private final List<ScopeRow> rows = new ArrayList<>();

    private ScopeSheet() {}

    /** How far the conclusions of that roadmap over that inventory reach. */
    public static Table<?> of(Roadmap roadmap, Inventory inventory) {
        ScopeSheet sheet = new ScopeSheet();
        roadmap.assumptions().forEach(sheet::assumption);
        sheet.gaps(roadmap, inventory);
        sheet.notLookedAt(roadmap, inventory);
        inventory.diagnostics().forEach(sheet::diagnostic);
        inventory.coverage().forEach(sheet::coverage);
        return Table.of(ScopeRow.class, sheet.rows);
    }

    /** Systems of the register without any input that was read, if the roadmap does not name them itself. */
    private void notLookedAt(Roadmap roadmap, Inventory inventory) {
        Set<String> systems = new TreeSet<>(inventory.systems().keySet());
        inventory.coverage().forEach((system, coverage) -> {
            if (!coverage.rows().isEmpty()) {
                systems.remove(system);
            }
        });
        roadmap.gaps().forEach(gap -> systems.remove(gap.system()));
        for (String system : systems) {
            add(
                    GAP,
                    system,
                    inventory.system(system).name(),
                    NOT_LOOKED_AT,
                    new Text(
                            "このシステムは一度もスキャンされていない。暗号利用の有無は不明。",
                            "This system was never scanned: whether it uses cryptography is unknown."));
        }
    }

    /** The gaps that no diagnostic tells in the same words: those stand in a section of their own. */
    private void gaps(Roadmap roadmap, Inventory inventory) {
        Set<String> told = inventory.diagnostics().stream()
                .map(it -> it.system() + "\n" + it.diagnostic().message(Language.JA))
                .collect(Collectors.toSet());
        roadmap.gaps().stream()
                .filter(gap -> !told.contains(gap.system() + "\n" + gap.what().ja()))
                .forEach(gap -> gap(gap, inventory));
    }

    private void assumption(Text assumption) {
        add(ASSUMPTION, "", "", Word.plain(NOTHING), assumption);
    }

    private void gap(Gap gap, Inventory inventory) {
        rows.add(new ScopeRow(
                GAP,
                gap.system(),
                gap.location().isEmpty() ? inventory.system(gap.system()).name() : gap.location(),
                "",
                NOT_LOOKED_AT,
                gap.count() == 0 ? Optional.empty() : Optional.of(gap.count()),
                Optional.empty(),
                "",
                gap.what()));
    }

    private void diagnostic(AssignedDiagnostic assigned) {
        Diagnostic diagnostic = assigned.diagnostic();
        rows.add(new ScopeRow(
                DIAGNOSTIC,
                assigned.system(),
                diagnostic.location(),
                "",
                severity(diagnostic.severity()),
                Optional.empty(),
                Optional.empty(),
                diagnostic.code().id(),
                new Text(diagnostic.message(Language.JA), diagnostic.message(Language.EN))));
    }

    private void coverage(String system, Coverage coverage) {
        for (Map.Entry<Coverage.Key, Coverage.Amount> row : coverage.rows().entrySet()) {
            Coverage.Key key = row.getKey();
            rows.add(new ScopeRow(
                    COVERAGE,
                    system,
                    key.unit(),
                    key.detector(),
                    outcome(key.outcome()),
                    Optional.of(row.getValue().inputs()),
                    Optional.of(row.getValue().bytes()),
                    "",
                    meaning(key.outcome())));
        }
    }

    private void add(Text section, String system, String subject, Word outcome, Text content) {
        rows.add(new ScopeRow(section, system, subject, "", outcome, Optional.empty(), Optional.empty(), "", content));
    }

    private static Word severity(Severity severity) {
        return switch (severity) {
            case ERROR -> word("× ", Words.of(severity), Tone.DANGER);
            case WARNING -> word("△ ", Words.of(severity), Tone.CAUTION);
            case NOTE -> word("― ", Words.of(severity), Tone.MUTED);
        };
    }

    private static Word outcome(Coverage.Outcome outcome) {
        return switch (outcome) {
            case READ, NO_ANCHOR -> word("○ ", Words.of(outcome), Tone.GOOD);
            case FAILED -> word("× ", Words.of(outcome), Tone.DANGER);
            case EXCLUDED, NOT_READ, SKIPPED -> word("△ ", Words.of(outcome), Tone.CAUTION);
        };
    }

    private static Word word(String symbol, Text text, Tone tone) {
        return new Word(new Text(symbol + text.ja(), symbol + text.en()), tone);
    }

    private static Text meaning(Coverage.Outcome outcome) {
        return switch (outcome) {
            case READ -> new Text("検出器が内容を解析した。", "The detector read and understood it.");
            case NO_ANCHOR ->
                new Text(
                        "全バイトを検索し、検出器の手掛かりとなる語がなかった。",
                        "All bytes were searched; none of the detector's words is in it.");
            case FAILED -> new Text("内容は不明。「3」の行に理由がある。", "Its content is unknown; a row of section 3 says why.");
            case EXCLUDED -> new Text("利用者の指定により調査していない。", "Left out by the user's own choice.");
            case NOT_READ ->
                new Text("この種類のファイルを読む検出器がない。内容は不明。", "No detector reads this kind of file; its content is unknown.");
            case SKIPPED ->
                new Text(
                        "検出器の欄にある規則により調査していない（リンク、Git の内部ファイル、指定した版から変更のないファイルなど）。",
                        "Not looked at by the rule named in place of a detector: a link, a file of Git's own, a file that has"
                                + " not changed since the revision asked for.");
        };
    }
}
