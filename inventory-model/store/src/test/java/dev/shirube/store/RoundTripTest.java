package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Grade;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Team;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class RoundTripTest {

    @Parameter
    Databases kind;

    @TempDir
    Path directory;

    @Test
    void every_value_comes_back_as_it_was() {
        for (long seed = 0; seed < 500; seed++) {
            Samples samples = new Samples(seed);
            CryptoAsset asset = samples.asset();
            Finding finding = samples.finding();
            Diagnostic diagnostic = samples.diagnostic();
            Coverage coverage = samples.coverage();
            InformationSystem system = samples.system("s");
            Team team = samples.team("t");
            EndpointProfile endpoint = samples.endpoint();

            assertThat(AssetRecord.read(AssetRecord.write(asset))).isEqualTo(asset);
            assertThat(FindingRecord.read(finding.asset(), FindingRecord.write(finding)))
                    .isEqualTo(finding);
            assertThat(FindingRecord.diagnostic(FindingRecord.write(diagnostic)))
                    .isEqualTo(diagnostic);
            assertThat(FindingRecord.endpoint(FindingRecord.write(endpoint))).isEqualTo(endpoint);
            assertThat(FindingRecord.coverage(FindingRecord.write(coverage))).isEqualTo(coverage);
            assertThat(RegisterRecord.system(RegisterRecord.write(system))).isEqualTo(system);
            assertThat(RegisterRecord.team(RegisterRecord.write(team))).isEqualTo(team);
        }
    }

    @Test
    void a_system_written_before_the_register_grew_is_read_with_the_rest_unknown() {
        InformationSystem system = RegisterRecord.system(String.join(
                "\t",
                "juki\t住民記録\t市民課\t内線123\t基幹",
                "4\tsystems.csv:2\t\t",
                "ISOLATED\tsystems.csv:2\t\t",
                "600\tsystems.csv:2\t\t",
                "23830\tsystems.csv:2\t\t",
                "\\-\t\t\t",
                "2029\tsystems.csv:2\t\t",
                "kikan\t備考"));
        assertThat(system.impact()).isEqualTo(Declaration.of(4, "systems.csv:2"));
        assertThat(system.exposure()).isEqualTo(Declaration.of(Exposure.ISOLATED, "systems.csv:2"));
        assertThat(system.trustUntil().value()).contains(LocalDate.of(2035, 3, 31));
        assertThat(system.verifierUpdatable()).isEqualTo(Declaration.unknown());
        assertThat(List.of(system.owner(), system.contact(), system.category(), system.team(), system.note()))
                .containsExactly("市民課", "内線123", "基幹", "kikan", "備考");
        assertThat(system.protection().grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(system.procurement().vendor()).isEqualTo(Declaration.unknown());
        assertThat(system.peers()).isEqualTo(Declaration.unknown());
        assertThat(system.others()).isEmpty();
        assertThat(RegisterRecord.system(RegisterRecord.write(system))).isEqualTo(system);
    }

    @Test
    void an_inventory_comes_back_through_a_closed_file_as_it_was_in_memory() {
        Samples samples = new Samples(7);
        List<ScanResult> results = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ScanResult result = samples.result("lib/" + i + ".jar\uD800", 50);
            results.add(result);
            assertThat(StoredText.result(StoredText.of(result))).isEqualTo(result);
        }
        String url = kind.url(directory, "s");
        try (Store store = Store.open(url)) {
            ScanSession session = store.begin("payroll", List.of("./payroll"), LocalDate.of(2026, 11, 23), "0.1.0");
            results.forEach(session::accept);
            session.complete();
        }

        try (Store store = Store.open(url)) {
            assertThat(store.inventory("payroll")).isEqualTo(Inventory.of("payroll", results));
            assertThat(store.inventory()).isEqualTo(store.inventory("payroll"));
            assertThat(store.inventory("other").findings()).isEmpty();
        }
    }

    @Test
    void the_register_and_the_resources_come_back() {
        Samples samples = new Samples(8);
        List<InformationSystem> systems = List.of(samples.system("a"), samples.system("b"));
        List<Team> teams = List.of(samples.team("t1"), samples.team("t2"));
        List<BudgetLine> budgets = List.of(new BudgetLine("総務課", 2026, Long.MAX_VALUE), new BudgetLine("総務課", 2027, 0));
        try (Store store = Store.open(kind.url(directory, "s"))) {
            store.saveSystems(List.of(samples.system("old")));
            store.saveSystems(systems);
            store.database().write(it -> {
                Registers.save(it, teams, budgets);
                return true;
            });

            assertThat(store.systems()).isEqualTo(systems);
            assertThat(store.database().read(Registers::teams)).isEqualTo(teams);
            assertThat(store.database().read(Registers::budgets)).isEqualTo(budgets);
            assertThat(store.inventory().systems().values()).containsExactlyElementsOf(systems);
        }
    }

    @Test
    void a_document_keeps_all_its_versions() {
        try (Store store = Store.open(kind.url(directory, "s"))) {
            byte[] one = {1, 0, -1};
            byte[] two = {2};

            assertThat(store.saveDocument("roadmap", "main", one, "佐藤").version())
                    .isEqualTo(1);
            assertThat(store.saveDocument("roadmap", "main", one, "鈴木").version())
                    .isEqualTo(1);
            assertThat(store.saveDocument("roadmap", "main", two, "鈴木").version())
                    .isEqualTo(2);

            assertThat(store.document("roadmap", "main")).contains(new StoredDocument("roadmap", "main", 2, two, "鈴木"));
            assertThat(store.document("roadmap", "main", 1))
                    .contains(new StoredDocument("roadmap", "main", 1, one, "佐藤"));
            assertThat(store.document("roadmap", "other")).isEmpty();
            assertThat(store.document("roadmap", "main", 3)).isEmpty();
        }
    }
}
