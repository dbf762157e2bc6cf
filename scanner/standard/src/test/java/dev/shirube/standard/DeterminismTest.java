package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import dev.shirube.domain.Inventory;
import dev.shirube.engine.ScanTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same targets come to the same results, whatever the number of threads and whoever comes first. */
class DeterminismTest {

    private static final Path CITY_HALL = Path.of("../../examples/cityhall");

    /** The departments of the sample city hall, and a real library. */
    static List<ScanTarget> targets() throws Exception {
        List<ScanTarget> targets = new ArrayList<>();
        for (String department : List.of("bousai", "hp", "juki", "ninsho", "shinsei")) {
            targets.add(new ScanTarget.DirectoryTarget(Files.createDirectories(CITY_HALL.resolve(department))));
        }
        for (String department : List.of("kyuyo", "zeimu")) {
            targets.add(
                    new ScanTarget.DirectoryTarget(CITY_HALL.resolve(department).resolve("src")));
        }
        targets.add(new ScanTarget.FileTarget(Scanned.origin(JWSObject.class)));
        return targets;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void fourThreadsFindWhatOneFinds(ScanTarget target) throws Exception {
        Scanned one = Scanned.of(target, Scanned.CONTEXT);
        assertThat(one.counted()).isPositive();
        for (int round = 0; round < 3; round++) {
            assertThat(Scanned.of(target, Scanned.CONTEXT.withThreads(4)).equals(one))
                    .isTrue();
        }
    }

    @Test
    void theOrderOfTargetsDoesNotMatter() throws Exception {
        List<Inventory> inventories = new ArrayList<>();
        for (ScanTarget target : targets()) {
            String system = target.text().replaceAll(".*cityhall/([a-z]+).*", "$1");
            inventories.add(
                    Inventory.of(system, Scanned.of(target, Scanned.CONTEXT).results()));
        }
        Inventory merged = merge(inventories);
        assertThat(merged.findings()).hasSizeGreaterThan(100);
        Random random = new Random(2035);
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(inventories, random);
            assertThat(merge(inventories).equals(merged)).isTrue();
        }
        assertThat(merged.merge(merged).equals(merged)).isTrue();
    }

    private static Inventory merge(List<Inventory> inventories) {
        return Stream.concat(Stream.of(Inventory.EMPTY), inventories.stream())
                .reduce(Inventory::merge)
                .orElseThrow();
    }
}
