package dev.shirube.domain.readiness;

import dev.shirube.domain.Text;
import java.util.Locale;

/** How it is known what a version has, from best to weakest. */
public enum ReadinessEvidence {
    /** Executed: provider enumeration, or a ClientHello parsed byte by byte. */
    RAN,
    /** Looked up in the published archives, or the tagged sources, of the versions. */
    JAR_BISECT,
    /** Read in the project's own release notes. */
    NOTES,
    /** Somebody else's page or issue. */
    SECONDARY;

    /** The id that files carry, for example {@code jar-bisect}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How reports name it; what must be checked says so. */
    public Text words() {
        return switch (this) {
            case RAN -> new Text("根拠：実行結果", "seen when run");
            case JAR_BISECT -> new Text("根拠：公開版の比較", "published releases compared");
            case NOTES -> new Text("根拠：提供元の資料", "the project's own notes");
            case SECONDARY -> new Text("根拠：二次資料、要確認", "secondary source: check before relying on it");
        };
    }

    /** Whether advice that rests on it must say that it is to be checked first. */
    public boolean mustBeChecked() {
        return this == SECONDARY;
    }

    static ReadinessEvidence of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
