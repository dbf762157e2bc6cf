package dev.shirube.reports.sheet;

import dev.shirube.planner.risk.Question;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.risk.ScoreTerm;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes 様式3 リスク評価: every asset that must migrate, the greatest score first. */
public final class RiskSheet {
    private RiskSheet() {}

    /** The scores of that roadmap; the terms are those at the planned completion, or at the earliest where there is none. */
    public static Table<?> of(Roadmap roadmap) {
        Wbs wbs = new Wbs(roadmap);
        List<AssetAssessment> assets = new ArrayList<>();
        roadmap.assets().stream().filter(it -> it.earliest().isPresent()).forEach(assets::add);
        // A stable sort: equals stay in the roadmap's own order of systems and assets.
        assets.sort(Comparator.comparingInt((AssetAssessment it) -> shown(it).high())
                .thenComparingInt(it -> shown(it).low())
                .reversed());
        List<RiskRow> rows = new ArrayList<>();
        for (AssetAssessment asset : assets) {
            rows.add(row(rows.size() + 1, asset, wbs));
        }
        return Table.of(RiskRow.class, rows);
    }

    private static Score shown(AssetAssessment asset) {
        return asset.planned().or(asset::earliest).orElseThrow();
    }

    private static RiskRow row(int number, AssetAssessment asset, Wbs wbs) {
        Score score = shown(asset);
        return new RiskRow(
                number,
                asset.system(),
                asset.name(),
                asset.function().label(),
                asset.planned().map(Score::value).orElse(""),
                Optional.of(SystemSheet.band(score.band())),
                asset.earliest().map(Score::value).orElse(""),
                term(score, "E"),
                term(score, "Z"),
                term(score, "X"),
                term(score, "S_C"),
                term(score, "R"),
                term(score, "S_A"),
                asset.deadline(),
                term(score, "P"),
                term(score, "U"),
                term(score, "Q"),
                score.question().map(Question::label),
                asset.task().stream().map(wbs::task).toList(),
                asset.asset().id());
    }

    /** A term's value; a dash where the use has no such term: a signature has no protection period. */
    private static String term(Score score, String symbol) {
        return score.trace().stream()
                .filter(it -> it.symbol().equals(symbol))
                .map(ScoreTerm::value)
                .findFirst()
                .orElse("―");
    }
}
