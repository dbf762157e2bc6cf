package dev.shirube.exchange.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge first: the vendored schemas accept what is right and reject one defect at a time. */
class CbomSchemaTest {

    private static final String[] NAMES = {
        "1-rsa2048-sign", "2-ecdh-p256", "3-x509-cert", "4-tls13-groups", "5-private-key", "6-ml-kem-provides"
    };

    @Test
    void theExamplesOfBothVersionsAreValid() {
        for (String name : NAMES) {
            assertThat(CbomSchema.errors(CbomVersion.V1_6, CbomSchema.resource("examples/" + name + ".cdx16.json")))
                    .as(name)
                    .isEmpty();
            assertThat(CbomSchema.errors(CbomVersion.V1_7, CbomSchema.resource("examples/" + name + ".cdx17.json")))
                    .as(name)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "neg1-family-hqc, algorithmFamily",
        "neg2-family-rsa, algorithmFamily",
        "neg3-curve-unprefixed, ellipticCurve",
        "neg4-padding-pss, padding",
    })
    void theNegativeExamplesAreRejectedForTheirOneDefect(String name, String field) {
        assertThat(CbomSchema.errors(CbomVersion.V1_7, CbomSchema.resource("examples/" + name + ".json")))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error).contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-rsa2048-sign", "2-ecdh-p256", "3-x509-cert", "4-tls13-groups", "5-private-key"})
    void aDocumentOfTheNewerVersionIsInvalidInTheOlder(String name) {
        assertThat(CbomSchema.errors(CbomVersion.V1_6, CbomSchema.resource("examples/" + name + ".cdx17.json")))
                .isNotEmpty();
    }
}
