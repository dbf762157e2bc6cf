package dev.shirube.store;

/**
 * What a snapshot was made by, so that a difference between two can be told from a difference between two programs. An empty
 * text is unknown: older programs did not note it.
 *
 * @param toolVersion version of the program that scanned
 * @param catalogueDigest digest of what the program can find: its detectors and its catalogue of calls
 * @param registryDigest digest of the algorithms, curves and code points it knows
 * @param configuration the options that decide what a scan says, without passwords
 * @param scope what of the targets was left out, or in alone
 */
public record SnapshotOrigin(
        String toolVersion, String catalogueDigest, String registryDigest, String configuration, String scope) {

    /** Of that version; all else is unknown. */
    public static SnapshotOrigin of(String toolVersion) {
        return new SnapshotOrigin(toolVersion, "", "", "", "");
    }
}
