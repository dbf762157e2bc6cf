package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.exchange.ImportLimitException;
import dev.shirube.exchange.JsonItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The cryptographic assets of a document that another tool wrote.
 *
 * <p>They refer to one another in any order; therefore they are gathered first and told when the document has ended.
 */
final class ForeignComponents {

    /** One component, without what nobody asks for. */
    private record Pending(String ref, String name, JsonItem crypto, List<Place> places, Confidence confidence) {}

    private final ForeignAlgorithm algorithms;
    private final ForeignProtocol protocols;
    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, Pending> byRef = new HashMap<>();
    private final Map<String, List<String>> dependencies = new HashMap<>();
    private final Map<Long, Integer> ordinals = new HashMap<>();
    private final Pool pool = new Pool();
    private final List<AssignedFinding> findings = new ArrayList<>();
    private int places;
    private int left;

    ForeignComponents(AlgorithmRegistry registry) {
        this.algorithms = new ForeignAlgorithm(registry);
        this.protocols = new ForeignProtocol(registry);
    }

    /** Takes a component, and those within it, if they are cryptographic assets. */
    void add(JsonItem component) {
        if (component.text("type").equals("cryptographic-asset")) {
            JsonItem crypto = component.object("cryptoProperties");
            List<Place> seen = new ArrayList<>();
            component.object("evidence").objects("occurrences").forEach(it -> seen.add(Place.of(it)));
            if (seen.isEmpty()) {
                seen.addAll(Place.told(component.properties()));
            }
            add(new Pending(
                    component.text("bom-ref"),
                    component.text("name"),
                    crypto,
                    List.copyOf(seen),
                    confidence(component.object("evidence"))));
        }
        component.objects("components").forEach(this::add);
    }

    private void add(Pending one) {
        pending.add(one);
        places += Math.max(1, one.places().size());
        if (!one.ref().isEmpty()) {
            byRef.putIfAbsent(one.ref(), one);
        }
        if (places > CbomReader.MOST_FINDINGS) {
            throw new ImportLimitException("occurrences", CbomReader.MOST_FINDINGS);
        }
    }

    /** A tool tells, nobody here has looked: at most likely, and only possible where the tool itself doubts. */
    private static Confidence confidence(JsonItem evidence) {
        List<JsonItem> identities = new ArrayList<>(evidence.objects("identity"));
        identities.add(evidence.object("identity"));
        for (JsonItem identity : identities) {
            String confidence = identity.text("confidence");
            if (confidence.matches("0|0?\\.[0-4]\\d{0,9}")) {
                return Confidence.POSSIBLE;
            }
        }
        return Confidence.LIKELY;
    }

    /** Takes an entry of {@code dependencies}. */
    void depends(JsonItem dependency) {
        if (dependencies.size() < CbomReader.MOST_COMPONENTS) {
            dependencies.putIfAbsent(dependency.text("ref"), dependency.texts("dependsOn"));
        }
    }

    /** How many cryptographic assets were not understood as any. */
    int left() {
        return left;
    }

    /** Everything told, as that origin says. */
    List<AssignedFinding> tell(ImportOrigin origin) {
        for (Pending one : pending) {
            tell(one, origin);
        }
        pending.clear();
        return findings;
    }

    private void tell(Pending one, ImportOrigin origin) {
        JsonItem fields = one.crypto();
        switch (fields.text("assetType")) {
            case "algorithm" -> algorithm(one, origin);
            case "certificate" -> certificate(one, fields.object("certificateProperties"), origin);
            case "protocol" -> protocol(one, fields.object("protocolProperties"), origin);
            case "related-crypto-material" -> key(one, fields.object("relatedCryptoMaterialProperties"), origin);
            default -> left++;
        }
    }

    private void algorithm(Pending one, ImportOrigin origin) {
        JsonItem fields = one.crypto().object("algorithmProperties");
        List<String> functions = fields.texts("cryptoFunctions");
        CryptoFunction function = ForeignFunction.of(functions, fields.text("primitive"));
        ForeignAlgorithm.Told told = algorithms.read(one.name(), one.crypto());
        String open = told.open();
        if (function == CryptoFunction.OTHER && functions.size() > 1) {
            // The list is the union over all places: which of them is done at which place cannot be told.
            String union = "cryptoFunctions=" + String.join(",", functions);
            open = open.isEmpty() ? union : open + "; " + union;
        }
        add(one, new CryptoAsset.AlgorithmAsset(told.algorithm()), function, open, origin);
    }

    private void protocol(Pending one, JsonItem fields, ImportOrigin origin) {
        CryptoAsset asset = protocols.read(
                fields,
                one.name(),
                ref -> byRef.containsKey(ref) ? byRef.get(ref).name() : ref);
        String type = ((CryptoAsset.Protocol) asset).protocol();
        CryptoFunction function = type.equals("tls")
                ? CryptoFunction.TLS
                : type.equals("ssh") ? CryptoFunction.SSH : CryptoFunction.CONFIGURE;
        add(one, asset, function, "", origin);
    }

