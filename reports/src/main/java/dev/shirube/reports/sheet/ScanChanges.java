package dev.shirube.reports.sheet;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Text;
import dev.shirube.domain.diff.Change;
import dev.shirube.domain.diff.ChangeKind;
import dev.shirube.domain.diff.Difference;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of 別紙2 that tell what scans and owners say otherwise than when the plan in force was adopted. */
final class ScanChanges {
    private static final Text NOTHING = Text.same("");

    private final AssetText assets = new AssetText(AlgorithmRegistry.standard());
    private final int from;
    private final List<ChangeRow> rows = new ArrayList<>();

    private ScanChanges(int from) {
        this.from = from;
    }

    /**
     * One row for each asset of a system, and for each system, that changed; what only moved is left out.
     *
     * @param from number of the first row
     */
    static List<ChangeRow> rows(InventoryDiff diff, int from) {
        ScanChanges changes = new ScanChanges(from);
        diff.systems().forEach(changes::system);
        diff.assets().stream().filter(it -> it.kind() != ChangeKind.MOVED).forEach(changes::asset);
        return changes.rows;
    }

    private void system(Change.OfSystem change) {
        Text cause = switch (change.kind()) {
            case DECLARED -> new Text("台帳（システムの登録値）の変更", "the register says something else");
            case NOT_LOOKED_AT ->
                new Text(
                        "採用後に調査していない（「変更なし」ではない）",
                        "not looked at since the plan was adopted: that is not \"no change\"");
            case NEW -> new Text("採用後に加わったシステム", "a system that came later");
            default -> new Text("一覧にないシステム", "a system that is not there any more");
        };
        add(change, new Text("情報システム", "information system"), NOTHING, NOTHING, cause, "");
    }

    private void asset(Change.OfAsset change) {
        Text name = assets.name(change.asset());
        Text function = change.function().map(Words::of).orElse(NOTHING);
        Text work = new Text(
                ("暗号利用：" + name.ja() + " " + function.ja()).strip(),
                ("use of cryptography: " + name.en() + " " + function.en()).strip());
        Text cause = change.kind() == ChangeKind.NOT_LOOKED_AT
                ? new Text("その後調査していない（「なくなった」ではない）", "nobody has looked since: that is not \"gone\"")
                : new Text("スキャンの結果による（inventory diff に箇所を示す）", "found by scans (places: inventory diff)");
        add(
                change,
                work,
                places(change.occurrencesBefore()),
                places(change.occurrencesAfter()),
                cause,
                change.asset().id());
    }

    private static Text places(long count) {
        return new Text(count + " 箇所", count + (count == 1 ? " place" : " places"));
    }

    private void add(Change change, Text work, Text before, Text after, Text cause, String id) {
        String told = change.differences().stream()
                .filter(it -> !it.field().equals("occurrences"))
                .map(ScanChanges::told)
                .collect(Collectors.joining("; "));
        Text why = told.isEmpty() ? cause : new Text(cause.ja() + "：" + told, cause.en() + ": " + told);
        rows.add(new ChangeRow(
                from + rows.size(), word(change.kind()), change.system(), "", work, before, after, why, id));
    }

    private static String told(Difference it) {
        return it.field() + " " + (it.before().isEmpty() ? "―" : it.before()) + " → "
                + (it.after().isEmpty() ? "―" : it.after());
    }

    private static Word word(ChangeKind kind) {
        String symbol = switch (kind) {
            case NEW -> "＋ ";
            case GONE -> "－ ";
            case NOT_LOOKED_AT -> "？ ";
            default -> "≠ ";
        };
        Tone tone = switch (kind) {
            case NEW, NOT_LOOKED_AT -> Tone.CAUTION;
            case GONE -> Tone.GOOD;
            default -> Tone.PLAIN;
        };
        return new Word(
                new Text(symbol + kind.label().ja(), symbol + kind.label().en()), tone);
    }
}
