package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.examples.LoopbackTlsServer;
import dev.shirube.examples.TlsProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints on loopback, scanned by processes of their own. */
@Timeout(240)
class EndpointScanTest {

    private static final int SERVERS = 4;

    @TempDir
    Path folder;

    private final List<LoopbackTlsServer> servers = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        StringBuilder targets = new StringBuilder("# loopback only\n");
        for (int i = 0; i < SERVERS; i++) {
            servers.add(LoopbackTlsServer.start(i % 2 == 0 ? TlsProfile.CLASSICAL_RSA : TlsProfile.HYBRID));
            targets.append(servers.get(i).target()).append('\n');
        }
        Files.writeString(folder.resolve("targets.txt"), targets);
    }

    @AfterEach
    void stop() throws IOException {
        for (LoopbackTlsServer server : servers) {
            server.close();
        }
    }

    private int connections() {
        return servers.stream().mapToInt(LoopbackTlsServer::connections).sum();
    }

    private ShirubeProcess.Running scan(String store, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("scan", "@targets.txt", "--store", store, "--as-of", "2026-11-23"));
        words.addAll(List.of("--lang", "en"));
        words.addAll(List.of(more));
        return ShirubeProcess.start(folder, words.toArray(String[]::new));
    }

    @Test
    void theEstimateIsSaidBeforeAnythingIsContactedAndKept() throws IOException {
        ShirubeProcess run = scan("s.db").await().endsWith(0);
        assertThat(run.err())
                .contains(
                        "4 endpoints: typically 16 connections, at most 24; about 2 s at 100 a second (10 to one address).");
        assertThat(connections()).isLessThanOrEqualTo(24);
        assertThat(run.out()).contains(" in 4 units");
    }

    @Test
    void aPaceOfNothingIsWrongUsageAndNobodyIsContacted() throws IOException {
        scan("s.db", "--rate", "0").await().refuses(2, "--rate cannot be 0");
        scan("s.db", "--rate-per-host", "0").await().refuses(2, "--rate-per-host cannot be 0");
        scan("s.db", "--deadline", "61").await().refuses(2, "--deadline takes 1 to 60 seconds");
        Files.writeString(folder.resolve("targets.txt"), "\ntls://127.0.0.300\n");
        scan("s.db").await().refuses(2, "targets.txt:2: tls://127.0.0.300");
        assertThat(connections()).isZero();
        assertThat(folder.resolve("s.db")).doesNotExist();
    }

    @Test
    void aHostThatRefusesIsADiagnosticAndNoFault() throws IOException {
        stop();
        scan("s.db").await().endsWith(0, "warning: 4 inputs could not be read");
        scan("s.db", "--strict").await().endsWith(3);
    }

    @Test
    void aDeadlineBoundsWhatASilentServerCosts() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve("targets.txt"), "tls://127.0.0.1:" + silent.getLocalPort());
            scan("s.db", "--deadline", "1").await().endsWith(0, "1 input could not be read");
            String told = ShirubeProcess.run(folder, "inventory", "coverage", "--store", "s.db", "--lang", "en")
                    .endsWith(0)
                    .out();
            assertThat(told).contains("host-stalled", " 1000 ms");
        }
    }

    /** Nothing is asked twice: what was recorded before the process was killed is not asked again. */
    @Test
    @Tag("slow")
    void aKilledScanGoesOnInsideAnEndpoint() throws IOException, InterruptedException, SQLException {
        scan("whole.db").await().endsWith(0);
        int undisturbed = connections();
        String expected = exported("whole.db");

        ShirubeProcess.Running running = scan("killed.db", "--rate-per-host", "5");
        waitForParts("killed.db", 2);
        running.process().destroyForcibly();
        running.await();
        int before = connections() - undisturbed;
        long parts = count("killed.db", "part");
        long units = count("killed.db", "unit_scan");
        assertThat(parts).isPositive();
        assertThat(units).isLessThan(SERVERS);

        ShirubeProcess resumed = scan("killed.db", "--resume").await().endsWith(0);
        assertThat(resumed.out()).contains(" in 4 units");
        int after = connections() - undisturbed - before;
        long recorded = parts + units * (undisturbed / SERVERS);
        assertThat(after).isEqualTo((int) (undisturbed - recorded));
        assertThat(exported("killed.db")).isEqualTo(expected);
        assertThat(count("killed.db", "part")).isZero();
    }

    private String exported(String store) throws IOException {
        ShirubeProcess.run(folder, "inventory", "export", store + ".jsonl", "--store", store, "--as-of", "2026-11-23")
                .endsWith(0);
        return Files.readString(folder.resolve(store + ".jsonl"));
    }

    private void waitForParts(String store, long enough) throws InterruptedException {
        for (int i = 0; i < 12_000; i++) {
            try {
                if (Files.exists(folder.resolve(store)) && count(store, "part") >= enough) {
                    return;
                }
            } catch (SQLException notYet) {
                // The tables are being made.
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new AssertionError(store + " never held " + enough + " parts");
    }

    private long count(String store, String table) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(store) + "?busy_timeout=5000");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
