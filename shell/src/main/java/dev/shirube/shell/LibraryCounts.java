package dev.shirube.shell;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Language;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.PqcStatement;
import dev.shirube.domain.readiness.Presence;
import java.util.Map;
import java.util.TreeMap;

/** Counts crypto libraries, each version once, by whether it has post-quantum cryptography of the final standards. */
final class LibraryCounts {

    private final Map<String, Presence> libraries = new TreeMap<>();

    void add(CryptoAsset.Library library) {
        libraries.put(library.id(), presence(library));
    }

    boolean none() {
        return libraries.isEmpty();
    }

    /** Whether that version has any; of a library that is not listed it is not known. */
    static Presence presence(CryptoAsset.Library library) {
        return LibraryReadiness.standard()
                .statement(library)
                .map(PqcStatement::standard)
                .orElse(Presence.UNKNOWN);
    }

    private long of(Presence presence) {
        return libraries.values().stream().filter(presence::equals).count();
    }

    /** One line, for example {@code 12 (with PQC 3, without 4, not known 5)}. */
    String text(Language language) {
        return language.choose(
                libraries.size() + "（PQC あり " + of(Presence.YES) + "、なし " + of(Presence.NO) + "、不明 "
                        + of(Presence.UNKNOWN) + "）",
                libraries.size() + " (with PQC " + of(Presence.YES) + ", without " + of(Presence.NO) + ", not known "
                        + of(Presence.UNKNOWN) + ")");
    }
}
