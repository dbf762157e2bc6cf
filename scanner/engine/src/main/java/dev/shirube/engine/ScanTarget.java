package dev.shirube.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        DEEP;

        /** The id that the command line and results carry, for example {@code triage}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an endpoint speaks from the first byte, or after an upgrade. */
    enum Scheme {
        /** TLS over TCP (RFC 8446), at once or after STARTTLS. */
        TLS(443),
        /** The SSH transport protocol (RFC 4253). */
        SSH(22),
        /** IKEv2 over UDP (RFC 7296). */
        IKE(500);

        private final int port;

        Scheme(int port) {
            this.port = port;
        }

        /** The id that targets begin with, for example {@code tls}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The scheme of that id. */
        public static Optional<Scheme> of(String id) {
            return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
        }
    }

    /** Protocols that begin in clear and go over to TLS when asked to; the ports are IANA's. */
    enum StartTls {
        SMTP("smtp", 25),
        LMTP("lmtp", 24),
        IMAP("imap", 143),
        POP3("pop3", 110),
        SIEVE("sieve", 4190),
        FTP("ftp", 21),
        LDAP("ldap", 389),
        XMPP("xmpp", 5222),
        XMPP_SERVER("xmpp-server", 5269),
        NNTP("nntp", 119),
        POSTGRES("postgres", 5432),
        MYSQL("mysql", 3306),
        RDP("rdp", 3389);

        private final String id;
        private final int port;

        StartTls(String id, int port) {
            this.id = id;
            this.port = port;
        }

        /** The id that targets carry, for example {@code smtp}. */
        public String id() {
            return id;
        }

        /** The protocol of that id. */
        public static Optional<StartTls> of(String id) {
            return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
        }
    }

    /**
     * A network endpoint under one name.
     *
     * @param host name, or address literal without brackets
     * @param port from 1 to 65535
     * @param serverName name to ask for (SNI); empty for the host itself where it is a name
     * @param startTls protocol to upgrade from; only with {@link Scheme#TLS}
     */
    record EndpointTarget(
            Scheme scheme,
            String host,
            int port,
            Optional<String> serverName,
            Optional<StartTls> startTls,
            ProbePlan plan)
            implements ScanTarget {
        /** Refuses null. */
        public EndpointTarget {
            Objects.requireNonNull(scheme);
            Objects.requireNonNull(host);
            Objects.requireNonNull(serverName);
            Objects.requireNonNull(startTls);
            Objects.requireNonNull(plan);
        }

        /** The port that the protocol usually has. */
        public static int usualPort(Scheme scheme, Optional<StartTls> startTls) {
            return startTls.map(it -> it.port).orElse(scheme.port);
        }

        /** The logical path of what is learnt, for example {@code tls://mail.example.jp:25?sni=a.jp&starttls=smtp}. */
        @Override
        public String text() {
            String literal = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            String query = Stream.of(serverName.map(it -> "sni=" + it), startTls.map(it -> "starttls=" + it.id()))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("&"));
            return scheme.id() + "://" + literal + ":" + port + (query.isEmpty() ? "" : "?" + query);
        }
    }

    /**
     * Endpoints that are asked side by side; each is a unit of its own, called by its own text.
     *
     * @param pace how many connections are made, to all of them and to each host
     */
    record EndpointListTarget(List<EndpointTarget> endpoints, Pace pace) implements ScanTarget {
        /** Keeps an unmodifiable copy. */
        public EndpointListTarget {
            endpoints = List.copyOf(endpoints);
            Objects.requireNonNull(pace);
        }

        @Override
        public String text() {
            return endpoints.stream().map(EndpointTarget::text).collect(Collectors.joining(" "));
        }
    }

    /**
     * How fast endpoints may be asked, and how patiently.
     *
     * @param perSecond connections a second to all hosts together
     * @param perHostPerSecond connections a second to one address
     * @param deadlineMillis the longest that one connection may take; where it is empty, as long as the reader finds good
     */
    record Pace(int perSecond, int perHostPerSecond, OptionalInt deadlineMillis) {
        /** Polite to servers and networks of others. */
        public static final Pace STANDARD = new Pace(100, 10);

        /** Refuses a pace of nothing. */
        public Pace {
            if (perSecond < 1 || perHostPerSecond < 1) {
                throw new IllegalArgumentException("A pace is at least one connection a second");
            }
            if (deadlineMillis.isPresent() && deadlineMillis.getAsInt() < 1) {
                throw new IllegalArgumentException("A connection takes at least a millisecond");
            }
        }

        /** A pace with the usual patience. */
        public Pace(int perSecond, int perHostPerSecond) {
            this(perSecond, perHostPerSecond, OptionalInt.empty());
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
