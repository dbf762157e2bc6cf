package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.Optional;

/**
 * Lists of SSH's algorithms (sshd_config(5)): separated by commas; a {@code +}, {@code -} or {@code ^} before the first adds
 * to the default, takes from it, or prefers; an asterisk stands for any text.
 */
final class SshLists {

    private SshLists() {}

    static void exchanges(Directive at, ProtocolFacts facts) {
        list(at, facts, Part.GROUPS, CryptoFunction.KEY_AGREEMENT);
    }

    static void signatures(Directive at, ProtocolFacts facts) {
        list(at, facts, Part.SCHEMES, CryptoFunction.SIGN);
    }

    private static void list(Directive at, ProtocolFacts facts, Part part, CryptoFunction function) {
        facts.noted(at, part);
        String value = at.value();
        char sign = value.isEmpty() ? ' ' : value.charAt(0);
        if (sign == '+' || sign == '-' || sign == '^') {
            facts.unknown(sign + "default");
        }
        for (String item : at.items(" \t,\"")) {
            String name = item.charAt(0) == '+' || item.charAt(0) == '^' ? item.substring(1) : item;
            if (sign != '-' && !name.isEmpty()) {
                name(name, at, facts, part, function);
            }
        }
    }

    private static void name(String name, Directive at, ProtocolFacts facts, Part part, CryptoFunction function) {
        AlgorithmRegistry registry = facts.claims().registry();
        if (part == Part.GROUPS) {
            facts.group(name, name);
        } else {
            facts.scheme(name, name);
        }
        Optional<Algorithm.Known> known = registry.bySshName(name);
        if (known.isEmpty()) {
            facts.unknown(name);
            facts.unresolved(at, function, name);
            return;
        }
        boolean hybrid = part == Part.GROUPS
                && registry.entry(known.get().entry())
                        .filter(it ->
                                it.primitive().equals("kem") || it.primitive().equals("combiner"))
                        .isPresent();
        facts.algorithm(known.get(), at, hybrid ? CryptoFunction.KEM : function, name);
    }
}
