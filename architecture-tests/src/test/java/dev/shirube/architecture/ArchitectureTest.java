package dev.shirube.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/architecture-tests/"))
            .importPackages("dev.shirube");

    @Test
    void everyFloorWasSeenAndNoOther() {
        Set<String> seen = new TreeSet<>();
        HOUSE.forEach(it ->
                seen.add(it.getPackageName().substring(Floors.ROOT.length()).split("\\.")[0]));
        assertThat(seen).isEqualTo(Floors.MAY_KNOW.keySet());
        assertThat(HOUSE.size()).isGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource
    void everyArrowPointsDown(String from, String to) {
        Rules.arrow(from, to).check(HOUSE);
    }

    static Stream<Object[]> everyArrowPointsDown() {
        return Floors.forbiddenArrows().stream().map(it -> it.toArray());
    }

    @ParameterizedTest
    @MethodSource
    void everyHeavyLibraryStaysBehindItsWall(String floor, String library) {
        Rules.library(floor, library).check(HOUSE);
    }

    static Stream<Object[]> everyHeavyLibraryStaysBehindItsWall() {
        return Floors.forbiddenLibraries().stream().map(it -> it.toArray());
    }

    @ParameterizedTest
    @MethodSource
    void theHouseRulesHold(ArchRule rule) {
        rule.check(HOUSE);
    }

    static Stream<ArchRule> theHouseRulesHold() {
        return Stream.of(
                Rules.NO_PACKAGE_CYCLES,
                Rules.NO_CLOCK_OR_LOCALE_BELOW_THE_SHELL,
                Rules.NOTHING_IS_EXECUTED,
                Rules.ONLY_ENDPOINTS_ARE_CONTACTED);
    }
}
