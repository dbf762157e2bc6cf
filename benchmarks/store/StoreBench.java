import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.ScanResult;
import dev.shirube.store.FindingCount;
import dev.shirube.store.ScanSession;
import dev.shirube.store.Selection;
import dev.shirube.store.Snapshot;
import dev.shirube.store.Store;
import dev.shirube.store.Windows;
import dev.shirube.domain.diff.InventoryDiff;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A store of many findings: each step prints CPU seconds of this process and of the server, and what the store weighs.
 * Arguments: the store's URL, how many findings, how many snapshots, and where the server's process id is written, if there
 * is one. Findings come in units of 500, of ten systems; from one snapshot to the next 2 in 100 are gone, changed or new.
 */
public final class StoreBench {

    private static final int SYSTEMS = 10;
    private static final int PER_UNIT = 500;
    private static final String[] ENTRIES = {"rsa-key", "ecdsa", "ecdh", "aes", "sha-2", "ml-kem", "ml-dsa", "dsa", "dh"};
    private static final CryptoFunction[] FUNCTIONS = {
        CryptoFunction.SIGN, CryptoFunction.VERIFY, CryptoFunction.KEYGEN, CryptoFunction.ENCRYPT, CryptoFunction.DECRYPT
    };

    private final String url;
    private final long server;
    private long client;
    private long remote;

    private StoreBench(String url, long server) {
        this.url = url;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        long server = arguments.length > 3 ? Long.parseLong(arguments[3]) : -1;
        new StoreBench(arguments[0], server).run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    private void run(int findings, int snapshots) throws Exception {
        mark();
        for (int round = 0; round < snapshots; round++) {
            try (Store store = Store.open(url)) {
                int units = findings / PER_UNIT;
                for (int system = 0; system < SYSTEMS; system++) {
                    ScanSession session = store.begin(
                            "system-" + system, List.of("/srv/system-" + system), LocalDate.of(2026, 4, 1).plusYears(round), "1");
                    for (int unit = system; unit < units; unit += SYSTEMS) {
                        session.accept(unit(unit, round));
                    }
                    session.complete();
                }
            }
            report(round == 0 ? "insert" : "scan again, 2 % changed");
            long bytes = size();
            System.out.printf("  %,d bytes, %.0f a finding%n", bytes, (double) bytes / findings);
        }
        try (Store store = Store.open(url)) {
            mark();
            long counted = store.view(it -> it.counts(Selection.ALL)).stream().mapToLong(FindingCount::count).sum();
            report("count by system, asset and traits: " + counted);
            long[] total = new long[1];
            store.forEachFinding(it -> total[0]++);
            report("read one by one: " + total[0]);
            if (snapshots > 1) {
                List<Snapshot> all = store.snapshots();
                InventoryDiff diff = store.diff(
                        Windows.between(all.get(SYSTEMS * (snapshots - 1) - 1), all.get(all.size() - 1)),
                        Optional.empty(),
                        false);
                report("diff of the last two: " + diff.occurrences().size() + " changes");
            }
        }
        System.out.printf("peak memory %,d KB%n", peak());
    }

    /** One in fifty of what a unit holds differs from round to round: gone, on another line, and new in turn. */
    private static ScanResult unit(int unit, int round) {
        List<Finding> findings = new ArrayList<>();
        String jar = "lib/component-" + unit + ".jar";
        for (int i = 0; i < PER_UNIT; i++) {
            int turn = (i + unit) % 50 == 0 ? round : 0;
            boolean renamed = turn > 0 && i % 2 == 0;
            findings.add(finding(jar, i, renamed ? "Renamed" + turn : "Service", renamed ? 0 : turn));
        }
        return new ScanResult(jar, findings, List.of(), Coverage.NONE);
    }

    private static Finding finding(String jar, int i, String name, int moved) {
        String owner = "jp.example.office.module" + i / 10 + "." + name + i;
        Algorithm algorithm =
                Algorithm.Known.of(ENTRIES[i % ENTRIES.length]).withParameterSet(String.valueOf(1024 * (1 + i % 4)));
        return new Finding(
                new CryptoAsset.AlgorithmAsset(algorithm),
                new Occurrence(
                        jar + "!/" + owner.replace('.', '/') + ".class",
                        OptionalInt.of(10 + i + moved),
                        OptionalInt.of(4 * i),
                        owner + "#process([BLjava/lang/String;)[B",
                        "java.security.Signature#getInstance",
                        0,
                        EvidenceKind.BYTECODE,
                        i % 7 == 0 ? CodeContext.TEST : CodeContext.MAIN),
                FUNCTIONS[i % FUNCTIONS.length],
                Category.PUBLIC_KEY,
                Confidence.CERTAIN,
                new Evidence(
                        "bytecode",
                        "1",
                        "jca/Signature.getInstance",
                        List.of("SHA256withRSA"),
                        "",
                        Resolution.LITERAL,
                        "",
                        0,
                        String.format("%064x", i * 31L)));
    }

    private void mark() throws IOException {
        client = clientCpu();
        remote = serverCpu();
    }

    private void report(String step) throws IOException {
        double mine = (clientCpu() - client) / 1e9;
        double theirs = (serverCpu() - remote) / 100.0;
        System.out.printf("%-45s %6.2f CPU s%s%n", step, mine + theirs, server < 0 ? "" : String.format(" (server %.2f)", theirs));
        mark();
    }

    private static long clientCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Hundredths of seconds of the server and its processes, ended ones too (proc(5): utime, stime, cutime, cstime). */
    private long serverCpu() throws IOException {
        if (server < 0) {
            return 0;
        }
        long ticks = times(server, 4);
        for (ProcessHandle child : ProcessHandle.of(server).orElseThrow().children().toList()) {
            ticks += times(child.pid(), 2);
        }
        return ticks;
    }

    private static long times(long process, int fields) {
        String line;
        try {
            line = Files.readString(Path.of("/proc/" + process + "/stat"));
        } catch (IOException e) {
            return 0; // ended since it was listed: its parent's times hold it now
        }
        String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int i = 0; i < fields; i++) {
            sum += Long.parseLong(words[11 + i]);
        }
        return sum;
    }

    private long size() throws Exception {
        if (server < 0) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + url);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            return Files.size(Path.of(url));
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_database_size(current_database())")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(it -> it.startsWith("VmHWM"))
                .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
