package dev.shirube.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What the user asked to look at. Parsing a target never touches it. */
public sealed interface ScanTarget {

    /** The target as the user may write it again; never holds a credential. */
    String text();

    /** A directory tree in the file system. */
    record DirectoryTarget(Path path) implements ScanTarget {
        @Override
        public String text() {
            return path.toString();
        }
    }

    /** One file: an archive, a class, a key, a keystore, a setting. */
    record FileTarget(Path path) implements ScanTarget {
        @Override
        public String text() {
            return path.toString();
        }
    }

    /**
     * A Git repository, read without a checkout.
     *
     * @param location local path, or {@code https://…} or {@code ssh://…}
     * @param ref branch, tag or commit; empty for HEAD
     * @param history whether all commits are walked, not one tree
     * @param since branch, tag or commit: only what differs from it is looked at
     */
    record GitTarget(String location, Optional<String> ref, boolean history, Optional<String> since)
            implements ScanTarget {

        /** One tree or all commits, looked at as a whole. */
        public GitTarget(String location, Optional<String> ref, boolean history) {
            this(location, ref, history, Optional.empty());
        }

        @Override
        public String text() {
            return location + ref.map(it -> "#" + it).orElse("");
        }
    }

    /** How much of an endpoint is asked for. */
    enum ProbePlan {
        TRIAGE,
        FULL,
        DEEP
    }

    /**
     * A network endpoint.
     *
     * @param scheme {@code tls}, {@code ssh} or {@code ike}
     * @param host name or address literal
     * @param port empty for the scheme's usual one
     * @param serverNames names to ask for (SNI); empty for the host itself where it is a name
     * @param startTls protocol to upgrade from, for example {@code smtp}
     */
    record EndpointTarget(
            String scheme,
            String host,
            OptionalInt port,
            List<String> serverNames,
            Optional<String> startTls,
            ProbePlan plan)
            implements ScanTarget {
        /** Keeps an unmodifiable copy and refuses null. */
        public EndpointTarget {
            Objects.requireNonNull(scheme);
            Objects.requireNonNull(host);
            serverNames = List.copyOf(serverNames);
        }

        @Override
        public String text() {
            String literal = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            return scheme + "://" + literal + (port.isPresent() ? ":" + port.getAsInt() : "");
        }
    }

    /** A CBOM, SBOM or other scanner's result to import. */
    record ImportTarget(Path path) implements ScanTarget {
        @Override
        public String text() {
            return "cdx:" + path;
        }
    }
}
