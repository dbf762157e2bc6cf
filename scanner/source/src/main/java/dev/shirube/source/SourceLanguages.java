package dev.shirube.source;

import dev.shirube.catalogue.Catalogue;
import dev.shirube.source.java.JavaLanguage;
import dev.shirube.source.language.SourceLanguage;
import java.util.List;

/** The one list of languages. */
final class SourceLanguages {
    private SourceLanguages() {}

    /** Every language, looking for the calls of that catalogue. */
    static List<SourceLanguage> all(Catalogue catalogue) {
        return List.of(new JavaLanguage(catalogue));
    }
}
