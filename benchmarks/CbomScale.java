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
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import dev.shirube.exchange.cyclonedx.CbomReader;
import dev.shirube.exchange.cyclonedx.CbomVersion;
import dev.shirube.exchange.cyclonedx.CbomWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A CBOM of many components and places: {@code write FILE COMPONENTS PLACES}, {@code read FILE}, {@code foreign FILE COMPONENTS PLACES}. */
final class CbomScale {

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "write" -> write(file, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "foreign" -> foreign(file, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            default -> {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                    Inventory read = CbomReader.read(in, "in.cdx.json");
                    System.out.println(read.findings().size() + " findings, " + read.diagnostics().size() + " diagnostics");
                }
            }
        }
    }

    private static void write(Path file, int components, int places) throws Exception {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            new CbomWriter(CbomVersion.V1_7, AlgorithmRegistry.standard(), "0", LocalDate.of(2026, 11, 23))
                    .write(inventory(components, places), out);
        }
    }

    private static Inventory inventory(int components, int places) {
        Algorithm rsa = Algorithm.Known.parse("rsa-key;parameter=2048");
        Evidence evidence = new Evidence(
                "pem", "1", "private-key", List.of("RSA"), "", Resolution.LITERAL, "", 0, "ab".repeat(32));
        List<AssignedFinding> findings = new ArrayList<>(places);
        CryptoAsset[] assets = new CryptoAsset[components];
        for (int i = 0; i < components; i++) {
            assets[i] = new CryptoAsset.Key(
                    CryptoAsset.KeyKind.PUBLIC,
                    rsa,
                    Optional.of(String.format("%064x", i)),
                    Optional.empty(),
                    OptionalInt.of(2048),
                    "X.509");
        }
        for (int i = 0; i < places; i++) {
            CryptoAsset asset = assets[i % components];
            Occurrence place = new Occurrence(
                    "department/system-" + i % 97 + "/src/main/resources/keys/key-" + i + ".pem",
                    OptionalInt.of(1),
                    OptionalInt.empty(),
                    "",
                    "",
                    0,
                    EvidenceKind.MATERIAL,
                    CodeContext.MAIN);
            findings.add(new AssignedFinding(
                    ("system-" + i % 97).intern(),
                    new Finding(asset, place, CryptoFunction.KEY_LOAD, Category.PUBLIC_KEY, Confidence.CERTAIN, evidence)));
        }
        return new Inventory(new TreeMap<>(), findings, List.of(), new TreeMap<>());
    }

    private static void foreign(Path file, int components, int places) throws Exception {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[");
            for (int i = 0; i < components; i++) {
                out.write((i == 0 ? "" : ",") + "{\"type\":\"cryptographic-asset\",\"bom-ref\":\"r" + i
                        + "\",\"name\":\"RSA-" + (1024 + i % 3000) + "\",\"evidence\":{\"occurrences\":[");
                for (int j = 0; j < places / components; j++) {
                    out.write((j == 0 ? "" : ",") + "{\"location\":\"src/main/java/jp/example/p" + i + "/A" + j
                            + ".java\",\"line\":" + j + ",\"offset\":4}");
                }
                out.write("]},\"cryptoProperties\":{\"assetType\":\"algorithm\",\"algorithmProperties\":{\"primitive\":\"pke\"},"
                        + "\"oid\":\"1.2.840.113549.1.1.1\"}}");
            }
            out.write("]}");
        }
    }
}
