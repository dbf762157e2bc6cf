package dev.shirube.material.library;

import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import dev.shirube.engine.LogicalPath;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Puts libraries into findings.
 *
 * <p>The function and the category are {@code other}: that a library is there says nothing of what it is used for, and
 * {@code store} means keystores. A version that is a range, a variable or missing stays unknown: the asset has none.
 */
record LibraryClaims(String detector, String version, String location) {

    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z._+-]{0,63}");

    /** A dynamic version of Gradle: {@code 1.+}. */
    private static final Pattern DYNAMIC = Pattern.compile("(.*\\.)?\\+");

    private static final int LONGEST_TEXT = 100;

    Finding of(Seen seen) {
        boolean known = isVersion(seen.version());
        return new Finding(
                asset(seen.artefact(), known ? seen.version() : ""),
                new Occurrence(
                        location,
                        seen.line() > 0 ? OptionalInt.of(seen.line()) : OptionalInt.empty(),
                        OptionalInt.empty(),
                        "",
                        seen.symbol(),
                        0,
                        EvidenceKind.MANIFEST,
                        seen.context()),
                CryptoFunction.OTHER,
                Category.OTHER,
                seen.confidence(),
                evidence(seen, known));
    }

    /** Whether that names one version. */
    static boolean isVersion(String text) {
        return VERSION.matcher(text).matches() && !DYNAMIC.matcher(text).matches();
    }

    private static CryptoAsset.Library asset(Artefact artefact, String version) {
        // '+' is the one character of a version that a package URL must encode.
        String suffix = version.isEmpty() ? "" : "@" + version.replace("+", "%2B");
        return new CryptoAsset.Library(artefact.purl() + suffix, artefact.name(), version);
    }

    private Evidence evidence(Seen seen, boolean known) {
        List<String> values =
                seen.values().stream().map(LibraryClaims::shortened).toList();
        return new Evidence(
                detector,
                version,
                seen.row(),
                values,
                known ? "" : shortened(seen.version()),
                known ? Resolution.LITERAL : Resolution.PARTIAL,
                known ? "" : "version-unknown",
                0,
                "");
    }

    private static String shortened(String text) {
        String label = LogicalPath.label(text);
        return label.length() > LONGEST_TEXT ? label.substring(0, LONGEST_TEXT) + "…" : label;
    }
}
