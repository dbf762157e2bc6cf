package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.catalogue.testing.MarkedFixtures;
import dev.shirube.catalogue.testing.RowExample;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row about a library that is on no class path: its descriptors are enough to compile and find its example. */
class LibraryRowTest {

    private static final ApiPoint ROW = new ApiPoint(
            "com.acme.seal.Sealer#sealing",
            "Acme Seal",
            CallSite.Kind.STATIC_METHOD,
            "com.acme.seal.Sealer",
            "sealing",
            List.of(),
            OptionalInt.of(1),
            "algorithm",
            Optional.of("Signature"),
            CryptoFunction.SIGN,
            Category.SIGNATURE,
            Map.of(),
            List.of("(Lcom/acme/seal/Wax;Ljava/lang/String;)Lcom/acme/seal/Sealer;"),
            Optional.of("Sealer.sealing(null, \"SHA256withRSA\"); // finds: RSA-PKCS1-1.5-SHA-256 sign"));

    private static final Catalogue CATALOGUE = new Catalogue() {
        @Override
        public String version() {
            return "test";
        }

        @Override
        public List<ApiPoint> find(String owner, String member) {
            return owner.equals(ROW.owner()) && member.equals(ROW.member()) ? List.of(ROW) : List.of();
        }

        @Override
        public List<String> owners() {
            return List.of(ROW.owner());
        }

        @Override
        public List<String> keys() {
            return List.of();
        }

        @Override
        public List<ApiPoint> points() {
            return List.of(ROW);
        }
    };

    @Test
    void theDescriptorsOfARowStandForItsLibrary(@TempDir Path folder) throws Exception {
        AlgorithmRegistry registry = AlgorithmRegistry.standard();
        List<String> options = Stubs.write(folder.resolve("stubs"), ROW.owner(), List.of(ROW));
        Path classes = folder.resolve("classes");
        Compiled.into(classes, RowExample.CLASS_NAME, RowExample.source(ROW), options);
        ScanInput input = new InMemoryInput(
                "Example.class", Files.readAllBytes(classes.resolve(RowExample.CLASS_NAME + ".class")));
        BytecodeDetector detector = new BytecodeDetector(CATALOGUE, registry);
        Detection detection = detector.detect(input, InMemoryUnit.of(input));
        assertThat(MarkedFixtures.differences(RowExample.source(ROW), detection.findings(), registry))
                .isEmpty();
    }
}
