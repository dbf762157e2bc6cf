package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Origin;
import dev.shirube.domain.Reach;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding as one row of a table, or as two lines that fit a narrow terminal. */
final class FindingRow {

    /** The cells of the first line of the two, by their widest values in practice. */
    private static final int THREAT = 12;

    private static final int FUNCTION = 15;

    private final Session session;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();

    FindingRow(Session session) {
        this.session = session;
    }

    /** The words over the columns. */
    List<String> header() {
        return List.of(
                session.say("finding", "検出ID"),
                session.say("system", "システム"),
                session.say("quantum", "量子"),
                session.say("asset", "資産"),
                session.say("function", "用途"),
                session.say("confidence", "確度"),
                session.say("place", "場所"),
                session.say("use", "利用"));
    }

    /** One row. */
    List<String> cells(AssignedFinding assigned) {
        Finding finding = assigned.finding();
        return List.of(
                assigned.id(),
                assigned.system(),
                registry.threat(finding.asset()).id(),
                AssetNames.name(registry, finding.asset()),
                finding.function().id(),
                finding.confidence().id(),
                finding.occurrence().place(),
                use(finding));
    }

    /** What it is, and under that where. */
    List<String> lines(AssignedFinding assigned) {
        Finding finding = assigned.finding();
        String what = assigned.id() + "  "
                + Columns.pad(registry.threat(finding.asset()).id(), THREAT)
                + Columns.pad(finding.function().id(), FUNCTION)
                + AssetNames.name(registry, finding.asset());
        String about = Stream.of(assigned.system(), finding.confidence().id(), use(finding))
                .filter(it -> !it.equals("-"))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>(new Page(0).line(what).lines());
        lines.addAll(Page.indented(
                finding.occurrence().place() + "  " + session.say("(", "（") + about + session.say(")", "）")));
        return lines;
    }

    /** Whose code it is in and how it is reached, what the history says of it, or that another tool told it. */
    private String use(Finding finding) {
        if (Origin.of(finding) == Origin.IMPORTED) {
            String imported = session.say("imported", "取込み");
            return ImportOrigin.of(finding.evidence())
                    .map(it -> imported + session.say(": ", "：") + it.words())
                    .orElse(imported);
        }
        return CommitSpan.of(finding)
                .map(it -> it.text().in(session.language()))
                .orElseGet(() -> use(finding.occurrence()));
    }

    /** A dash where it was not told apart. */
    private static String use(Occurrence at) {
        String owner = at.owner() == CodeOwner.UNKNOWN ? "" : at.owner().id();
        String reach = at.reach() == Reach.UNKNOWN ? "" : at.reach().id();
        String both = owner.isEmpty() || reach.isEmpty() ? owner + reach : owner + "/" + reach;
        return both.isEmpty() ? "-" : both;
    }
}
