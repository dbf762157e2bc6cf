package dev.shirube.shell;

import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Language;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts places by whose code they are in, and those of libraries to which no way was found. */
final class OwnerCounts {

    private final Map<CodeOwner, Long> byOwner = new EnumMap<>(CodeOwner.class);
    private long unused;

    OwnerCounts() {}

    /** Those that were counted before. */
    OwnerCounts(Map<CodeOwner, Long> byOwner, long unused) {
        this.byOwner.putAll(byOwner);
        this.unused = unused;
    }

    void add(Occurrence occurrence) {
        add(occurrence.owner(), occurrence.reach(), 1);
    }

    /** So many places of that owner, so reached. */
    void add(CodeOwner owner, Reach reach, long count) {
        byOwner.merge(owner, count, Long::sum);
        unused += Occurrence.isUnusedLibraryCode(owner, reach) ? count : 0;
    }

    /** Whether any place was told apart: otherwise nothing can be said, and least of all that there is none. */
    boolean known() {
        return of(CodeOwner.OWN) + of(CodeOwner.THIRD_PARTY) > 0;
    }

    long of(CodeOwner owner) {
        return byOwner.getOrDefault(owner, 0L);
    }

    Map<CodeOwner, Long> byOwner() {
        return Collections.unmodifiableMap(byOwner);
    }

    /** Those in libraries with no use seen. */
    long unused() {
        return unused;
    }

    /** One line, for example {@code own code 1, libraries 40 (of which no use seen: 31)}; what stays unknown is named. */
    String text(Language language) {
        long rest = of(CodeOwner.UNKNOWN);
        String told = language.choose(
                "自らのコード " + of(CodeOwner.OWN) + "、ライブラリ " + of(CodeOwner.THIRD_PARTY) + "（うち利用未確認 " + unused + "）",
                "own code " + of(CodeOwner.OWN) + ", libraries " + of(CodeOwner.THIRD_PARTY)
                        + " (of which no use seen: " + unused + ")");
        return rest == 0 ? told : told + language.choose("、区別なし " + rest, ", not told apart " + rest);
    }
}
