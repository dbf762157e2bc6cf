package dev.shirube.domain.observed;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.TlsPin;
import dev.shirube.domain.readiness.Capability;
import dev.shirube.domain.readiness.CryptoLibrary;
import dev.shirube.domain.readiness.HybridDefault;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.Presence;
import dev.shirube.domain.readiness.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one setting or library of a system says of post-quantum key establishment in one protocol. That it is there does not
 * tell whether it serves an endpoint of the same system.
 *
 * @param scheme of the endpoints it may be about: {@code tls}, {@code ssh}, {@code ike}
 * @param what setting and value, or library and version
 * @param place location and line
 */
public record DeclaredExchange(String scheme, Stance stance, String what, String place)
        implements Comparable<DeclaredExchange> {

    /** What is said, the most that can be expected of it first. */
    public enum Stance {
        /** A setting names a post-quantum group, or a library offers one by itself. */
        ON,
        /** A library knows one, and does not offer it by itself. */
        POSSIBLE,
        /** It names or knows classical ones only. */
        CLASSICAL,
        /** Not all that it names is known. */
        UNDECIDED
    }

    private static final Comparator<DeclaredExchange> ORDER = Comparator.comparing(DeclaredExchange::stance)
            .thenComparing(DeclaredExchange::place)
            .thenComparing(DeclaredExchange::what)
            .thenComparing(DeclaredExchange::scheme);

    /** As much of a list of groups as stands in a sentence. */
    private static final int LONGEST = 80;

    /** Refuses null. */
    public DeclaredExchange {
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(stance);
        Objects.requireNonNull(what);
        Objects.requireNonNull(place);
    }

    /** What a finding declares; nothing where it is about something else, about test code, or was seen on the wire. */
    static List<DeclaredExchange> of(Finding finding, AlgorithmRegistry registry, LibraryReadiness readiness) {
        if (finding.occurrence().context() == CodeContext.TEST) {
            return List.of();
        }
        if (finding.asset() instanceof CryptoAsset.Library library) {
            return readiness
                    .of(library)
                    .map(it -> library(finding, library, it, registry))
                    .orElse(List.of());
        }
        boolean setting = finding.occurrence().kind() == EvidenceKind.CONFIGURATION
                && finding.evidence().resolution() != Resolution.UNRESOLVED;
        return setting && finding.asset() instanceof CryptoAsset.Protocol protocol
                ? setting(finding, protocol, registry).stream().toList()
                : List.of();
    }

    private static Optional<DeclaredExchange> setting(
            Finding finding, CryptoAsset.Protocol protocol, AlgorithmRegistry registry) {
        boolean versions = TlsPin.of(finding, registry)
                .filter(it -> it.part() == TlsPin.Part.VERSIONS && it.effect() == TlsPin.Effect.BLOCKS)
                .isPresent();
        if (protocol.groups().isEmpty() && !versions) {
            return Optional.empty();
        }
        Stance stance = versions
                ? Stance.CLASSICAL
                : ofGroups(protocol, finding.evidence().resolution() != Resolution.PARTIAL, registry);
        String named = versions ? String.join(" ", finding.evidence().values()) : String.join(",", protocol.groups());
        String what = finding.occurrence().symbol() + " "
                + (named.length() > LONGEST ? named.substring(0, LONGEST) + "…" : named);
        return Optional.of(new DeclaredExchange(
                protocol.protocol(), stance, what, finding.occurrence().place()));
    }

    private static Stance ofGroups(CryptoAsset.Protocol protocol, boolean whole, AlgorithmRegistry registry) {
        boolean classical = whole;
        for (String name : protocol.groups()) {
            QuantumThreat threat = threat(protocol.protocol(), name, registry);
            if (threat == QuantumThreat.SAFE) {
                return Stance.ON;
            }
            classical &= threat == QuantumThreat.VULNERABLE;
        }
        return classical ? Stance.CLASSICAL : Stance.UNDECIDED;
    }

    private static QuantumThreat threat(String protocol, String name, AlgorithmRegistry registry) {
        Optional<QuantumThreat> threat = protocol.equals("ssh")
                ? registry.bySshName(name).map(registry::threat)
                : registry.byProtocolName(protocol, name).map(AlgorithmRegistry.CodePoint::threat);
        return threat.orElse(QuantumThreat.UNKNOWN);
    }

    private static List<DeclaredExchange> library(
            Finding finding, CryptoAsset.Library library, CryptoLibrary known, AlgorithmRegistry registry) {
        String what = library.version().isEmpty() ? library.name() : library.name() + " " + library.version();
        String place = finding.occurrence().place();
        List<DeclaredExchange> declared = new ArrayList<>();
        known.hybridAt(library.version())
                .flatMap(DeclaredExchange::offered)
                .ifPresent(it -> declared.add(new DeclaredExchange("tls", it, what, place)));
        ssh(known, library.version(), registry)
                .ifPresent(it -> declared.add(new DeclaredExchange("ssh", it, what, place)));
        return declared;
    }

    private static Optional<Stance> offered(HybridDefault hybrid) {
        return switch (hybrid.offer()) {
            case DEFAULT -> Optional.of(hybrid.with().isEmpty() ? Stance.ON : Stance.POSSIBLE);
            case OFFERED, KNOWN -> Optional.of(Stance.POSSIBLE);
            case ABSENT -> Optional.of(Stance.CLASSICAL);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** A library's versions are known by the key-exchange methods that they bring; each begins with the method's name. */
    private static Optional<Stance> ssh(CryptoLibrary known, String version, AlgorithmRegistry registry) {
        List<Presence> methods = known.brings().stream()
                .filter(it -> it.standing() == Standing.FINAL && isSshMethod(it, registry))
                .map(it -> it.at(version))
                .toList();
        if (methods.contains(Presence.YES)) {
            return Optional.of(Stance.POSSIBLE);
        }
        return methods.isEmpty() || methods.contains(Presence.UNKNOWN)
                ? Optional.empty()
                : Optional.of(Stance.CLASSICAL);
    }

    private static boolean isSshMethod(Capability capability, AlgorithmRegistry registry) {
        return registry.bySshName(capability.what().split(" ", 2)[0]).isPresent();
    }

    /** What was declared and where, as it stands in a sentence. */
    public String text() {
        return what + " (" + place + ")";
    }

    @Override
    public int compareTo(DeclaredExchange other) {
        return ORDER.compare(this, other);
    }
}
