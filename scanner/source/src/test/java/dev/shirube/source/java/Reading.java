package dev.shirube.source.java;

import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.source.TinyCatalogue;
import dev.shirube.source.language.Neighbours;
import dev.shirube.source.language.SourceCalls;
import dev.shirube.source.language.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources shown to the Java language. */
final class Reading {

    static final JavaLanguage STANDARD = new JavaLanguage(Catalogue.standard());
    private static final JavaLanguage SEAL = new JavaLanguage(new TinyCatalogue());

    private Reading() {}

    /** A file that stands alone, against the standard catalogue. */
    static SourceCalls of(String source) {
        return STANDARD.callSites(new SourceText("A.java", source), Neighbours.NONE);
    }

    /** The one call site of a file that stands alone, against the standard catalogue. */
    static CallSite only(String source) {
        List<CallSite> sites = of(source).callSites();
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
        Neighbours neighbours = it -> Optional.ofNullable(others.get(it)).map(text -> new SourceText(it, text));
        return SEAL.callSites(new SourceText(location, source), neighbours).callSites().stream()
                .map(site -> site.owner() + "#" + site.member() + (site.exactOwner() ? "" : "*"))
                .toList();
    }
}
