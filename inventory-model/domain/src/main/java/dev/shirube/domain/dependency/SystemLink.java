package dev.shirube.domain.dependency;

import dev.shirube.domain.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One system hangs on another.
 *
 * @param from id of the system that depends; of what is alike on both sides the lesser id
 * @param to id of the system depended on, or the name of what is outside the register (外部)
 * @param external whether {@code to} is such a name
 * @param evidence where it was declared, or ids of the findings and assets it was observed by; sorted
 */
public record SystemLink(String from, String to, boolean external, Kind kind, List<String> evidence)
        implements Comparable<SystemLink> {

    /** Who says that there is a link. */
    public enum Origin {
        DECLARED,
        OBSERVED;

        /** The id that files carry. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a link is made of. */
    public enum Kind {
        /** The register names it as a peer. */
        PEER(Origin.DECLARED, new Text("台帳の接続先", "peer in the register")),
        /** A certificate of the one was issued with a private key that the other holds. */
        ISSUER(Origin.OBSERVED, new Text("証明書の発行元（CA の秘密鍵を保有）", "certificate issuer (holds the key)")),
        /** The issuer's certificate stands as a file of the other alone; nobody's private key of it was found. */
        ISSUER_CERTIFICATE(Origin.OBSERVED, new Text("証明書の発行元（CA 証明書のみ）", "certificate issuer (by its certificate)")),
        /** Both hold the same private key, or end-entity certificates of it. */
        SHARED_KEY(Origin.OBSERVED, new Text("同じ鍵を共有", "the same key")),
        /** Both have a module that the organisation calls its own. */
        SHARED_LIBRARY(Origin.OBSERVED, new Text("同じ自製モジュール", "the same own module")),
        /** Code or settings of the one name an endpoint of the other. */
        ENDPOINT(Origin.OBSERVED, new Text("接続先としての参照", "names an endpoint of it"));

        private final Origin origin;
        private final Text label;

        Kind(Origin origin, Text label) {
            this.origin = origin;
            this.label = label;
        }

        /** Who says so. */
        public Origin origin() {
            return origin;
        }

        /** What reports print. */
        public Text label() {
            return label;
        }

        /** The id that files carry, for example {@code shared-key}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Comparator<SystemLink> ORDER = Comparator.comparing(SystemLink::from)
            .thenComparing(SystemLink::to)
            .thenComparing(SystemLink::kind)
            .thenComparing(SystemLink::external)
            .thenComparing(it -> String.join("\n", it.evidence()));

    /** Keeps sorted evidence; refuses null, and a system that hangs on itself. */
    public SystemLink {
        Objects.requireNonNull(kind);
        if (from.equals(to) && !external) {
            throw new IllegalArgumentException(from + " does not hang on itself");
        }
        evidence = List.copyOf(new TreeSet<>(evidence));
    }

    /** Who says so. */
    public Origin origin() {
        return kind.origin();
    }

    @Override
    public int compareTo(SystemLink other) {
        return ORDER.compare(this, other);
    }
}
