package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans that are interrupted, politely or not: what was committed stays, and going on leads to the same result. */
class InterruptionTest {

    private static final int JARS = 16;

    /** Each JAR, and the folder itself. */
    private static final int UNITS = JARS + 1;

    private static final long PATIENCE_MILLIS = 60_000;

    @TempDir
    static Path folder;

    private static final int ATTEMPTS = 8;
    private static final int SLICE_MILLIS = 20;

    private static String undisturbed;

    @BeforeAll
    static void aTargetOfManyUnits() throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Path jar = jarOf(org.bouncycastle.cert.X509CertificateHolder.class);
        for (int i = 0; i < JARS; i++) {
            Files.createLink(lib.resolve("bc-" + i + ".jar"), Files.copy(jar, folder.resolve("copy-" + i + ".jar")));
        }
        ShirubeProcess.run(folder, "scan", "lib", "--store", "whole.db", "--quiet", "--as-of", "2026-11-23")
                .endsWith(0);
        undisturbed = cbom("whole.db");
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static String cbom(String store) throws IOException {
        ShirubeProcess.run(
                        folder,
                        "report",
                        "cbom",
                        "--store",
                        store,
                        "--out",
                        store + ".cdx.json",
                        "--as-of",
                        "2026-11-23")
                .endsWith(0);
        return Files.readString(folder.resolve(store + ".cdx.json"));
    }

    private static ShirubeProcess.Running scan(String store, String... more) throws IOException {
        // The archives are the same: with a cache all but the first would be over before anybody can interrupt.
        List<String> words = new ArrayList<>(
                List.of("scan", "lib", "--store", store, "--quiet", "--as-of", "2026-11-23", "--cache", "none"));
        words.addAll(List.of(more));
        return ShirubeProcess.start(folder, words.toArray(String[]::new));
    }

    @Test
    void anInterruptedScanSaysSoKeepsWhatItHadAndCanGoOn() throws IOException, InterruptedException, SQLException {
        interrupted("polite.db").endsWith(130, "interrupted", "--resume");
        long kept = units("polite.db");
        assertThat(kept).isBetween(2L, UNITS - 1L);

        ShirubeProcess resumed = scan("polite.db", "--resume", "--out", "resumed.cdx.json")
                .await()
                .endsWith(0);
        assertThat(resumed.out()).contains(" in " + UNITS + " units");
        assertThat(cbom("polite.db")).isEqualTo(undisturbed);
        assertThat(Files.readString(folder.resolve("resumed.cdx.json"))).isEqualTo(undisturbed);
    }

    /**
     * A scan that was interrupted midway. From its first unit on it runs in short slices, so that the test sees how far it is;
     * if it is over all the same before it takes notice, another one begins.
     */
    private static ShirubeProcess interrupted(String store) throws IOException, InterruptedException, SQLException {
        for (int attempt = 1; ; attempt++) {
            Files.deleteIfExists(folder.resolve(store));
            ShirubeProcess.Running running = scan(store);
            waitForUnits(store, 0);
            while (units(store) < 2 && running.process().isAlive()) {
                signal(running, "CONT");
                TimeUnit.MILLISECONDS.sleep(SLICE_MILLIS);
                signal(running, "STOP");
            }
            signal(running, "INT");
            signal(running, "CONT");
            ShirubeProcess ended = running.await();
            if (ended.exit() != 0 || attempt == ATTEMPTS) {
                return ended;
            }
        }
    }

    private static void signal(ShirubeProcess.Running running, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(running.process().pid()))
                .start()
                .waitFor();
    }

    @Test
    void aKilledScanLeavesAStoreThatIsWholeAndCanGoOn() throws IOException, InterruptedException, SQLException {
        for (int enough : new int[] {0, 1, 4, 8}) {
            String store = "killed-" + enough + ".db";
            ShirubeProcess.Running running = scan(store);
            waitForUnits(store, enough);
            running.process().destroyForcibly();
            running.await();
            assertThat(integrity(store)).isEqualTo("ok");
            assertThat(units(store)).isGreaterThanOrEqualTo(enough);
            scan(store, "--resume").await().endsWith(0);
            assertThat(cbom(store)).isEqualTo(undisturbed);
        }
    }

    @Test
    void aGateLooksAtWhatWasFoundBeforeTheInterruptionToo() throws IOException, InterruptedException, SQLException {
        ShirubeProcess.Running running = scan("gate.db");
        waitForUnits("gate.db", 3);
        running.process().destroyForcibly();
        running.await();
        // Only what was found earlier is left: the rest of the folder is not scanned again.
        scan("gate.db", "--resume", "--fail-on", "finding", "--exclude", "**")
                .await()
                .endsWith(1);
    }

    @Test
    void aDiskThatFillsUpKeepsWhatWasCommitted() throws IOException, SQLException {
        // A limit on the size of files, in blocks of 512 bytes (enough for the native library that SQLite's driver
        // unpacks);
        // ignoring SIGXFSZ makes it a failed write.
        ShirubeProcess full = ShirubeProcess.under(
                "trap '' XFSZ; ulimit -f 3000; exec \"$@\"",
                folder,
                "scan",
                "lib",
                "--store",
                "full.db",
                "--quiet",
                "--as-of",
                "2026-11-23");
        full.endsWith(4, "full.db");
        assertThat(units("full.db")).isBetween(1L, UNITS - 1L);
        assertThat(integrity("full.db")).isEqualTo("ok");
        scan("full.db", "--resume").await().endsWith(0);
        assertThat(cbom("full.db")).isEqualTo(undisturbed);
    }

    private static void waitForUnits(String store, long enough) throws InterruptedException, SQLException {
        for (long waited = 0; waited < PATIENCE_MILLIS; waited += 20) {
            if (Files.exists(folder.resolve(store)) && units(store) >= enough) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError(store + " never held " + enough + " units");
    }

    private static long units(String store) throws SQLException {
        try (Connection connection = open(store);
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("SELECT COUNT(*) FROM sqlite_master WHERE name = 'unit_scan'")) {
            if (!tables.next() || tables.getInt(1) == 0) {
                return 0;
            }
        }
        try (Connection connection = open(store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM unit_scan")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String integrity(String store) throws SQLException {
        try (Connection connection = open(store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection open(String store) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(store) + "?busy_timeout=5000");
    }
}
