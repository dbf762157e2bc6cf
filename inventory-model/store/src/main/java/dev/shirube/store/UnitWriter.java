package dev.shirube.store;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a scan says of one unit, inside the caller's transaction. */
final class UnitWriter {

    static final String DIAGNOSTIC = "diagnostic";
    static final String COVERAGE = "coverage";
    static final String ENDPOINT = "endpoint";

    private final Connection connection;
    private final long snapshot;
    private final Dictionary dictionary;

    UnitWriter(Connection connection, long snapshot, Dictionary dictionary) {
        this.connection = connection;
        this.snapshot = snapshot;
        this.dictionary = dictionary;
    }

    /** Keeps the result, unless a newer scan has looked at the same unit in the meantime. */
    void write(long unit, ScanResult result) throws SQLException {
        boolean superseded =
                Sql.number(connection, "SELECT COUNT(*) FROM unit_scan WHERE unit = ? AND snapshot > ?", unit, snapshot)
                        > 0;
        if (!superseded) {
            Unseen unseen = Unseen.of(result);
            new Intervals(connection, Intervals.Table.FINDING, snapshot)
                    .replace(unit, findings(result.findings()), record -> unseen.test(new RecordReader(record).text()));
            new Intervals(connection, Intervals.Table.REMARK, snapshot)
                    .replace(unit, remarks(unit, result), record -> false);
        }
        Sql.update(
                connection,
                "INSERT INTO unit_scan (unit, snapshot) VALUES (?, ?) ON CONFLICT DO NOTHING",
                unit,
                snapshot);
    }

    private List<Intervals.Row> findings(List<Finding> findings) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        List<Intervals.Row> rows = new ArrayList<>();
        for (Finding finding : findings) {
            String fingerprint = finding.fingerprint();
            int count = counts.merge(fingerprint, 1, Integer::sum);
            // Two findings that only their lines tell apart are two rows all the same.
            String unique = count == 1 ? fingerprint : fingerprint + "\n#" + count;
            String asset = AssetRecord.write(finding.asset());
            String record = FindingRecord.write(finding);
            rows.add(new Intervals.Row(
                    Sql.digest(unique),
                    Sql.digest(asset + "\n" + record),
                    List.of(
                            dictionary.asset(connection, finding.asset(), asset),
                            dictionary.trait(connection, FindingTraits.of(finding))),
                    record));
        }
        return rows;
    }

    private List<Intervals.Row> remarks(long unit, ScanResult result) throws SQLException {
        List<Intervals.Row> rows = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            String record = FindingRecord.write(diagnostic);
            byte[] digest = Sql.digest(DIAGNOSTIC + "\n" + record);
            rows.add(new Intervals.Row(digest, digest, List.of(DIAGNOSTIC), record));
        }
        String coverage = FindingRecord.write(result.coverage());
        rows.add(new Intervals.Row(Sql.digest(COVERAGE), Sql.digest(coverage), List.of(COVERAGE), coverage));
        for (EndpointProfile profile : endpoints(unit, result.endpoints())) {
            String record = FindingRecord.write(profile);
            byte[] fingerprint = Sql.digest(ENDPOINT + "\n" + key(profile));
            rows.add(new Intervals.Row(fingerprint, Sql.digest(record), List.of(ENDPOINT), record));
        }
        return rows;
    }

    /** What is known of endpoints after this scan (docs/adr/0020). */
    private Collection<EndpointProfile> endpoints(long unit, List<EndpointProfile> observed) throws SQLException {
        List<EndpointProfile> before = Sql.list(
                connection,
                row -> FindingRecord.endpoint(row.getString(1)),
                "SELECT record FROM remark WHERE unit = ? AND kind = ? AND until_snapshot IS NULL",
                unit,
                ENDPOINT);
        Map<String, EndpointProfile> kept = new LinkedHashMap<>();
        for (EndpointProfile earlier : before) {
            if (observed.stream().noneMatch(it -> supersedes(it, earlier))) {
                kept.put(key(earlier), earlier);
            }
        }
        observed.forEach(it -> kept.putIfAbsent(key(it), it));
        return kept.values();
    }

    /** A scan that decided nothing takes nothing away; one that did takes the same plan's place, and that of what it belies. */
    private static boolean supersedes(EndpointProfile now, EndpointProfile earlier) {
        boolean decides = now.decided() > 0 || earlier.decided() == 0;
        return now.location().equals(earlier.location())
                && decides
                && (now.plan().equals(earlier.plan()) || now.contradicts(earlier));
    }

    private static String key(EndpointProfile profile) {
        return new RecordWriter().text(profile.location()).text(profile.plan()).toString();
    }

    /**
     * Which places a scan of a unit could not look at: what was found there before is unknown now, not gone.
     *
     * @param all whether the user left inputs out, so that nothing can be said of what is missing
     * @param locations where an input could not be read, or only in part
     */
    record Unseen(boolean all, List<String> locations) {

        static Unseen of(ScanResult result) {
            return new Unseen(excludes(result.coverage()), failures(result.diagnostics()));
        }

        static boolean excludes(Coverage coverage) {
            return coverage.rows().entrySet().stream()
                    .anyMatch(it -> leftOut(it.getKey()) && it.getValue().inputs() > 0);
        }

        private static boolean leftOut(Coverage.Key key) {
            return key.outcome() == Coverage.Outcome.EXCLUDED
                    || key.outcome() == Coverage.Outcome.SKIPPED
                            && key.detector().equals(Coverage.UNCHANGED);
        }

        static List<String> failures(List<Diagnostic> diagnostics) {
            return diagnostics.stream()
                    .filter(it -> it.severity() == Severity.ERROR)
                    .map(Diagnostic::location)
                    .distinct()
                    .toList();
        }

        boolean test(String location) {
            return all || locations.stream().anyMatch(it -> isWithin(location, it));
        }

        /** The failed place itself, something inside it, the whole unit, or any commit where the walk through them failed. */
        private static boolean isWithin(String location, String failed) {
            return failed.equals(".")
                    || failed.equals(HistoryLocation.UNIT) && HistoryLocation.is(location)
                    || location.equals(failed)
                    || location.startsWith(failed + "/")
                    || location.startsWith(failed + "!")
                    || failed.startsWith(location + ":");
        }
    }
}
