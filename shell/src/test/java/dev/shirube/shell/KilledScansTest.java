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
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans killed at fifty moments that nobody chose: what was committed stays, and going on leads to the same bytes. */
@Tag("slow")
class KilledScansTest {

    private static final int KILLS = 50;
    private static final int JARS = 240;
    private static final int CLASSES = 12;

    /** A process commits up to so many units more before it is killed. */
    private static final int STRIDE = 20;

    private static final long PATIENCE_MILLIS = 60_000;

    @TempDir
    static Path folder;

    @Test
    void fiftyKilledScansEndWithTheSameBytesAsAnUndisturbedOne() throws Exception {
        aTargetOfManyUnits();
        scan("whole.db").await().endsWith(0);
        String undisturbed = cbom("whole.db");
        Random random = new Random(2035);
        int kills = 0;
        int chains = 0;
        while (kills < KILLS) {
            String store = "killed-" + chains++ + ".db";
            boolean over = false;
            // One store is killed, resumed and killed again until a scan gets to its end.
            while (!over && kills < KILLS) {
                Map<String, Long> before = committed(store);
                ShirubeProcess.Running running = scan(store);
                over = !waitFor(store, before.size() + random.nextInt(STRIDE), running.process());
                TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
                Map<String, Long> promised = committed(store);
                running.process().destroyForcibly();
                running.await();
                kills += over ? 0 : 1;
                assertThat(first(store, "PRAGMA integrity_check")).isEqualTo("ok");
                assertThat(committed(store)).containsAllEntriesOf(promised);
            }
            scan(store).await().endsWith(0);
            assertThat(cbom(store)).isEqualTo(undisturbed);
        }
        assertThat(kills).isEqualTo(KILLS);
    }

    private static void aTargetOfManyUnits() throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Path jar = Path.of(org.bouncycastle.cert.X509CertificateHolder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (ZipFile all = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> classes = all.stream()
                    .filter(it -> it.getName().matches("org/bouncycastle/(operator|openssl|cms)/jcajce/.*\\.class"))
                    .toList();
            for (int i = 0; i < JARS; i++) {
                try (ZipOutputStream out =
                        new ZipOutputStream(Files.newOutputStream(lib.resolve("part-" + i + ".jar")))) {
                    for (int j = 0; j < CLASSES; j++) {
                        ZipEntry entry = classes.get((i * 7 + j) % classes.size());
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        out.write(all.getInputStream(entry).readAllBytes());
                    }
                }
            }
        }
    }

    private static ShirubeProcess.Running scan(String store) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "scan", "lib", "--store", store, "--quiet", "--as-of", "2026-11-23", "--cache", "none", "--resume"));
        return ShirubeProcess.start(folder, words.toArray(String[]::new));
    }

    private static String cbom(String store) throws IOException {
        String out = store + ".cdx.json";
        ShirubeProcess.run(folder, "report", "cbom", "--store", store, "--out", out, "--as-of", "2026-11-23")
                .endsWith(0);
        return Files.readString(folder.resolve(out));
    }

    /** Whether the scan was still running when the store held so many units. */
    private static boolean waitFor(String store, int enough, Process process) throws Exception {
        for (long waited = 0; waited < PATIENCE_MILLIS && process.isAlive(); waited += 5) {
            if (committed(store).size() >= enough) {
                return process.isAlive();
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return false;
    }

    /** The units that are committed, with the number of their findings. */
    private static Map<String, Long> committed(String store) throws SQLException {
        Map<String, Long> units = new TreeMap<>();
        if (!Files.exists(folder.resolve(store))
                || first(store, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'part_unit'")
                        .equals("0")) {
            return units;
        }
        try (Connection connection = open(store);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT u.path, (SELECT COUNT(*) FROM finding f WHERE f.unit = u.id)"
                                + " FROM unit u JOIN unit_scan s ON s.unit = u.id")) {
            while (rows.next()) {
                units.put(rows.getString(1), rows.getLong(2));
            }
        }
        return units;
    }

    private static String first(String store, String sql) throws SQLException {
        try (Connection connection = open(store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection open(String store) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(store) + "?busy_timeout=5000");
    }
}
