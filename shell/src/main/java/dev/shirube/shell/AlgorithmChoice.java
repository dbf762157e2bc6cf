package dev.shirube.shell;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.AlgorithmRegistry.Entry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.shell.cli.CommandFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The assets of the algorithms that {@code --algorithm} names: a family ({@code RSA}), a family with a size or curve
 * ({@code RSA-2048}, {@code ECDSA-P-256}), a name, a curve, or a name on the wire ({@code X25519MLKEM768}), in any case.
 */
final class AlgorithmChoice {

    /** Stands for every algorithm that is known only at run time. */
    private static final String UNRESOLVED = "unresolved";

    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final Set<String> wanted;
    private final Map<CryptoAsset, Boolean> known = new HashMap<>();

    /** Refuses, as wrong usage, what names no algorithm. */
    AlgorithmChoice(List<String> names) {
        wanted = names.stream().map(AlgorithmChoice::lower).collect(Collectors.toSet());
        names.forEach(this::check);
    }

    private void check(String name) {
        String lower = lower(name);
        boolean wire = registry.tlsByName(name).isPresent()
                || registry.ikeByName(name).isPresent()
                || registry.bySshName(name).isPresent();
        boolean curve = registry.canonicalCurve(name).isPresent();
        if (wire
                || curve
                || lower.equals(UNRESOLVED)
                || registry.entries().stream().anyMatch(it -> names(it, lower))) {
            return;
        }
        String families =
                registry.entries().stream().map(Entry::group).distinct().collect(Collectors.joining(", "));
        throw CommandFailure.usage(
                "--algorithm cannot be \"" + name
                        + "\": no algorithm is called so. Give a family, or a family with its size"
                        + " (RSA-2048, ECDSA-P-256), a curve, a TLS or SSH name, or unresolved. Families: " + families
                        + ".",
                "--algorithm に「" + name + "」は指定できません（該当するアルゴリズムがありません）。系列名、系列名と鍵長・曲線（RSA-2048、"
                        + "ECDSA-P-256）、曲線名、TLS・SSH での名称、または unresolved を指定してください。系列：" + families);
    }

    private static boolean names(Entry entry, String lower) {
        return names(entry).anyMatch(it -> lower.equals(it) || lower.startsWith(it + "-"));
    }

    private static Stream<String> names(Entry entry) {
        return Stream.concat(Stream.of(entry.id(), entry.name(), entry.group()), entry.cyclonedxFamily().stream())
                .map(AlgorithmChoice::lower);
    }

    /** Whether a part of the asset is one of them; everything is, where none was asked for. */
    boolean accepts(CryptoAsset asset) {
        return wanted.isEmpty() || known.computeIfAbsent(asset, this::matches);
    }

    private boolean matches(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return matches(certificate.subjectKey()) || matches(certificate.signature());
        }
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return Stream.of(protocol.groups(), protocol.cipherSuites(), protocol.signatureSchemes())
                    .flatMap(List::stream)
                    .anyMatch(it -> matches(protocol.protocol(), it));
        }
        return asset.algorithm().filter(this::matches).isPresent();
    }

    private boolean matches(String protocol, String name) {
        List<Algorithm.Known> algorithms = protocol.equals("ssh")
                ? registry.bySshName(name).stream().toList()
                : registry.byProtocolName(protocol, name)
                        .map(CodePoint::algorithms)
                        .orElse(List.of());
        return wanted.contains(lower(name)) || algorithms.stream().anyMatch(this::matches);
    }

    private boolean matches(Algorithm algorithm) {
        if (!(algorithm instanceof Algorithm.Known whole)) {
            return wanted.contains(UNRESOLVED);
        }
        return named(whole) || registry.parts(whole).stream().anyMatch(this::named);
    }

    private boolean named(Algorithm.Known algorithm) {
        List<String> details = new ArrayList<>();
        algorithm.parameterSet().ifPresent(it -> details.add(lower(it)));
        algorithm.curve().ifPresent(it -> details.add(lower(it.substring(it.indexOf('/') + 1))));
        Set<String> names = new HashSet<>();
        names.add(lower(registry.displayName(algorithm)));
        algorithm.curve().ifPresent(it -> names.add(lower(it.substring(it.indexOf('/') + 1))));
        algorithm.parameterSet().filter(it -> it.matches(".*[A-Za-z].*")).ifPresent(it -> names.add(lower(it)));
        registry.entry(algorithm.entry()).stream()
                .flatMap(AlgorithmChoice::names)
                .forEach(base -> {
                    names.add(base);
                    details.forEach(it -> names.add(base + "-" + it));
                });
        return wanted.stream().anyMatch(it -> names.contains(it) || isCurve(it, algorithm));
    }

    private boolean isCurve(String name, Algorithm.Known algorithm) {
        return algorithm.curve().isPresent() && registry.canonicalCurve(name).equals(algorithm.curve());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
