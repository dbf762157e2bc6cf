package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The crypto libraries of an inventory, each version once: whether it has post-quantum cryptography, since or from which
 * version on, and where it was seen first. That a library is there says nothing of what is used of it.
 */
final class LibraryList {

    private final Session session;
    private final Map<String, AssignedFinding> first = new TreeMap<>();
    private final Map<String, Integer> places = new TreeMap<>();

    LibraryList(Session session) {
        this.session = session;
    }

    void add(AssignedFinding assigned) {
        if (assigned.finding().asset() instanceof CryptoAsset.Library library) {
            String key = assigned.system() + "\0" + library.id();
            first.merge(key, assigned, LibraryList::mainFirst);
            places.merge(key, 1, Integer::sum);
        }
    }

    private static AssignedFinding mainFirst(AssignedFinding one, AssignedFinding other) {
        boolean tests = one.finding().occurrence().context() == CodeContext.TEST;
        return tests && other.finding().occurrence().context() == CodeContext.MAIN ? other : one;
    }

    void print() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("system", "システム"),
                session.say("PQC", "PQC"),
                session.say("from version", "対応する版"),
                session.say("library", "ライブラリ"),
                session.say("places", "箇所"),
                session.say("first seen at", "最初の箇所")));
        first.forEach((key, assigned) -> rows.add(row(assigned, places.get(key))));
        Columns.align(rows).forEach(session.console()::print);
    }

    private List<String> row(AssignedFinding assigned, int count) {
        CryptoAsset.Library library = (CryptoAsset.Library) assigned.finding().asset();
        Text presence = switch (LibraryCounts.presence(library)) {
            case YES -> new Text("あり", "yes");
            case NO -> new Text("なし", "no");
            case UNKNOWN -> new Text("不明", "not known");
        };
        String from = LibraryReadiness.standard()
                .of(library)
                .flatMap(it -> it.standardFrom())
                .orElse("-");
        Language language = session.language();
        return List.of(
                assigned.system(),
                language.choose(presence.ja(), presence.en()),
                from,
                AssetNames.name(AlgorithmRegistry.standard(), library),
                Integer.toString(count),
                assigned.finding().occurrence().place());
    }
}
