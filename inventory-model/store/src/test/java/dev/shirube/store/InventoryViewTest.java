package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.mapping.PlacePattern;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.mapping.SystemRule;
import dev.shirube.domain.mapping.SystemRules;
import dev.shirube.domain.observed.Comparison;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A view of a store says what the whole inventory says, with and without a mapping, on each database. */
@ParameterizedClass
@EnumSource(Databases.class)
class InventoryViewTest {

    private static final String ENDPOINT = "tls://a.example:443";

    private static final SystemMapping MAPPING = new SystemMapping(
            new SystemRules(List.of(
                    new SystemRule("moved", PlacePattern.of(PlacePattern.Kind.PATH, "same/A.java"), "y:1"),
                    new SystemRule("moved", PlacePattern.of(PlacePattern.Kind.PATH, "n*"), "y:2"))),
            List.of());

    @Parameter
    Databases kind;

    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(kind.url(directory, "s"));
        store.saveSystems(List.of(InformationSystem.undeclared("unseen")));
        Samples samples = new Samples(7);
        Finding shared = Samples.rsa("same/A.java", 1);
        scan("a", "t", samples.result("u\t1", 60), Samples.plain(".", shared, Samples.rsa("same/A.java", 2)));
        scan("a", "other", Samples.plain("x", shared, Samples.rsa("same/B.java", 1))); // A.java once more
        scan(InformationSystem.UNASSIGNED, "t", samples.result("u2", 60), Samples.plain("x", shared));
        scan(InformationSystem.UNASSIGNED, "other", Samples.plain("y", shared));
        scan("gone", "t", samples.result("u3", 20));
        scan("gone", "t", Samples.plain("u4"));
        Finding library = new Finding(
                new CryptoAsset.Library("org.bouncycastle:bcprov-jdk18on", "1.79", ""),
                Samples.rsa("pom.xml", 3).occurrence(),
                shared.function(),
                shared.category(),
                shared.confidence(),
                shared.evidence());
        scan(
                "a",
                "endpoints",
                new ScanResult(
                        ENDPOINT,
                        List.of(library),
                        List.of(),
                        new Coverage(Map.of(
                                new Coverage.Key(".", "source", Coverage.Outcome.READ), new Coverage.Amount(1, 1))),
                        List.of(new EndpointProfile(
                                ENDPOINT,
                                "full",
                                List.of(new ObservedFact(
                                        EndpointProfile.PQC_SUPPORTED, ObservedFact.State.SUPPORTED, "", "probe"))))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void scan(String system, String target, ScanResult... results) {
        ScanSession session = store.begin(system, List.of(target), LocalDate.EPOCH, "1");
        for (ScanResult result : results) {
            session.accept(result);
        }
        session.complete();
    }

    private void isWhole(SystemMapping mapping) {
        Store mapped = store.mappedBy(() -> mapping);
        HeldView held = new HeldView(Comparison.compared(mapped.inventory()));
        assertThat(held.inventory().findings()).hasSizeGreaterThan(100);
        assertThat(held.frame().endpoints()).hasSizeGreaterThan(1);
        Comparator<AssignedFinding> byLine = Comparator.comparing(
                        (AssignedFinding it) -> it.finding().occurrence().useRank())
                .thenComparing(Comparator.naturalOrder());
        for (Selection selection : selections()) {
            mapped.view(view -> {
                assertThat(view.counts(selection)).hasSameElementsAs(held.counts(selection));
                assertThat(view.counts(selection)).doesNotHaveDuplicates();
                assertThat(all(view.findings(selection, byLine))).isEqualTo(all(held.findings(selection, byLine)));
                assertThat(view.standing()).isEqualTo(held.standing());
                assertThat(view.frame()).isEqualTo(held.frame());
                return true;
            });
        }
    }

    private static List<Selection> selections() {
        return List.of(
                Selection.ALL,
                Selection.ALL.with(it -> it.context() == CodeContext.MAIN),
                Selection.ALL.of(it -> it instanceof CryptoAsset.AlgorithmAsset),
                new Selection("a"::equals, it -> true, it -> true, Optional.empty()),
                new Selection("moved"::equals, it -> true, it -> true, Optional.empty()),
                new Selection(it -> !it.equals("a"), it -> true, it -> true, Optional.of(it -> it.endsWith("A.java"))));
    }

    private static List<AssignedFinding> all(FindingsInOrder findings) {
        List<AssignedFinding> all = new ArrayList<>();
        try (findings) {
            findings.forEach(all::add);
            assertThat(findings.count()).isEqualTo(all.size());
        }
        return all;
    }

    @Test
    void a_view_says_what_the_inventory_says() {
        isWhole(SystemMapping.NONE);
    }

    @Test
    void a_view_says_what_the_inventory_says_where_findings_are_mapped() {
        isWhole(MAPPING);
        assertThat(store.mappedBy(() -> MAPPING).view(InventoryView::standing)).containsKey("moved");
    }

    @Test
    void findings_that_do_not_fit_into_memory_come_in_the_same_order_as_often_as_they_are_asked_for() {
        List<AssignedFinding> expected = store.inventory().findings();
        SpilledFindings spilled = store.database()
                .read(connection -> new FindingRows(connection, SystemMapping.NONE)
                        .sorted(Selection.ALL, Comparator.naturalOrder(), 7));
        List<AssignedFinding> first = new ArrayList<>();
        spilled.forEach(first::add);

        assertThat(first).isEqualTo(expected);
        assertThat(all(spilled)).isEqualTo(expected);
    }
}
