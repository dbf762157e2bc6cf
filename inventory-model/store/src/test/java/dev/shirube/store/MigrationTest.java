package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoFunction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores of earlier versions, in the SQL that they were made with. */
class MigrationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path directory;

    private String store(int version) throws IOException {
        String file = directory.resolve("s.db").toString();
        for (int script = 1; script <= version; script++) {
            try (InputStream in = MigrationTest.class.getResourceAsStream("store-" + script + ".sql")) {
                String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                Databases.run(file, sql.split("\n\n"));
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_store_of_an_earlier_version_opens_with_all_that_it_held(int version) throws IOException {
        String file = store(version);
        try (Store store = Store.open(file)) {
            assertThat(store.snapshots())
                    .containsExactly(
                            new Snapshot(
                                    1,
                                    "payroll@2026-04-01#1",
                                    "payroll",
                                    List.of("./payroll"),
                                    LocalDate.of(2026, 4, 1),
                                    "0.1.0",
                                    true),
                            new Snapshot(
                                    2,
                                    "payroll@2026-10-01#2",
                                    "payroll",
                                    List.of("./payroll"),
                                    LocalDate.of(2026, 10, 1),
                                    "0.1.0",
                                    true),
                            new Snapshot(
                                    3,
                                    "web@2026-10-02#3",
                                    "web",
                                    List.of("t", "u"),
                                    LocalDate.of(2026, 10, 2),
                                    "0.1.0",
                                    false));
            AssignedFinding now = store.inventory().findings().get(0);
            assertThat(store.inventory().findings()).hasSize(1);
            assertThat(now.finding().occurrence().line()).isEqualTo(OptionalInt.of(9));
            assertThat(store.presence("payroll", now.finding())).containsExactly(new Presence(1, OptionalLong.empty()));
            assertThat(store.inventoryAt(store.snapshot("#1").orElseThrow()).findings())
                    .extracting(it -> it.finding().occurrence().location())
                    .containsExactly("lib/a.jar!/A.class", "lib/a.jar!/B.class");
            assertThat(store.systems()).extracting(it -> it.id()).containsExactly("payroll");
            assertThat(store.document("roadmap", "main").orElseThrow().author()).isEqualTo("佐藤");
            assertThat(store.resume("web", List.of("t", "u")).orElseThrow().recorded("t"))
                    .hasSize(version - 1);

            List<FindingCount> groups = store.view(it -> it.counts(Selection.ALL));
            assertThat(groups).hasSize(1);
            assertThat(groups.get(0).traits().function()).isEqualTo(CryptoFunction.SIGN);
            assertThat(groups.get(0).traits().context()).isEqualTo(CodeContext.MAIN);
            assertThat(store.database()
                            .<Long>read(it -> Sql.number(it, "SELECT COUNT(*) FROM finding WHERE trait IS NULL")))
                    .isZero();
        }
        try (Store again = Store.open(file)) {
            ScanSession session = again.begin(
                    "payroll", List.of("./payroll"), TODAY, SnapshotOrigin.of("0.2.0"), Optional.of("after"));
            session.accept(Samples.plain("lib/a.jar"));
            session.complete();
            assertThat(again.inventory().findings()).isEmpty();
        }
    }
}
