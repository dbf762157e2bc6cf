package dev.shirube.catalogue.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.CallSiteInterpreter;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MarkedFixturesTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    private static List<Finding> generator(int line) {
        CallSite site = new CallSite(
                CallSite.Kind.STATIC_METHOD,
                "java.security.KeyPairGenerator",
                "getInstance",
                Optional.empty(),
                List.of(ArgumentValue.Constants.literal("RSA")),
                ArgumentValue.UNKNOWN,
                "A.java",
                OptionalInt.of(line),
                OptionalInt.empty(),
                "",
                EvidenceKind.SOURCE,
                CodeContext.MAIN,
                true);
        return new CallSiteInterpreter(Catalogue.standard(), REGISTRY).interpret(site, "test", "1");
    }

    @Test
    void marksAreReadByLineInAnyLanguage() {
        assertThat(MarkedFixtures.expected("a // finds: RSA keygen; EC keygen\n\nb # finds: DSA sign\r\n"))
                .containsOnly(
                        java.util.Map.entry(1, List.of("EC keygen", "RSA keygen")),
                        java.util.Map.entry(3, List.of("DSA sign")));
    }

    @Test
    void anEmptyMarkIsAMistake() {
        assertThatThrownBy(() -> MarkedFixtures.expected("a // finds: ;"))
                .hasMessageContaining("A mark without anything");
    }

    @Test
    void whatIsMarkedAndFoundIsNoDifference() {
        assertThat(MarkedFixtures.differences("x\nrsa(); // finds: RSA keygen", generator(2), REGISTRY))
                .isEmpty();
    }

    @Test
    void whatIsMissingAndWhatIsTooMuchAreDifferences() {
        assertThat(MarkedFixtures.differences("rsa(); // finds: RSA keygen", List.of(), REGISTRY))
                .containsExactly("line 1: marked [RSA keygen], found []");
        assertThat(MarkedFixtures.differences("rsa();", generator(1), REGISTRY))
                .containsExactly("line 1: marked [], found [RSA keygen]");
        assertThat(MarkedFixtures.differences("rsa(); // finds: RSA keygen; RSA keygen", generator(1), REGISTRY))
                .hasSize(1);
    }

    @Test
    void whatOnlySourcesTellIsNoMarkOfTheirCompiledForm() {
        String source =
                "a // source: RSA keygen\nb // finds: EC sign // source: DSA sign\nc // source: EC sign // compiled: X sign\n";
        assertThat(MarkedFixtures.expected(source))
                .containsOnly(
                        java.util.Map.entry(1, List.of("RSA keygen")),
                        java.util.Map.entry(2, List.of("DSA sign")),
                        java.util.Map.entry(3, List.of("EC sign")));
        assertThat(MarkedFixtures.expected(MarkedFixtures.compiled(source)))
                .containsOnly(java.util.Map.entry(2, List.of("EC sign")), java.util.Map.entry(3, List.of("X sign")));
    }
}
