package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.diff.Change;
import dev.shirube.domain.diff.ChangeKind;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.diff.Looked;
import dev.shirube.domain.diff.Progress.Share;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.PlacePattern;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.mapping.SystemRules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Differences of snapshots as the store finds them, on each of its databases. */
class SnapshotDiffTest {

    @TempDir
    Path directory;

    private Store open(Databases database) {
        return Store.open(database.url(directory, "diff"));
    }

    private static Finding at(String location, int line) {
        return Samples.rsa(location, line);
    }

    private static Finding of(Finding finding, String algorithm, String digest) {
        return new Finding(
                new CryptoAsset.AlgorithmAsset(Algorithm.parse(algorithm)),
                finding.occurrence(),
                finding.function(),
                finding.category(),
                finding.confidence(),
                finding.evidence().withInputDigest(digest));
    }

    private static Snapshot scan(Store store, String system, String version, ScanResult... results) {
        return scan(store, system, List.of("/" + system), version, results);
    }

    private static Snapshot scan(
            Store store, String system, List<String> targets, String version, ScanResult... results) {
        ScanSession session = store.begin(system, targets, LocalDate.EPOCH, version);
        for (ScanResult result : results) {
            session.accept(result);
        }
        session.complete();
        return session.snapshot();
    }

    private static List<String> said(InventoryDiff diff) {
        return diff.occurrences().stream()
                .map(it -> it.system() + " " + it.kind().id() + " "
                        + it.finding().occurrence().place())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void what_came_went_moved_and_changed_is_told_between_any_two_snapshots(Databases database) {
        try (Store store = open(database)) {
            Snapshot first = scan(
                    store, "pay", "1", Samples.plain(".", at("a", 1), at("b", 1), at("c", 1), at("d", 1), at("e", 1)));
            Snapshot second = scan(
                    store,
                    "pay",
                    "1",
                    Samples.plain(
                            ".",
                            at("a", 1),
                            at("b", 7),
                            of(at("c", 1), "rsa-key;parameter=4096", ""),
                            at("e", 1),
                            at("f", 1)));
            Snapshot third = scan(store, "pay", "1", Samples.plain(".", at("a", 1), at("e", 1)));

            assertThat(said(store.diff(Windows.between(first, second), Optional.empty(), false)))
                    .containsExactly("pay new f:1", "pay gone d:1", "pay moved b:7", "pay changed c:1");
            assertThat(said(store.diff(Windows.between(second, third), Optional.empty(), false)))
                    .containsExactly("pay gone b:7", "pay gone c:1", "pay gone f:1");
            assertThat(said(store.diff(Windows.between(first, third), Optional.empty(), false)))
                    .containsExactly("pay gone b:1", "pay gone c:1", "pay gone d:1");
            assertThat(store.diff(Windows.between(third, third), Optional.empty(), false)
                            .occurrences())
                    .isEmpty();
            assertThatThrownBy(() -> Windows.between(second, first)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_bytes_judged_by_another_version_are_judged_again(Databases database) {
        try (Store store = open(database)) {
            Snapshot first = scan(store, "pay", "1", Samples.plain(".", of(at("a", 1), "rsa-key", "d")));
            Snapshot second = scan(store, "pay", "1", Samples.plain(".", of(at("a", 1), "ec-key", "d")));
            Snapshot third = scan(store, "pay", "2", Samples.plain(".", of(at("a", 1), "rsa-key", "d")));

            assertThat(said(store.diff(Windows.between(first, second), Optional.empty(), false)))
                    .containsExactly("pay changed a:1");
            assertThat(said(store.diff(Windows.between(second, third), Optional.empty(), false)))
                    .containsExactly("pay re-judged a:1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_scanned_or_not_readable_again_is_not_gone(Databases database) {
        try (Store store = open(database)) {
            scan(store, "other", "1", Samples.plain(".", at("o", 1)));
            Snapshot first = scan(
                    store,
                    "pay",
                    "1",
                    Samples.plain(".", at("a", 1), at("b", 1)),
                    Samples.plain("x.jar", at("x.jar!/C", 1)));
            Snapshot second = scan(
                    store,
                    "pay",
                    "1",
                    new ScanResult(
                            ".",
                            List.of(at("b", 1)),
                            List.of(
                                    Diagnostic.of(DiagnosticCode.UNREADABLE, "a", "denied"),
                                    Diagnostic.of(DiagnosticCode.MALFORMED, "x.jar", "ZIP archive", "cut off")),
                            Coverage.NONE));

            InventoryDiff diff = store.diff(Windows.between(first, second), Optional.empty(), true);

            assertThat(said(diff))
                    .containsExactly(
                            "other not-looked-at o:1", "pay not-looked-at a:1", "pay not-looked-at x.jar!/C:1");
            assertThat(diff.systems())
                    .containsExactly(new Change.OfSystem(ChangeKind.NOT_LOOKED_AT, "other", List.of()));
            assertThat(diff.progress().get(0).plainAfter()).isEqualTo(new Share(0, 4));
            assertThat(diff.progress().get(0).sameAfter()).isEqualTo(new Share(0, 1));
            InventoryDiff one = store.diff(Windows.between(first, second), Optional.of("pay"), false);
            assertThat(one.occurrences()).isEmpty();
            assertThat(one.number(ChangeKind.NOT_LOOKED_AT)).isEqualTo(2);
            assertThat(one.numbers()).containsOnlyKeys("pay");
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_names_the_last_two_scans_of_each_target_are_compared(Databases database) {
        try (Store store = open(database)) {
            scan(store, "pay", List.of("/one"), "1", Samples.plain(".", at("a", 1)));
            assertThat(Windows.latest(store.snapshots())).isEmpty();
            scan(store, "pay", List.of("/two"), "1", Samples.plain(".", at("b", 1)));
            scan(store, "tax", List.of("/tax"), "1", Samples.plain(".", at("t", 1)));
            scan(store, "pay", List.of("/one"), "1", Samples.plain(".", at("a", 2)));
            scan(store, "pay", List.of("/two"), "1", Samples.plain(".", at("b", 1), at("b2", 1)));

            InventoryDiff diff = store.diff(Windows.latest(store.snapshots()).orElseThrow(), Optional.empty(), false);

            assertThat(said(diff)).containsExactly("pay new b2:1", "pay moved a:2", "tax new t:1");
            assertThat(diff.systems()).containsExactly(new Change.OfSystem(ChangeKind.NEW, "tax", List.of()));
            assertThat(diff.progress().get(0).sameAfter().total()).isEqualTo(3); // not that of tax
            assertThat(diff.progress().get(0).plainAfter().total()).isEqualTo(4);
            assertThat(Windows.since(LocalDate.EPOCH.minusDays(1), store.snapshots()))
                    .isEmpty();
            assertThat(Windows.since(LocalDate.EPOCH, store.snapshots())
                            .orElseThrow()
                            .widest())
                    .isEqualTo(new Windows.Window(5, 5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_declared_otherwise_between_two_snapshots_is_a_change_of_its_own_kind(Databases database) {
        try (Store store = open(database)) {
            InformationSystem plain = InformationSystem.undeclared("pay");
            InformationSystem declared = new Samples(3).system("pay");
            store.saveSystems(List.of(plain), "佐藤", LocalDate.EPOCH);
            scan(store, "pay", List.of("/one"), "1", Samples.plain(".", at("a", 1)));
            store.saveSystems(List.of(declared), "鈴木", LocalDate.EPOCH.plusDays(1));
            scan(store, "pay", List.of("/one"), "1", Samples.plain(".", at("a", 1)));
            store.saveSystems(List.of(plain), "佐藤", LocalDate.EPOCH.plusDays(2));
            scan(store, "tax", List.of("/tax"), "1", Samples.plain(".", at("t", 1)));
            scan(store, "pay", List.of("/one"), "1", Samples.plain(".", at("a", 1)));

            List<Snapshot> all = store.snapshots();
            Change.OfSystem there = only(store.diff(Windows.between(all.get(0), all.get(1)), Optional.empty(), false));
            assertThat(there.kind()).isEqualTo(ChangeKind.DECLARED);
            assertThat(there.system()).isEqualTo("pay");
            Change.OfSystem back = only(store.diff(Windows.between(all.get(1), all.get(3)), Optional.of("pay"), false));
            assertThat(back.differences()).hasSameSizeAs(there.differences());
            assertThat(store.diff(Windows.between(all.get(0), all.get(3)), Optional.of("pay"), false)
                            .systems())
                    .as("what was declared and taken back is no change between the ends")
                    .isEmpty();
            assertThat(store.diff(Windows.latest(all).orElseThrow(), Optional.of("pay"), false)
                            .numbers()
                            .get("pay"))
                    .isEqualTo(Map.of(
                            ChangeKind.DECLARED, (long) there.differences().size()));
            assertThat(store.systemsHistory())
                    .containsExactly(
                            new Declared<>(1, "佐藤", Optional.of(LocalDate.EPOCH), 0, List.of(plain)),
                            new Declared<>(2, "鈴木", Optional.of(LocalDate.EPOCH.plusDays(1)), 1, List.of(declared)),
                            new Declared<>(3, "佐藤", Optional.of(LocalDate.EPOCH.plusDays(2)), 2, List.of(plain)));
        }
    }

    private static Change.OfSystem only(InventoryDiff diff) {
        assertThat(diff.systems()).hasSize(1);
        return diff.systems().get(0);
    }

    @ParameterizedTest
    @EnumSource
    void what_an_assignment_moves_is_told_under_its_system(Databases database) {
        Assignment assignment =
                new Assignment("tax", PlacePattern.of(PlacePattern.Kind.PATH, "tax/**"), "me", LocalDate.EPOCH);
        SystemMapping mapping = new SystemMapping(SystemRules.NONE, List.of(assignment));
        try (Store store = open(database)) {
            Snapshot first =
                    scan(store, "pay", "1", Samples.plain(".", at("a", 1), at("tax/b", 1), at("tax/c", 1), at("d", 1)));
            Snapshot second = scan(
                    store, "pay", "1", Samples.plain(".", at("a", 2), at("tax/b", 2), at("tax/c", 1), at("tax/e", 1)));
            Store mapped = store.mappedBy(() -> mapping);

            InventoryDiff diff = mapped.diff(Windows.between(first, second), Optional.empty(), false);

            assertThat(said(diff))
                    .containsExactly("pay gone d:1", "pay moved a:2", "tax new tax/e:1", "tax moved tax/b:2");
            assertThat(diff.systems()).isEmpty();
            assertThat(diff.progress().get(0).sameAfter()).isEqualTo(new Share(1, 5));
            assertThat(said(mapped.diff(Windows.between(first, second), Optional.of("tax"), false)))
                    .containsExactly("tax new tax/e:1", "tax moved tax/b:2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_what_the_two_whole_inventories_differ_in(Databases database) {
        Random random = new Random(7);
        try (Store store = open(database)) {
            store.saveSystems(List.of(InformationSystem.undeclared("s0"), InformationSystem.undeclared("s2")));
            List<Snapshot> snapshots = new ArrayList<>();
            List<Set<String>> scanned = new ArrayList<>();
            Map<String, List<Finding>> last = new HashMap<>();
            for (int i = 0; i < 14; i++) {
                String system = "s" + random.nextInt(3);
                Set<String> units = new HashSet<>();
                List<ScanResult> results = new ArrayList<>();
                for (String unit : List.of("u1", "u2", "u3")) {
                    // What a scan finds none of is gone when it is complete: here each is handed over, or not readable.
                    if (random.nextInt(4) > 0) {
                        units.add(system + unit);
                        List<Finding> edited =
                                edited(random, system, unit, last.getOrDefault(system + unit, List.of()));
                        last.put(system + unit, edited);
                        results.add(Samples.plain(unit, edited.toArray(Finding[]::new)));
                    } else {
                        results.add(new ScanResult(
                                "broken" + unit,
                                List.of(),
                                List.of(Diagnostic.of(DiagnosticCode.UNREADABLE, unit, "denied")),
                                Coverage.NONE));
                    }
                }
                snapshots.add(scan(store, system, "1", results.toArray(ScanResult[]::new)));
                scanned.add(units);
            }
            int changes = 0;
            for (int i = 0; i < snapshots.size(); i++) {
                for (int j = i; j < snapshots.size(); j += 1 + random.nextInt(3)) {
                    Snapshot a = snapshots.get(i);
                    Snapshot b = snapshots.get(j);
                    InventoryDiff expected =
                            InventoryDiff.between(store.inventoryAt(a), store.inventoryAt(b), new Sight(scanned, i, j));
                    InventoryDiff found = store.diff(Windows.between(a, b), Optional.empty(), true);
                    assertThat(found.occurrences()).isEqualTo(expected.occurrences());
                    assertThat(found).isEqualTo(expected);
                    changes += found.occurrences().size();
                }
            }
            assertThat(changes).isGreaterThan(300);
        }
    }

    private static List<Finding> edited(Random random, String system, String unit, List<Finding> before) {
        List<Finding> after = new ArrayList<>();
        for (Finding it : before) {
            switch (random.nextInt(6)) {
                case 0 -> {} // gone
                case 1 ->
                    after.add(of(it, random.nextBoolean() ? "ml-dsa;parameter=65" : "ecdsa", "d" + random.nextInt(9)));
                case 2 ->
                    after.add(it.withOccurrence(it.occurrence()
                            .withLine(java.util.OptionalInt.of(random.nextInt(50)), java.util.OptionalInt.empty())));
                default -> after.add(it);
            }
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            after.add(of(
                    at(system + unit + "/" + random.nextInt(1_000_000), random.nextInt(50)),
                    "rsa-key;parameter=2048",
                    "d" + random.nextInt(9)));
        }
        return after;
    }

    /** What the test itself knows of which unit was scanned when. */
    private record Sight(List<Set<String>> scanned, int from, int to) implements Looked {
        @Override
        public boolean before(AssignedFinding finding) {
            return among(0, from, it -> it.startsWith(finding.system()));
        }

        @Override
        public boolean after(AssignedFinding finding) {
            String unit = finding.finding().occurrence().location();
            return among(from + 1, to, unit.substring(0, unit.indexOf('/'))::equals);
        }

        @Override
        public boolean system(String id) {
            return from < to && among(from + 1, to, it -> it.startsWith(id));
        }

        private boolean among(int first, int last, java.util.function.Predicate<String> which) {
            return scanned.subList(Math.min(first, last + 1), last + 1).stream()
                    .flatMap(Set::stream)
                    .anyMatch(which);
        }

        @Override
        public Tools tools(String system) {
            return among(0, from, it -> it.startsWith(system)) ? Tools.SAME : Tools.UNKNOWN;
        }
    }
}
