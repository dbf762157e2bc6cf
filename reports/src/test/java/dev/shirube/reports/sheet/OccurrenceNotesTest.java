package dev.shirube.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.format.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the sheet of occurrences notes about a finding, beside what its columns say. */
class OccurrenceNotesTest {

    private static String sheet(Finding finding, Language language) throws IOException {
        Inventory inventory = new Inventory(
                new TreeMap<>(), List.of(new AssignedFinding("tax", finding)), List.of(), new TreeMap<>());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.write(OccurrenceSheet.of(CityHall.roadmap(), inventory, AlgorithmRegistry.standard()), language, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Finding finding(
            CryptoAsset asset, CryptoFunction function, Resolution resolution, String... values) {
        return new Finding(
                asset,
                new Occurrence(
                        "A.class",
                        OptionalInt.of(1),
                        OptionalInt.empty(),
                        "",
                        "symbol",
                        0,
                        EvidenceKind.BYTECODE,
                        CodeContext.MAIN),
                function,
                Category.PUBLIC_KEY,
                Confidence.CERTAIN,
                new Evidence("test", "1", "row", List.of(values), "", resolution, "", 0, ""));
    }

    @Test
    void groupsWithoutAHybridOneAreSaidToShutItOut() throws IOException {
        CryptoAsset groups = new CryptoAsset.Protocol("tls", Optional.empty(), List.of(), List.of("x25519"), List.of());
        Finding finding = finding(groups, CryptoFunction.TLS, Resolution.LITERAL, "x25519");
        assertThat(sheet(finding, Language.JA)).contains("更新してもハイブリッド鍵交換は使われない");
        assertThat(sheet(finding, Language.EN)).contains("hybrid key exchange stays impossible after an upgrade");
    }

    @Test
    void aDefaultIsShownWithItsVersionAndAsksForThatOfTheSystem() throws IOException {
        CryptoAsset rsa = new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("rsa-key"));
        Finding finding = finding(rsa, CryptoFunction.KEYGEN, Resolution.DEFAULT, "2048 (JDK 17)", "3072 (JDK 25)");
        String sheet = sheet(finding, Language.EN);
        assertThat(sheet).contains("2048 (JDK 17)", "3072 (JDK 25)", "the provider's default holds");
        assertThat(sheet).doesNotContain("RSA-2048", "Several values");
    }

    @Test
    void codeThatTakesAKeyTypeForGrantedIsCalledSo() throws IOException {
        CryptoAsset rsa = new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("rsa-key"));
        Finding finding = finding(rsa, CryptoFunction.KEY_TYPE, Resolution.LITERAL);
        assertThat(sheet(finding, Language.JA)).contains("鍵種別の前提");
        assertThat(sheet(finding, Language.EN)).contains("key type taken for granted");
    }
}
