package dev.shirube.material.library;

import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.readiness.VersionRange;
import dev.shirube.engine.LogicalPath;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Puts libraries into findings.
 *
 * <p>The function and the category are {@code other}: that a library is there says nothing of what it is used for, and
 * {@code store} means keystores. A version that a build file leaves open, by a range or a variable, stays unknown: the asset has
 * none. A range that the classes of an archive allow is the asset's version.
 */
public record LibraryClaims(String detector, String version, String location) {

    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z._+-]{0,63}");

    /** A dynamic version of Gradle: {@code 1.+}. */
    private static final Pattern DYNAMIC = Pattern.compile("(.*\\.)?\\+");

    private static final int LONGEST_TEXT = 100;

    /** What the manifest that was read says. */
    public Finding of(Seen seen) {
        return of(seen, EvidenceKind.MANIFEST);
    }

    Finding of(Seen seen, EvidenceKind kind) {
        boolean range = VersionRange.of(seen.version()).isPresent();
        boolean known = range || isVersion(seen.version());
        return new Finding(
                CryptoAsset.Library.of(seen.artefact().purl(), known ? seen.version() : ""),
                new Occurrence(
                        location,
                        seen.line() > 0 ? OptionalInt.of(seen.line()) : OptionalInt.empty(),
                        OptionalInt.empty(),
                        "",
                        seen.symbol(),
                        0,
                        kind,
                        seen.context()),
                CryptoFunction.OTHER,
                Category.OTHER,
                seen.confidence(),
                evidence(seen, known ? range ? "version-range" : "" : "version-unknown"));
    }

    /** Whether that names one version. */
    static boolean isVersion(String text) {
        return VERSION.matcher(text).matches() && !DYNAMIC.matcher(text).matches();
    }

    private Evidence evidence(Seen seen, String open) {
        List<String> values =
                seen.values().stream().map(LibraryClaims::shortened).toList();
        return new Evidence(
                detector,
                version,
                seen.row(),
                values,
                open.equals("version-unknown") ? shortened(seen.version()) : "",
                open.isEmpty() ? Resolution.LITERAL : Resolution.PARTIAL,
                open,
                0,
                "");
    }

    private static String shortened(String text) {
        String label = LogicalPath.label(text);
        return label.length() > LONGEST_TEXT ? label.substring(0, LONGEST_TEXT) + "…" : label;
    }
}
