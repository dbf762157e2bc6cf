package dev.shirube.shell;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Language;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.PqcStatement;
import dev.shirube.domain.readiness.Presence;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts crypto libraries, each version once, by whether it has post-quantum cryptography of the final standards. */
final class LibraryCounts {

    private final Map<String, Presence> libraries = new TreeMap<>();

    void add(CryptoAsset.Library library) {
        libraries.computeIfAbsent(library.id(), it -> presence(library));
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

    /** How many of each kind. */
    Map<Presence, Long> byPresence() {
        Map<Presence, Long> counts = new EnumMap<>(Presence.class);
        libraries.values().forEach(it -> counts.merge(it, 1L, Long::sum));
        return counts;
    }

    String text(Language language) {
        return text(byPresence(), language);
    }

    /** One line, for example {@code 12 (with PQC 3, without 4, not known 5)}. */
    static String text(Map<Presence, Long> counts, Language language) {
        long yes = counts.getOrDefault(Presence.YES, 0L);
        long no = counts.getOrDefault(Presence.NO, 0L);
        long unknown = counts.getOrDefault(Presence.UNKNOWN, 0L);
        long all = yes + no + unknown;
        return language.choose(
                all + "（PQC あり " + yes + "、なし " + no + "、不明 " + unknown + "）",
                all + " (with PQC " + yes + ", without " + no + ", not known " + unknown + ")");
    }
}
