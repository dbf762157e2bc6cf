package dev.shirube.endpoint.probe;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import java.util.ArrayList;
import java.util.List;

/** The lists that probes offer, as code points; authored by name in {@code offers.yaml}. */
final class Offers {
    static final List<Integer> PQC_GROUPS;
    static final List<Integer> CLASSICAL_GROUPS;
    static final List<Integer> OLD_GROUPS;
    static final List<Integer> SCHEMES;
    static final List<Integer> TLS13_SUITES;
    static final List<Integer> TLS13_MORE_SUITES;
    static final List<Integer> OLD_SUITES;

    static {
        DataNode data = DataTable.load(Offers.class, "offers.table");
        PQC_GROUPS = codes(data.get("pqc_groups"));
        CLASSICAL_GROUPS = codes(data.get("classical_groups"));
        OLD_GROUPS = codes(data.get("old_groups"));
        SCHEMES = codes(data.get("schemes"));
        TLS13_SUITES = codes(data.get("tls13_suites"));
        TLS13_MORE_SUITES = codes(data.get("tls13_more_suites"));
        OLD_SUITES = codes(data.get("old_suites"));
    }

    private Offers() {}

    /** One list after the other. */
    @SafeVarargs
    static List<Integer> join(List<Integer>... lists) {
        List<Integer> joined = new ArrayList<>();
        for (List<Integer> list : lists) {
            joined.addAll(list);
        }
        return List.copyOf(joined);
    }

    private static List<Integer> codes(DataNode names) {
        return names.texts().stream().map(Offers::code).toList();
    }

    private static int code(String name) {
        return AlgorithmRegistry.standard()
                .tlsByName(name)
                .map(CodePoint::code)
                .orElseThrow(
                        () -> new IllegalStateException("offers.yaml names " + name + ", which the registry lacks"));
    }
}
