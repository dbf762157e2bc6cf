package dev.shirube.engine;

import static dev.shirube.engine.Scans.CONTEXT;
import static dev.shirube.engine.Scans.RSA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.ScanResult;
import dev.shirube.engine.Detection.DerivedInput;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedInputTest {

    @Test
    void derivedInputsRunThroughTheSameListDownToTheLimit() throws Exception {
        FakeDetector unwrapping = FakeDetector.doing("unwrapping", (input, unit) -> {
            byte[] bytes = bytes(input);
            return bytes.length == 0 || bytes[0] != '('
                    ? Detection.NOTHING
                    : new Detection(
                            List.of(),
                            List.of(),
                            List.of(new DerivedInput(
                                    input.location() + "!in",
                                    new String(bytes, 1, bytes.length - 1, UTF_8).getBytes(UTF_8))));
        });
        Limits limits = new Limits(100, 8, 200, 1, 1, 1, 2);

        List<ScanResult> results = scan(
                InMemoryUnit.of().with("a", "((RSA").with("b", "(((RSA"), CONTEXT.withLimits(limits), unwrapping, RSA);

        assertThat(Scans.places(results))
                .containsExactly("a:1#0", "a!in:1#0", "a!in!in:1#0", "b:1#0", "b!in:1#0", "b!in!in:1#0");
        assertThat(Scans.diagnostics(results)).containsExactly("limit-reached b!in!in!in [derived-depth=2, depth 3]");
        assertThat(results.get(0).findings().get(2).evidence().inputDigest()).isEqualTo(sha256("RSA"));
    }

    @Test
    void aDetectorThatDerivesWithoutEndIsStopped() throws Exception {
        FakeDetector rabbits = FakeDetector.doing(
                "rabbits",
                (input, unit) -> new Detection(
                        List.of(),
                        List.of(),
                        Collections.nCopies(50, new DerivedInput(input.location() + "!x", new byte[3]))));

        List<ScanResult> results = scan(InMemoryUnit.of().with("a", "x"), CONTEXT, rabbits);

        assertThat(Scans.diagnostics(results)).singleElement().asString().contains("derived-inputs=10000");
        assertThat(Scans.coverage(results)).containsExactly(". rabbits READ 10001");
    }

    private static List<ScanResult> scan(InMemoryUnit unit, ScanContext context, Detector... detectors)
            throws Exception {
        return Scans.units(context, List.of(detectors), unit.under(context));
    }

    private static byte[] bytes(ScanInput input) {
        try {
            return input.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
