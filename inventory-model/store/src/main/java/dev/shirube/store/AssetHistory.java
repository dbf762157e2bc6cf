package dev.shirube.store;

import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Asks the stored intervals when an asset or one finding was there. */
final class AssetHistory {

    private AssetHistory() {}

    /** When the asset of that id was seen, by system; a snapshot saw what was there when it looked at the unit. */
    static List<AssetPresence> of(Connection connection, String asset) throws SQLException {
        return Sql.list(
                connection,
                row -> new AssetPresence(
                        row.getString(1),
                        row.getString(2),
                        LocalDate.parse(row.getString(3)),
                        row.getString(4),
                        LocalDate.parse(row.getString(5)),
                        row.getInt(6) == 1),
                "SELECT x.system, one.name, one.as_of, two.name, two.as_of, x.present FROM"
                        + " (SELECT u.system AS system, MIN(f.first_snapshot) AS first, MAX(s.snapshot) AS last,"
                        + " MAX(CASE WHEN f.until_snapshot IS NULL THEN 1 ELSE 0 END) AS present"
                        + " FROM asset a JOIN finding f ON f.asset = a.id JOIN unit u ON u.id = f.unit"
                        + " JOIN unit_scan s ON s.unit = f.unit AND s.snapshot >= f.first_snapshot"
                        + " AND (f.until_snapshot IS NULL OR s.snapshot < f.until_snapshot)"
                        + " WHERE a.identity = ? GROUP BY u.system) x"
                        + " JOIN snapshot one ON one.number = x.first JOIN snapshot two ON two.number = x.last"
                        + " ORDER BY x.system",
                asset);
    }

    /** When a finding of that system was there; rows that follow on one another are one interval. */
    static List<Presence> of(Connection connection, String system, Finding finding) throws SQLException {
        List<Presence> joined = new ArrayList<>();
        Sql.each(
                connection,
                row -> {
                    long until = row.getLong(2);
                    OptionalLong end = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(until);
                    join(joined, new Presence(row.getLong(1), end));
                },
                "SELECT f.first_snapshot, f.until_snapshot FROM finding f JOIN unit u ON u.id = f.unit"
                        + " WHERE u.system = ? AND f.fingerprint = ? ORDER BY f.first_snapshot",
                system,
                Sql.digest(finding.fingerprint()));
        return joined;
    }

    private static void join(List<Presence> joined, Presence row) {
        int last = joined.size() - 1;
        boolean goesOn = last >= 0 && joined.get(last).until().equals(OptionalLong.of(row.first()));
        if (goesOn) {
            joined.set(last, new Presence(joined.get(last).first(), row.until()));
        } else {
            joined.add(row);
        }
    }
}
