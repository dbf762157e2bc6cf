package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.PlacePattern;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.mapping.SystemRule;
import dev.shirube.domain.mapping.SystemRules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping is applied when the store is read: what was recorded never changes, and every inventory goes through it. */
class MappedStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    private Store store(String told) {
        Store store = Store.open(folder.resolve("s.db").toString());
        ScanSession session = store.begin(told, List.of("/srv/all"), DAY, "1");
        session.accept(new ScanResult(
                ".",
                List.of(finding("juki/A.java"), finding("zeimu/B.java"), finding("C.java")),
                List.of(),
                new Coverage(
                        Map.of(new Coverage.Key(".", "source", Coverage.Outcome.READ), new Coverage.Amount(3, 30)))));
        session.complete();
        return store;
    }

    private static Finding finding(String location) {
        return Samples.rsa(location, 1);
    }

    private static SystemMapping rules(String... systemsAndGlobs) {
        List<SystemRule> rules = new ArrayList<>();
        for (int i = 0; i < systemsAndGlobs.length; i += 2) {
            rules.add(new SystemRule(
                    systemsAndGlobs[i], PlacePattern.of(PlacePattern.Kind.PATH, systemsAndGlobs[i + 1]), "y:" + i));
        }
        return new SystemMapping(new SystemRules(rules), List.of());
    }

    private static List<String> of(Inventory inventory) {
        return inventory.findings().stream()
                .map(it -> it.system() + " " + it.finding().occurrence().location())
                .toList();
    }

    @Test
    void changedRulesAssignEverythingAnewWithoutAScan() {
        try (Store store = store(InformationSystem.UNASSIGNED)) {
            SystemMapping mapping = rules("juki", "juki/**", "zeimu", "**/zeimu/*");
            assertThat(of(store.mappedBy(() -> mapping).inventory()))
                    .containsExactly("juki juki/A.java", "unassigned C.java", "zeimu zeimu/B.java");
            assertThat(of(store.mappedBy(() -> rules("all", "/srv/all/**")).inventory()))
                    .containsExactly("all C.java", "all juki/A.java", "all zeimu/B.java");
            assertThat(of(store.inventory())).allMatch(it -> it.startsWith("unassigned "));
            assertThat(of(store.mappedBy(() -> mapping).inventory("juki"))).containsExactly("juki juki/A.java");
            assertThat(of(store.mappedBy(() -> mapping)
                            .inventoryAt(store.snapshots().get(0))))
                    .contains("juki juki/A.java");
        }
    }

    @Test
    void whatWasLookedAtCountsForEverySystemOfTheUnit() {
        try (Store store = store(InformationSystem.UNASSIGNED)) {
            Inventory split = store.mappedBy(() -> rules("juki", "juki/**")).inventory();
            assertThat(split.coverage()).containsOnlyKeys("juki", InformationSystem.UNASSIGNED);
            Inventory whole = store.mappedBy(() -> rules("all", "**")).inventory();
            assertThat(whole.coverage()).containsOnlyKeys("all");
        }
    }

    @Test
    void withoutAMappingNothingChanges() {
        try (Store store = store("told")) {
            assertThat(store.mappedBy(() -> SystemMapping.NONE).inventory()).isEqualTo(store.inventory());
            assertThat(store.mappedBy(() -> rules("juki", "juki/**")).inventory())
                    .as("what the scan was told stands above rules")
                    .isEqualTo(store.inventory());
            List<AssignedFinding> recorded = new ArrayList<>();
            store.eachRecorded((system, target, finding) -> {
                assertThat(target).isEqualTo("/srv/all");
                recorded.add(new AssignedFinding(system, finding));
            });
            assertThat(recorded)
                    .containsExactlyInAnyOrderElementsOf(store.inventory().findings());
        }
    }

    @Test
    void assignmentsAreKeptWithWhoAndWhenAndEveryVersionStays() {
        Assignment one = new Assignment("juki", PlacePattern.of(PlacePattern.Kind.PATH, "a\t/**"), "佐藤", DAY);
        Assignment two = new Assignment("hp", PlacePattern.of(PlacePattern.Kind.HOST, "*.jp"), "me", DAY.plusDays(1));
        try (Store store = store("told")) {
            assertThat(store.assignments()).isEmpty();
            store.changeAssignments(it -> List.of(one), "佐藤");
            store.changeAssignments(it -> List.of(it.get(0), two), "me");
            assertThat(store.assignments()).containsExactly(one, two);
            assertThat(store.documents("assignments"))
                    .extracting(StoredDocument::author)
                    .containsExactly("佐藤", "me");
        }
    }
}
