package dev.shirube.planner.roadmap;

import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import java.util.List;
import java.util.Optional;

/** Says whose code the findings of a task are in, and whether a use of it was seen, as far as that was looked at. */
final class UseReasons {

    private UseReasons() {}

    /** Empty where no finding is in code that was told apart. */
    static Optional<Reason> of(List<Finding> findings) {
        long own = count(findings, CodeOwner.OWN);
        long library = count(findings, CodeOwner.THIRD_PARTY);
        if (own + library == 0) {
            return Optional.empty();
        }
        long unused = findings.stream()
                .map(Finding::occurrence)
                .filter(Occurrence::inUnusedLibraryCode)
                .count();
        return Optional.of(unused == findings.size() ? unused() : counts(own, library, unused, findings.size()));
    }

    /** What a reader is told of a place in a library to which no way was found. */
    static Reason unused() {
        return Reason.of(
                Reason.Kind.USE,
                "ライブラリ内にあり、利用は確認されていない（不使用の証明ではない）。ライブラリの更新で対応する",
                "in a library, no use seen (which proves no absence): upgrade the library");
    }

    private static Reason counts(long own, long library, long unused, long all) {
        long rest = all - own - library;
        return Reason.of(
                Reason.Kind.USE,
                "自らのコード " + own + " 件、ライブラリ " + library + " 件（うち利用未確認 " + unused + " 件）"
                        + (rest == 0 ? "" : "、区別していないもの " + rest + " 件"),
                "own code " + own + ", libraries " + library + " (of which no use seen: " + unused + ")"
                        + (rest == 0 ? "" : ", not told apart " + rest));
    }

    private static long count(List<Finding> findings, CodeOwner owner) {
        return findings.stream().filter(it -> it.occurrence().owner() == owner).count();
    }
}