    private void key(Pending one, JsonItem fields, ImportOrigin origin) {
        if (!ForeignMaterial.isKey(fields)) {
            left++;
            return;
        }
        ForeignMaterial.Known known = key(one);
        CryptoAsset asset = ForeignMaterial.key(fields, known.algorithm())
                .orElseGet(() -> new CryptoAsset.AlgorithmAsset(known.algorithm()));
        add(one, asset, CryptoFunction.KEY_LOAD, open(known.algorithm(), one), origin);
    }

    private static String open(Algorithm algorithm, Pending one) {
        return algorithm instanceof Algorithm.Unresolved ? Place.cut(one.name()) : "";
    }

    /** The algorithm of a key: that which it refers to, or else the one its own name or object identifier tells. */
    private ForeignMaterial.Known key(Pending one) {
        JsonItem fields = one.crypto().object("relatedCryptoMaterialProperties");
        Optional<Algorithm> use = related(fields, "algorithm", "algorithmRef")
                .or(() -> dependsOn(one))
                .map(it -> algorithms.read(it.name(), it.crypto()).algorithm());
        return new ForeignMaterial.Known(
                algorithms.key(one.name(), one.crypto(), use), ForeignMaterial.fingerprint(fields));
    }

    private Optional<Pending> dependsOn(Pending one) {
        return dependencies.getOrDefault(one.ref(), List.of()).stream()
                .map(byRef::get)
                .filter(it -> it != null && it.crypto().text("assetType").equals("algorithm"))
                .findFirst();
    }

    /** The component that the newer list or the older field refers to. */
    private Optional<Pending> related(JsonItem fields, String type, String older) {
        for (JsonItem asset : fields.objects("relatedCryptographicAssets")) {
            if (asset.text("type").equalsIgnoreCase(type) && byRef.containsKey(asset.text("ref"))) {
                return Optional.of(byRef.get(asset.text("ref")));
            }
        }
        return Optional.ofNullable(byRef.get(fields.text(older)));
    }

    private void certificate(Pending one, JsonItem fields, ImportOrigin origin) {
        Optional<ForeignMaterial.Known> key =
                related(fields, "publicKey", "subjectPublicKeyRef").map(this::publicKey);
        Algorithm unknown = new Algorithm.Unresolved("cyclonedx:certificate");
        Algorithm subject = key.map(ForeignMaterial.Known::algorithm).orElse(unknown);
        Algorithm signature = related(fields, "algorithm", "signatureAlgorithmRef")
                .map(it -> algorithms.read(it.name(), it.crypto()).algorithm())
                .orElse(unknown);
        CryptoAsset asset = ForeignMaterial.certificate(
                        fields, subject, signature, key.flatMap(ForeignMaterial.Known::fingerprint))
                .orElseGet(() -> new CryptoAsset.AlgorithmAsset(subject));
        String name = fields.text("subjectName").isBlank() ? one.name() : fields.text("subjectName");
        add(one, asset, CryptoFunction.CERTIFICATE, subject.equals(unknown) ? Place.cut(name) : "", origin);
    }

    private ForeignMaterial.Known publicKey(Pending referred) {
        return referred.crypto().text("assetType").equals("related-crypto-material")
                ? key(referred)
                : new ForeignMaterial.Known(
                        algorithms.read(referred.name(), referred.crypto()).algorithm(), Optional.empty());
    }

    private void add(Pending one, CryptoAsset asset, CryptoFunction function, String open, ImportOrigin origin) {
        List<Place> seen = one.places().isEmpty()
                ? List.of(new Place("", OptionalInt.empty(), OptionalInt.empty(), ""))
                : one.places();
        Set<Place> once = new HashSet<>();
        for (Place place : seen) {
            if (once.add(place)) {
                Evidence evidence = pool.of(evidence(one, asset, open, origin));
                Occurrence at = place.occurrence(origin.document(), one.name());
                Finding finding = new Finding(asset, at, function, category(asset), one.confidence(), evidence);
                int ordinal = ordinals.merge(hash(finding.fingerprint()), 1, Integer::sum) - 1;
                findings.add(new AssignedFinding(
                        InformationSystem.UNASSIGNED, finding.withOccurrence(at.withOrdinal(ordinal))));
            }
        }
    }

    /** FNV-1a of 64 bits: of millions of texts only this is held, and if two share it, an ordinal is left out. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static Evidence evidence(Pending one, CryptoAsset asset, String open, ImportOrigin origin) {
        boolean unresolved =
                asset.algorithm().filter(Algorithm.Unresolved.class::isInstance).isPresent();
        List<String> values =
                one.name().isBlank() || unresolved ? Collections.emptyList() : List.of(Place.cut(one.name()));
        if (unresolved) {
            return origin.leavesOpen(open.isEmpty() ? Place.cut(one.name()) : open);
        }
        Evidence told = origin.says(values);
        return open.isEmpty()
                ? told
                : new Evidence(
                        told.detector(),
                        told.detectorVersion(),
                        told.row(),
                        values,
                        open,
                        Resolution.PARTIAL,
                        OpenReason.UNKNOWN.id(),
                        0,
                        "");
    }

    private Category category(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Protocol) {
            return Category.TLS;
        }
        return asset.algorithm().flatMap(algorithms::category).orElse(Category.OTHER);
    }
}
