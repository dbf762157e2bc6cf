package dev.shirube.planner.roadmap;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.planner.policy.Operation;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.Subject;
import java.util.Comparator;
import java.util.List;

/** One asset of one system in one use, with the findings that show it. */
record Use(Key key, CryptoAsset asset, String name, Subject subject, List<Finding> findings) {

    /** What makes two findings the same use. */
    record Key(
            String system, String asset, PolicyFunction function, String use, Operation operation, CodeContext context)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::system)
                .thenComparing(Key::asset)
                .thenComparing(Key::function)
                .thenComparing(Key::use)
                .thenComparing(Key::operation)
                .thenComparing(Key::context);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    Use {
        findings = findings.stream().sorted().toList();
    }

    /** Whether a use was seen: not if all that shows it is in libraries to whose code no way was found. */
    boolean seen() {
        return findings.stream().anyMatch(finding -> !finding.occurrence().inUnusedLibraryCode());
    }

    /** Whether it only tells about code, in which nothing is done with the asset. */
    boolean isAboutCode() {
        return findings.stream().noneMatch(it -> it.function().isUse());
    }

    List<String> fingerprints() {
        return findings.stream().map(Finding::fingerprint).sorted().distinct().toList();
    }

    List<CryptoFunction> functions() {
        return findings.stream().map(Finding::function).sorted().distinct().toList();
    }
}
