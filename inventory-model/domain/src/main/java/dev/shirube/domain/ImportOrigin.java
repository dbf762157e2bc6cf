package dev.shirube.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who said what nobody here observed: the tool that wrote a document to import, its version, and the document.
 *
 * <p>It is kept where every claim names its detector, so that lists, exports and the identity of a finding show it: two tools
 * that say the same are two claims.
 *
 * @param tool name of the tool, for example {@code sonar-cryptography}; {@link #UNNAMED} where the document names none
 * @param version its version; empty where the document does not tell
 * @param document name of the file that was imported, without its folder
 */
public record ImportOrigin(String tool, String version, String document) {

    /** Before the tool's name in the place of a detector. */
    public static final String PREFIX = "import:";

    /** The name of a tool that its document does not name. */
    public static final String UNNAMED = "unknown";

    /** Refuses null and a tool without a name. */
    public ImportOrigin {
        if (tool.isEmpty()) {
            throw new IllegalArgumentException("The origin of an import needs the name of a tool, or " + UNNAMED);
        }
        Objects.requireNonNull(version);
        Objects.requireNonNull(document);
    }

    /** The id that stands in the place of a detector: {@code import:sonar-cryptography}. */
    public String detector() {
        return PREFIX + tool;
    }

    /** Evidence that the document says so: these values, nothing followed. */
    public Evidence says(List<String> values) {
        return Evidence.direct(detector(), version, document, values);
    }

    /** Evidence that the document names something that cannot be told: with the text as it stands there. */
    public Evidence leavesOpen(String expression) {
        return new Evidence(
                detector(),
                version,
                document,
                List.of(),
                expression,
                Resolution.UNRESOLVED,
                OpenReason.UNKNOWN.id(),
                0,
                "");
    }

    /** The origin of an imported claim; nothing for one that was observed. */
    public static Optional<ImportOrigin> of(Evidence evidence) {
        return isImport(evidence.detector())
                ? Optional.of(new ImportOrigin(
                        evidence.detector().substring(PREFIX.length()), evidence.detectorVersion(), evidence.row()))
                : Optional.empty();
    }

    /** Whether that is no detector of ours but the name of another tool. */
    static boolean isImport(String detector) {
        return detector.startsWith(PREFIX) && detector.length() > PREFIX.length();
    }

    /** As people read it: {@code sonar-cryptography 1.4.0 (bom.json)}. */
    public String words() {
        return tool + (version.isEmpty() ? "" : " " + version) + (document.isEmpty() ? "" : " (" + document + ")");
    }
}
