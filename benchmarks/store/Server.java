import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/** Starts a PostgreSQL server with its own settings, prints its process id and its URL, and ends with its input. */
public final class Server {
    private Server() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
            row.next();
            System.out.println(row.getString(1) + " " + server.getJdbcUrl("postgres", "postgres"));
            System.in.read();
        }
    }
}
