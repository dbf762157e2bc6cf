package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Team;
import dev.shirube.domain.resources.Affiliation;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.BudgetState;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.EffortUnit;
import dev.shirube.domain.resources.Estimate;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.FreezeEffect;
import dev.shirube.domain.resources.FreezeScope;
import dev.shirube.domain.resources.Funding;
import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.domain.resources.TeamCapacity;
import dev.shirube.domain.resources.VendorRelease;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceRecordTest {

    private static final LocalDate DAY = LocalDate.of(2027, 4, 1);

    @TempDir
    Path directory;

    private static <T> Optional<T> perhaps(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static OfficeResources resources(long seed) {
        Random random = new Random(seed);
        Samples samples = new Samples(seed);
        Estimate estimate = new Estimate(perhaps(random, 1L), Optional.of(2L), perhaps(random, Long.MAX_VALUE));
        List<Resource> values = List.of(
                new TeamCapacity(
                        "t",
                        samples.text(),
                        perhaps(random, Affiliation.CONTRACTOR),
                        perhaps(random, 60_000L),
                        perhaps(random, new TeamCapacity.Usual(20, Grain.MONTH)),
                        perhaps(random, DAY),
                        perhaps(random, DAY.plusYears(3)),
                        new TreeMap<>(Map.of(
                                FiscalPeriod.of(DAY, Grain.QUARTER),
                                3,
                                FiscalPeriod.of(DAY.plusYears(1), Grain.YEAR),
                                0)),
                        samples.text()),
                new BudgetAllotment(
                        samples.text(),
                        "課" + samples.text(),
                        2027,
                        Long.MAX_VALUE,
                        perhaps(random, BudgetState.PLANNED),
                        List.of("a", samples.text()),
                        samples.text()),
                new Freeze("閉庁", FreezeEffect.WORK, FreezeScope.OFFICE, "", new Freeze.Once(DAY, DAY), samples.text()),
                new Freeze(
                        "決算",
                        FreezeEffect.CHANGE,
                        FreezeScope.SYSTEM,
                        "s" + samples.text(),
                        new Freeze.Yearly(MonthDay.of(2, 29), MonthDay.of(3, 31)),
                        ""),
                new LeadTime(
                        "hsm",
                        samples.text(),
                        6,
                        perhaps(random, Funding.REQUEST),
                        perhaps(random, MonthDay.of(11, 30)),
                        samples.text()),
                new EffortRate("code", EffortUnit.CALL_SITE, estimate, Estimate.UNKNOWN, samples.text()),
                new VendorRelease(
                        "HSM",
                        samples.text(),
                        perhaps(random, DAY),
                        Optional.empty(),
                        perhaps(random, DAY.plusYears(1)),
                        samples.text(),
                        samples.text()));
        List<ResourceEntry> entries = new ArrayList<>();
        for (Resource value : values) {
            entries.add(new ResourceEntry(value, samples.text(), new TreeMap<>(Map.of("電話", samples.text()))));
        }
        return new OfficeResources(entries);
    }

    @Test
    void every_resource_comes_back_as_it_was() {
        for (long seed = 0; seed < 500; seed++) {
            OfficeResources resources = resources(seed);
            assertThat(ResourceRecord.read(ResourceRecord.write(resources))).isEqualTo(resources);
        }
    }

    @Test
    void every_import_is_a_version_and_the_latest_counts() {
        String url = directory.resolve("s.db").toString();
        try (Store store = Store.open(url)) {
            store.saveResources(resources(1), "");
            store.saveResources(resources(1), "");
            store.saveResources(resources(2), "");
        }
        try (Store store = Store.open(url)) {
            assertThat(store.resources()).isEqualTo(resources(2));
            assertThat(store.documents("resources")).hasSize(2);
        }
    }

    @Test
    void what_an_older_program_kept_is_read_until_something_newer_is_declared() {
        Samples samples = new Samples(3);
        Team team = samples.team("t");
        BudgetLine budget = new BudgetLine("総務課", 2027, 5);
        try (Store store = Store.open(directory.resolve("s.db").toString())) {
            assertThat(store.resources()).isEqualTo(OfficeResources.NONE);
            store.database().write(it -> {
                Registers.save(it, List.of(team), List.of(budget));
                return true;
            });
            assertThat(store.resources()).isEqualTo(OfficeResources.of(List.of(team), List.of(budget)));
            store.saveResources(OfficeResources.NONE, "");
            assertThat(store.resources()).isEqualTo(OfficeResources.NONE);
        }
    }

    @Test
    void a_form_of_the_future_is_not_guessed_at() {
        assertThatThrownBy(() -> ResourceRecord.read("2\t0".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("form 2");
    }
}
