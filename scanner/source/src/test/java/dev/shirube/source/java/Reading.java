package dev.shirube.source.java;

import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.source.TinyCatalogue;
import dev.shirube.source.flow.FileIndex;
import dev.shirube.source.flow.FollowedLanguage;
import dev.shirube.source.flow.UnitSources;
import dev.shirube.source.language.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Sources shown to the Java language. */
final class Reading {

    private static final FollowedLanguage STANDARD = of(Catalogue.standard());
    private static final FollowedLanguage SEAL = of(new TinyCatalogue());

    private Reading() {}

    private static FollowedLanguage of(Catalogue catalogue) {
        return new FollowedLanguage(new JavaLanguage(catalogue), catalogue, AlgorithmRegistry.standard());
    }

    /** A file that stands alone, against the standard catalogue. */
    static FollowedLanguage.Calls of(String source) {
        return of("A.java", source);
    }

    /** The same in a certain place. */
    static FollowedLanguage.Calls of(String location, String source) {
        return STANDARD.calls(new SourceText(location, source), UnitSources.NONE);
    }

    /** The one call site of a file that stands alone, against the standard catalogue. */
    static CallSite only(String source) {
        List<CallSite> sites = of(source).sites();
        if (sites.size() != 1) {
            throw new AssertionError("expected one call site, not " + sites);
        }
        return sites.get(0);
    }

    /** Calls of the library that is on no class path, as {@code owner#member}, with a star where only names tell. */
    static List<String> seals(String source) {
        return seals("com/acme/A.java", source, Map.of());
    }

    static List<String> seals(String location, String source, Map<String, String> others) {
        UnitSources sources = new UnitSources() {
            @Override
            public Optional<FileIndex> file(String wanted) {
                return Optional.ofNullable(others.get(wanted))
                        .map(text -> new FileIndex(SEAL.language().read(new SourceText(wanted, text))));
            }

            @Override
            public TreeSet<String> endings() {
                return new TreeSet<>(SEAL.language().fileEndings());
            }

            @Override
            public Optional<Mentions> mentions(String word) {
                return Optional.of(new Mentions(List.of(), false));
            }
        };
        return SEAL.calls(new SourceText(location, source), sources).sites().stream()
                .map(site -> site.owner() + "#" + site.member() + (site.exactOwner() ? "" : "*"))
                .toList();
    }
}
