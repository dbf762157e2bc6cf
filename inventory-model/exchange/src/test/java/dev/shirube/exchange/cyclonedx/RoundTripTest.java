package dev.shirube.exchange.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Inventory;
import dev.shirube.exchange.AnyInventory;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Export, import, export gives the same bytes, whatever an inventory holds. */
class RoundTripTest {

    private static Inventory read(String json) throws IOException {
        return CbomReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "in.cdx.json");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadBackIsWrittenInTheSameBytes(CbomVersion version) throws IOException {
        for (long seed = 0; seed < 400; seed++) {
            String once = CbomWriterTest.write(version, AnyInventory.of(seed));
            String twice = CbomWriterTest.write(version, read(once));
            assertThat(twice).as("seed " + seed).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsValidAgainstTheSchemaOfItsOwnVersion(CbomVersion version) {
        for (long seed = 0; seed < 40; seed++) {
            String json = CbomWriterTest.write(version, AnyInventory.of(seed));
            assertThat(json).contains("\"specVersion\" : \"" + version.id() + "\"");
            assertThat(CbomSchema.errors(version, json)).as("seed " + seed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSampleWithEveryKindOfAssetComesBack(CbomVersion version) throws IOException {
        Inventory everything = SampleInventory.everything().merge(SampleInventory.endpoints());
        String once = CbomWriterTest.write(version, everything);
        assertThat(CbomWriterTest.write(version, read(once))).isEqualTo(once);
    }

    @Test
    void theOlderVersionReadAndWrittenAsTheNewerIsTheNewer() throws IOException {
        for (long seed = 0; seed < 100; seed++) {
            Inventory any = AnyInventory.of(seed);
            assertThat(CbomWriterTest.write(CbomVersion.V1_7, read(CbomWriterTest.write(CbomVersion.V1_6, any))))
                    .as("seed " + seed)
                    .isEqualTo(CbomWriterTest.write(CbomVersion.V1_7, any));
        }
    }

    @Test
    void mergeIsAssociativeCommutativeAndIdempotentAndNothingIsItsNeutral() {
        for (long seed = 0; seed < 200; seed++) {
            Inventory a = AnyInventory.of(seed);
            Inventory b = AnyInventory.of(seed + 1_000);
            Inventory c = AnyInventory.of(seed + 2_000);
            assertThat(a.merge(b)).as("seed " + seed).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).as("seed " + seed).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(a)).as("seed " + seed).isEqualTo(a);
            assertThat(a.merge(b).merge(b)).as("seed " + seed).isEqualTo(a.merge(b));
            assertThat(a.merge(Inventory.EMPTY)).isEqualTo(a);
        }
    }
}
