package dev.shirube.source.flow;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.CallSite;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a call is given by each caller of the function around it, where several of those things vary together: of {@code
 * pair("RSA", 3072)} and {@code pair("EC", 256)} nobody makes an EC key of 3072 bits.
 */
final class Together {

    private static final String OPEN = "?";

    private Together() {}

    /**
     * The different ways in which callers make the call; nothing where at most one thing varies, or where the callers do not
     * account for all that the call may be given.
     *
     * @param whole the call as seen without any caller
     */
    static List<CallSite> apart(CallSite whole, List<CallSite> byCallers) {
        Map<Map<String, Set<String>>, CallSite> ways = new LinkedHashMap<>();
        byCallers.forEach(it -> ways.putIfAbsent(parts(it), it));
        Map<String, Set<String>> given = parts(whole);
        int varying = 0;
        for (Map.Entry<String, Set<String>> part : given.entrySet()) {
            Set<Set<String>> different = new HashSet<>();
            Set<String> all = new TreeSet<>();
            for (Map<String, Set<String>> way : ways.keySet()) {
                Set<String> values = way.getOrDefault(part.getKey(), Set.of());
                different.add(values);
                all.addAll(values);
            }
            if (!all.containsAll(part.getValue())) {
                return List.of();
            }
            varying += different.size() > 1 ? 1 : 0;
        }
        return varying > 1 ? List.copyOf(ways.values()) : List.of();
    }

    /** The values of each argument and of the object that the call is made on. */
    private static Map<String, Set<String>> parts(CallSite site) {
        Map<String, Set<String>> parts = new TreeMap<>();
        for (int i = 0; i < site.arguments().size(); i++) {
            parts.put(Integer.toString(i), values(site.arguments().get(i)));
        }
        site.named().forEach((name, value) -> parts.put(name, values(value)));
        parts.put("receiver", values(site.receiver()));
        return parts;
    }

    private static Set<String> values(ArgumentValue value) {
        Set<String> values = new TreeSet<>();
        if (value instanceof ArgumentValue.Constants constants) {
            values.addAll(constants.values());
            if (!constants.open().isEmpty()) {
                values.add(OPEN);
            }
        } else if (value instanceof ArgumentValue.Produced produced) {
            values.add(produced.by().owner() + "#" + produced.by().member());
            parts(produced.by()).forEach((name, part) -> part.forEach(it -> values.add(name + "=" + it)));
        } else if (value instanceof ArgumentValue.Elements elements) {
            elements.values().forEach(it -> values.addAll(values(it)));
        } else if (value instanceof ArgumentValue.Options options) {
            options.entries().forEach((name, entry) -> values(entry).forEach(it -> values.add(name + "=" + it)));
        } else {
            values.add(OPEN);
        }
        return values;
    }
}
