package dev.shirube.catalogue;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the JDK's own providers do where a program does not say, by version. */
final class ProviderDefaults {

    /** Authored in {@code src/main/data}; beside the rows of the libraries, since it belongs to what a finding says. */
    static final String RESOURCE = "defaults/providers.table";

    private static final DataNode TABLE = DataTable.load(ProviderDefaults.class, RESOURCE);

    private final Map<String, List<String>> defaults = new HashMap<>();
    private final List<String> providers = TABLE.get("providers").texts();

    ProviderDefaults(AlgorithmRegistry registry) {
        for (DataNode row : TABLE.get("rows").items()) {
            String service = row.get("service").text();
            registry.byJcaName(service, row.get("algorithm").text())
                    .ifPresent(known -> defaults.put(key(service, known), labelled(row.get("defaults"))));
        }
    }

    /** Each default with the version that it holds for: {@code 2048 (JDK 17)}. */
    private static List<String> labelled(DataNode versions) {
        List<String> labelled = new ArrayList<>();
        versions.entries().forEach((version, value) -> labelled.add(value.text() + " (" + version + ")"));
        return List.copyOf(labelled);
    }

    private static String key(String service, Algorithm.Known known) {
        return service + " " + known.identity();
    }

    /**
     * The defaults for that algorithm where it comes from that factory call; none where another provider may have been
     * asked for, where the algorithm's parameters are named, or where nobody looked.
     *
     * @param factory a call that takes the algorithm's name, and then perhaps a provider
     */
    List<String> of(String service, Algorithm.Known known, CallSite factory) {
        return ours(factory) ? defaults.getOrDefault(key(service, known), List.of()) : List.of();
    }

    private boolean ours(CallSite factory) {
        return factory.arguments().size() == 1
                || factory.arguments().size() == 2
                        && factory.arguments().get(1) instanceof ArgumentValue.Constants provider
                        && provider.open().isEmpty()
                        && providers.containsAll(provider.values());
    }
}
