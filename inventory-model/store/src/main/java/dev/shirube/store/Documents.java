package dev.shirube.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Documents by kind and id, of which every version stays. */
final class Documents {

    private static final String COLUMNS = "SELECT id, version, bytes, author FROM document WHERE kind = ?";

    private Documents() {}

    /** Keeps a new version; the same bytes as the latest version are that version. */
    static StoredDocument save(Connection connection, String kind, String id, byte[] bytes, String author)
            throws SQLException {
        Optional<StoredDocument> latest = latest(connection, kind, id);
        if (latest.isPresent() && Arrays.equals(latest.get().bytes(), bytes)) {
            return latest.get();
        }
        int version = latest.map(StoredDocument::version).orElse(0) + 1;
        Sql.update(
                connection,
                "INSERT INTO document (kind, id, version, bytes, author) VALUES (?, ?, ?, ?, ?)",
                kind,
                id,
                version,
                bytes,
                author);
        return new StoredDocument(kind, id, version, bytes, author);
    }

    static Optional<StoredDocument> latest(Connection connection, String kind, String id) throws SQLException {
        return Sql.first(
                connection, row -> of(kind, row), COLUMNS + " AND id = ? ORDER BY version DESC LIMIT 1", kind, id);
    }

    static Optional<StoredDocument> version(Connection connection, String kind, String id, int version)
            throws SQLException {
        return Sql.first(connection, row -> of(kind, row), COLUMNS + " AND id = ? AND version = ?", kind, id, version);
    }

    /** All versions of all documents of that kind, by id and version. */
    static List<StoredDocument> all(Connection connection, String kind) throws SQLException {
        return Sql.list(connection, row -> of(kind, row), COLUMNS + " ORDER BY id, version", kind);
    }

    private static StoredDocument of(String kind, ResultSet row) throws SQLException {
        return new StoredDocument(kind, row.getString(1), row.getInt(2), row.getBytes(3), row.getString(4));
    }
}
