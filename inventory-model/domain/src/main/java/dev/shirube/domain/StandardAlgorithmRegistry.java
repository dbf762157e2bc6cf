package dev.shirube.domain;

import dev.shirube.data.DataTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The registry read from the tables {@code algorithms} and {@code codepoints} beside this class; built once, on demand. */
final class StandardAlgorithmRegistry implements AlgorithmRegistry {

    private final AlgorithmTable table;
    private final CurveTable curves;
    private final AlgorithmNames names;
    private final JcaNames jca;
    private final DisplayNames displayNames;

    private StandardAlgorithmRegistry() {
        var data = DataTable.load(StandardAlgorithmRegistry.class, "algorithms.table");
        table = AlgorithmTable.of(data.get("entries"));
        curves = CurveTable.of(data.get("curves"));
        names = AlgorithmNames.of(data.get("entries"), curves);
        jca = JcaNames.of(data, names);
        displayNames = new DisplayNames(table);
    }

    static AlgorithmRegistry instance() {
        return Instance.REGISTRY;
    }

    /** Loaded when first asked for. */
    private static final class Instance {
        private static final AlgorithmRegistry REGISTRY = new StandardAlgorithmRegistry();
    }

    /** The code points; apart, because most commands need none. */
    private static final class CodePoints {
        private static final CodePointTable TABLE =
                CodePointTable.of(DataTable.load(StandardAlgorithmRegistry.class, "codepoints.table"));
    }

    @Override
    public Optional<Entry> entry(String id) {
        return table.row(id).map(AlgorithmTable.Row::entry);
    }

    @Override
    public List<Entry> entries() {
        return table.entries();
    }

    @Override
    public Optional<Algorithm.Known> byJcaName(String service, String name) {
        return jca.find(service, name);
    }

    @Override
    public Optional<Algorithm.Known> byOid(String oid) {
        return names.byOid(oid);
    }

    @Override
    public Optional<CodePoint> tlsGroup(int code) {
        return CodePoints.TABLE.group(code);
    }

    @Override
    public Optional<CodePoint> tlsSignatureScheme(int code) {
        return CodePoints.TABLE.scheme(code);
    }

    @Override
    public Optional<CodePoint> tlsCipherSuite(int code) {
        return CodePoints.TABLE.suite(code);
    }

    @Override
    public List<CodePoint> tlsCipherSuites() {
        return CodePoints.TABLE.suites();
    }

    @Override
    public Optional<CodePoint> tlsByName(String name) {
        return CodePoints.TABLE.byName(name).or(() -> curves.canonical(name).flatMap(CodePoints.TABLE::groupOnCurve));
    }

    @Override
    public Optional<Algorithm.Known> bySshName(String name) {
        return CodePoints.TABLE.ssh(name);
    }

    @Override
    public List<CodePoint> sshKeyExchanges() {
        return CodePoints.TABLE.sshKeyExchanges();
    }

    @Override
    public List<CodePoint> sshHostKeys() {
        return CodePoints.TABLE.sshHostKeys();
    }

    @Override
    public List<CodePoint> ikeKeyExchanges() {
        return CodePoints.TABLE.ikeKeyExchanges();
    }

    @Override
    public Optional<CodePoint> ikeByName(String name) {
        return CodePoints.TABLE.ike(name);
    }

    @Override
    public Optional<Algorithm.Known> byXmlUri(String uri) {
        return names.byXml(uri);
    }

    @Override
    public Optional<Algorithm.Known> byJose(String alg) {
        return names.byJose(alg);
    }

    @Override
    public Optional<Algorithm.Known> byCose(long alg) {
        return names.byCose(alg);
    }

    @Override
    public Optional<Algorithm.Known> byOpenPgp(int id) {
        return names.byOpenPgp(id);
    }

    @Override
    public Optional<Algorithm.Known> byDnssec(int number) {
        return names.byDnssec(number);
    }

    @Override
    public Optional<String> canonicalCurve(String alias) {
        return curves.canonical(alias);
    }

    @Override
    public QuantumThreat threat(Algorithm algorithm) {
        return known(algorithm).map(row -> row.entry().threat()).orElse(QuantumThreat.UNKNOWN);
    }

    @Override
    public OptionalInt classicalBits(Algorithm algorithm) {
        return algorithm instanceof Algorithm.Known known
                ? table.strengthOf(known).bits()
                : OptionalInt.empty();
    }

    @Override
    public OptionalInt nistLevel(Algorithm algorithm) {
        if (!(algorithm instanceof Algorithm.Known known)) {
            return OptionalInt.empty();
        }
        return threat(known) == QuantumThreat.VULNERABLE
                ? OptionalInt.of(0)
                : table.strengthOf(known).level();
    }

    @Override
    public List<Algorithm.Known> parts(Algorithm algorithm) {
        return algorithm instanceof Algorithm.Known known
                ? table.strengthOf(known).parts().stream()
                        .map(Algorithm.Known::parse)
                        .toList()
                : List.of();
    }

    @Override
    public String displayName(Algorithm algorithm) {
        return displayNames.of(algorithm);
    }

    private Optional<AlgorithmTable.Row> known(Algorithm algorithm) {
        return algorithm instanceof Algorithm.Known known ? table.row(known.entry()) : Optional.empty();
    }
}
