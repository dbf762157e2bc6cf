package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.catalogue.testing.RowExample;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row's example, compiled: against the JDK, or against stubs where the row is newer than this JDK. */
class RowExamplesTest {

    /** Stubs of all libraries, so that an example may use more than one type of its library. */
    @TempDir
    static Path LIBRARIES;

    @BeforeAll
    static void stubs() throws IOException {
        List<ApiPoint> libraries = Catalogue.standard().points().stream()
                .filter(row -> !inSomeModule(row))
                .toList();
        Stubs.write(LIBRARIES, libraries);
    }

    static Stream<String> rows() {
        return Catalogue.standard().points().stream().map(ApiPoint::id);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theExampleOfARowIsFound(String id, @TempDir Path folder) throws Exception {
        ApiPoint row = row(id);
        String source = RowExample.source(row);
        Path classes = folder.resolve("classes");
        Compiled.into(classes, RowExample.CLASS_NAME, source, stubs(row, folder.resolve("stubs")));
        List<Finding> findings = Compiled.findings(classes);
        assertThat(MarkedFixtures.differences(MarkedFixtures.compiled(source), findings, AlgorithmRegistry.standard()))
                .isEmpty();
        assertThat(findings).anySatisfy(it -> assertThat(it.evidence().row()).isEqualTo(id));
    }

    private static ApiPoint row(String id) {
        return Catalogue.standard().points().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Compiler options that put stubs of the row's owner in the place of what this JDK lacks. */
    private static List<String> stubs(ApiPoint row, Path folder) throws IOException {
        if (inThisJdk(row)) {
            return List.of();
        }
        assertThat(row.verified()).as("descriptors to make a stub of").isNotEmpty();
        if (!inSomeModule(row)) {
            return List.of("-classpath", LIBRARIES.toString());
        }
        List<ApiPoint> rows = Catalogue.standard().points().stream()
                .filter(it -> it.owner().equals(row.owner()))
                .toList();
        return Stubs.write(folder, row.owner(), rows);
    }

    private static boolean inSomeModule(ApiPoint row) {
        String home = row.owner().substring(0, row.owner().lastIndexOf('.'));
        return ModuleLayer.boot().modules().stream()
                .anyMatch(module -> module.getPackages().contains(home));
    }

    private static boolean inThisJdk(ApiPoint row) {
        try {
            Class<?> owner = Class.forName(row.owner(), false, ClassLoader.getSystemClassLoader());
            if (row.kind() == CallSite.Kind.CAST) {
                return true;
            }
            return Stream.<Member>concat(
                            Arrays.stream(owner.getFields()),
                            Stream.concat(Arrays.stream(owner.getMethods()), constructors(owner)))
                    .anyMatch(it -> it.getName().equals(row.member())
                            || (row.kind() == CallSite.Kind.CONSTRUCTOR
                                    && it.getName().equals(row.owner())));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Stream<? extends Executable> constructors(Class<?> owner) {
        return Arrays.stream(owner.getConstructors());
    }
}
