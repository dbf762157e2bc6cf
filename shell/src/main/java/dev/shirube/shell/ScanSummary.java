package dev.shirube.shell;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Severity;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a scan says at its end: what was found, and just as plainly what was not looked at. */
final class ScanSummary {

    private final Session session;

    ScanSummary(Session session) {
        this.session = session;
    }

    void print(ScanTally tally) {
        print(session.say(
                English.count(tally.findings(), "finding") + " in " + English.count(tally.units(), "unit") + ", as of "
                        + session.asOf(),
                "検出 " + tally.findings() + " 件（" + tally.units() + " 単位）、基準日 " + session.asOf()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("quantum-vulnerable", "量子計算機に脆弱", tally.threat(QuantumThreat.VULNERABLE)));
        rows.add(row("not resolved", "未解決", tally.threat(QuantumThreat.UNKNOWN)));
        rows.add(row("weakened (key length matters)", "弱体化（鍵長に依存）", tally.threat(QuantumThreat.WEAKENED)));
        rows.add(row("post-quantum", "耐量子計算機", tally.threat(QuantumThreat.SAFE)));
        if (tally.keyTypes() > 0) {
            rows.add(row("key type taken for granted", "鍵種別を前提とするコード", tally.keyTypes()));
        }
        if (!tally.libraries().none()) {
            rows.add(List.of(
                    "  " + session.say("crypto libraries", "暗号ライブラリ"),
                    tally.libraries().text(session.language())));
        }
        rows.add(row("in test code", "テストコード内", tally.testFindings()));
        Columns.align(rows).forEach(this::print);
        if (tally.owners().known()) {
            print(session.say("  of the vulnerable: ", "  脆弱の内訳：")
                    + tally.owners().text(session.language()));
        }
        if (!tally.vulnerable().isEmpty()) {
            print("");
            print(session.say("Vulnerable, in main code:", "脆弱（本体コード）："));
            List<List<String>> algorithms = new ArrayList<>();
            for (Map.Entry<String, Integer> entry : tally.vulnerable().entrySet()) {
                algorithms.add(List.of("  " + entry.getKey(), String.valueOf(entry.getValue())));
            }
            Columns.align(algorithms).forEach(this::print);
        }
        keysInHistory(tally);
        notLookedAt(tally);
    }

    private void keysInHistory(ScanTally tally) {
        if (tally.keysInHistory() == 0) {
            return;
        }
        print("");
        print(session.say(
                "Removed from the tree, but still in the history: "
                        + English.count(tally.keysInHistory(), "private key")
                        + ". Treat as disclosed and replace:",
                "ツリーから削除されたが履歴に残る秘密鍵：" + tally.keysInHistory() + " 件。漏えいしたものとして交換してください："));
        tally.firstKeysInHistory().forEach(it -> print("  " + it.location()));
        if (tally.keysInHistory() > tally.firstKeysInHistory().size()) {
            print(session.say("  … all of them: shirube inventory coverage", "  … 全件：shirube inventory coverage"));
        }
    }

    private void notLookedAt(ScanTally tally) {
        int errors = tally.diagnostics(Severity.ERROR);
        int warnings = tally.diagnostics(Severity.WARNING);
        print("");
        if (!tally.sawInput() && errors + warnings == 0) {
            print(session.say("There was nothing to look at: no file was found.", "調査対象のファイルがありませんでした。"));
            return;
        }
        if (errors + warnings == 0 && tally.unread() == 0) {
            print(session.say("Everything that was found could be read.", "見つかった入力はすべて読み取れました。"));
            return;
        }
        print(session.say(
                "Not looked at or not understood: " + English.count(errors, "error") + ", "
                        + English.count(warnings, "warning") + ", " + English.count(tally.unread(), "file")
                        + " of kinds that are not read",
                "未調査・未解釈：エラー " + errors + " 件、警告 " + warnings + " 件、対象外の種類のファイル " + tally.unread() + " 件"));
        for (Diagnostic diagnostic : tally.firstDiagnostics()) {
            print("  " + diagnostic.location() + ": " + diagnostic.message(session.language()));
        }
        if (errors + warnings > tally.firstDiagnostics().size()) {
            print(session.say("  … all of them: shirube inventory coverage", "  … 全件：shirube inventory coverage"));
        }
    }

    private List<String> row(String english, String japanese, long count) {
        return List.of("  " + session.say(english, japanese), String.valueOf(count));
    }

    private void print(String line) {
        session.console().print(line);
    }
}
