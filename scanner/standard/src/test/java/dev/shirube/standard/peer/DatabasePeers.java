package dev.shirube.standard.peer;

import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL and MariaDB, which start TLS in the middle of their own protocols. */
final class DatabasePeers {
    private DatabasePeers() {}

    /** PostgreSQL of that major version with TLS on and nothing else said about it. */
    static Peer postgres(Machine machine, int version) {
        String programs = "/usr/lib/postgresql/" + version + "/bin/";
        return new Peer(machine, programs + "postgres", "Debian package postgresql", List.of("postgres"), workshop -> {
            workshop.rsa();
            workshop.give("postgres");
            machine.run(as("postgres", programs + "initdb", "-D", workshop.path("data"), "-A", "trust", "-N"));
            workshop.write("data/postgresql.auto.conf", """
                    listen_addresses = '127.0.0.1'
                    port = @postgres@
                    unix_socket_directories = ''
                    ssl = on
                    ssl_cert_file = '@folder@/rsa.pem'
                    ssl_key_file = '@folder@/rsa.key'
                    """);
            workshop.give("postgres");
            return as("postgres", programs + "postgres", "-D", workshop.path("data"));
        });
    }

    /** MariaDB with an RSA certificate. */
    static Peer mariadb() {
        Machine machine = Machine.host();
        return new Peer(machine, "/usr/sbin/mariadbd", "Debian package mariadb-server", List.of("mysql"), workshop -> {
            workshop.rsa();
            workshop.folders("data");
            workshop.give("mysql");
            String data = "--datadir=" + workshop.path("data");
            machine.run(List.of("mariadb-install-db", "--no-defaults", "--user=mysql", data, "--skip-test-db"));
            return List.of(
                    "mariadbd",
                    "--no-defaults",
                    "--user=mysql",
                    data,
                    "--bind-address=127.0.0.1",
                    "--port=" + workshop.port("mysql"),
                    "--socket=" + workshop.path("socket"),
                    "--pid-file=" + workshop.path("pid"),
                    "--ssl-cert=" + workshop.path("rsa.pem"),
                    "--ssl-key=" + workshop.path("rsa.key"));
        });
    }

    /** The command under that user's rights; setpriv replaces itself, so the process id stays. */
    private static List<String> as(String user, String... command) {
        return Stream.concat(
                        Stream.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"),
                        Stream.of(command))
                .toList();
    }
}
