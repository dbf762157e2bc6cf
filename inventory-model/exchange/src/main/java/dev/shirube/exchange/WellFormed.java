package dev.shirube.exchange;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.Occurrence;
import java.util.List;
import java.util.Optional;

/**
 * Names in scanned files may hold half a surrogate pair, which UTF-8 cannot carry: U+FFFD stands for it.
 *
 * <p>An inventory is made well-formed before it is put in order, not while it is written: the other way round, what is read
 * back would stand in another order than what was written.
 */
public final class WellFormed {

    private WellFormed() {}

    /** The text, with U+FFFD for each half of a pair. */
    public static String text(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return value.codePoints()
                        .map(point ->
                                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return value;
    }

    private static List<String> texts(List<String> values) {
        for (String value : values) {
            if (!text(value).equals(value)) {
                return values.stream().map(WellFormed::text).toList();
            }
        }
        return values;
    }

    /** The inventory with all its findings, diagnostics and endpoints so; the same one if they are already. */
    public static Inventory inventory(Inventory inventory) {
        List<AssignedFinding> findings =
                inventory.findings().stream().map(WellFormed::finding).toList();
        List<AssignedDiagnostic> diagnostics =
                inventory.diagnostics().stream().map(WellFormed::diagnostic).toList();
        List<AssignedEndpoint> endpoints =
                inventory.endpoints().stream().map(WellFormed::endpoint).toList();
        boolean same = findings.equals(inventory.findings())
                && diagnostics.equals(inventory.diagnostics())
                && endpoints.equals(inventory.endpoints());
        return same
                ? inventory
                : new Inventory(inventory.systems(), findings, diagnostics, inventory.coverage(), endpoints);
    }

    private static AssignedFinding finding(AssignedFinding assigned) {
        Finding one = assigned.finding();
        CryptoAsset asset = asset(one.asset());
        Occurrence place = place(one.occurrence());
        Evidence evidence = evidence(one.evidence());
        boolean same = asset.equals(one.asset()) && place == one.occurrence() && evidence == one.evidence();
        return same
                ? assigned
                : new AssignedFinding(
                        assigned.system(),
                        new Finding(asset, place, one.function(), one.category(), one.confidence(), evidence));
    }

    private static Occurrence place(Occurrence it) {
        String location = text(it.location());
        String member = text(it.member());
        String symbol = text(it.symbol());
        boolean same = location.equals(it.location()) && member.equals(it.member()) && symbol.equals(it.symbol());
        return same
                ? it
                : new Occurrence(
                        location,
                        it.line(),
                        it.offset(),
                        member,
                        symbol,
                        it.ordinal(),
                        it.kind(),
                        it.context(),
                        it.owner(),
                        it.reach());
    }

    private static Evidence evidence(Evidence it) {
        Evidence well = new Evidence(
                text(it.detector()),
                text(it.detectorVersion()),
                text(it.row()),
                texts(it.values()),
                text(it.expression()),
                it.resolution(),
                text(it.reason()),
                it.hops(),
                it.inputDigest());
        return well.equals(it) ? it : well;
    }

    private static CryptoAsset asset(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.AlgorithmAsset it) {
            return new CryptoAsset.AlgorithmAsset(algorithm(it.value()));
        }
        if (asset instanceof CryptoAsset.Certificate it) {
            return new CryptoAsset.Certificate(
                    it.sha256(),
                    text(it.subject()),
                    text(it.issuer()),
                    text(it.serialNumber()),
                    it.notBefore(),
                    it.notAfter(),
                    algorithm(it.subjectKey()),
                    algorithm(it.signature()),
                    it.keySha256(),
                    texts(it.keyUsage()),
                    it.authority());
        }
        if (asset instanceof CryptoAsset.Key it) {
            return new CryptoAsset.Key(
                    it.kind(), algorithm(it.key()), it.fingerprint(), it.envelope(), it.size(), text(it.format()));
        }
        if (asset instanceof CryptoAsset.Protocol it) {
            return new CryptoAsset.Protocol(
                    text(it.protocol()),
                    it.version().map(WellFormed::text),
                    texts(it.cipherSuites()),
                    texts(it.groups()),
                    texts(it.signatureSchemes()));
        }
        CryptoAsset.Library it = (CryptoAsset.Library) asset;
        return new CryptoAsset.Library(text(it.purl()), text(it.name()), text(it.version()));
    }

    private static Algorithm algorithm(Algorithm algorithm) {
        if (algorithm instanceof Algorithm.Known it) {
            return new Algorithm.Known(
                    text(it.entry()),
                    text(it.parameterSet()),
                    text(it.curve()),
                    text(it.digest()),
                    text(it.mode()),
                    text(it.padding()));
        }
        return new Algorithm.Unresolved(text(((Algorithm.Unresolved) algorithm).row()));
    }

    private static Optional<String> text(Optional<String> value) {
        return value.map(WellFormed::text);
    }

    private static AssignedDiagnostic diagnostic(AssignedDiagnostic it) {
        Diagnostic one = it.diagnostic();
        return new AssignedDiagnostic(
                it.system(), new Diagnostic(one.code(), text(one.location()), texts(one.arguments())));
    }

    private static AssignedEndpoint endpoint(AssignedEndpoint it) {
        return new AssignedEndpoint(
                it.system(),
                new EndpointProfile(
                        text(it.profile().location()),
                        text(it.profile().plan()),
                        it.profile().facts().stream()
                                .map(fact -> new ObservedFact(
                                        fact.subject(), fact.state(), text(fact.reason()), text(fact.probe())))
                                .toList()));
    }
}
