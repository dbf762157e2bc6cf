package dev.shirube.endpoint.ike;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ObservedFact;
import dev.shirube.endpoint.observed.FindingSheet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns the facts about one IKE responder into findings; what is not known for certain is none. */
final class IkeFindings {
    private final IkeFacts facts;
    private final EndpointProfile profile;
    private final FindingSheet sheet;

    IkeFindings(String location, IkeFacts facts) {
        this.facts = facts;
        profile = facts.profile(location);
        sheet = new FindingSheet(IkeTranscriptDetector.ID, IkeTranscriptDetector.VERSION, location);
    }

    List<Finding> findings() {
        if (profile.fact(IkeFacts.VERSION).state() != ObservedFact.State.SUPPORTED) {
            return List.of();
        }
        TreeSet<String> exchanges = new TreeSet<>();
        facts.observations().forEach(it -> exchange(it).ifPresent(exchanges::add));
        sheet.protocol(
                new CryptoAsset.Protocol("ike", Optional.of("2"), List.of(), List.copyOf(exchanges), List.of()),
                "IKEv2",
                CryptoFunction.KEY_AGREEMENT,
                "ike-version",
                verdicts());
        exchanges.forEach(this::algorithm);
        return sheet.findings();
    }

    private String verdicts() {
        return EndpointProfile.VERDICTS.stream()
                .map(it -> it.replace('/', '-') + "=" + profile.fact(it).state().id())
                .collect(Collectors.joining("; "));
    }

    /** {@code Curve25519}, or {@code Curve25519+ml-kem-768} where both are used together. */
    private static Optional<String> exchange(IkeObservation seen) {
        return seen.chosenAdditional().map(additional -> {
            StringBuilder name =
                    new StringBuilder(IkeNames.name(seen.chosenKey().orElseThrow()));
            additional.forEach(it -> name.append('+').append(IkeNames.name(it)));
            return name.toString();
        });
    }

    private void algorithm(String name) {
        boolean joined = name.indexOf('+') >= 0;
        Optional<AlgorithmRegistry.CodePoint> point =
                AlgorithmRegistry.standard().ikeByName(name);
        boolean hybrid =
                point.filter(it -> it.classification().equals("hybrid")).isPresent();
        boolean kem =
                hybrid || point.filter(it -> it.classification().equals("pqc")).isPresent();
        List<Algorithm.Known> algorithms =
                point.map(AlgorithmRegistry.CodePoint::algorithms).orElse(List.of());
        CryptoFunction function = kem ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT;
        if (hybrid) {
            // A combiner is one key exchange: its classical half alone would count as something left to migrate.
            Algorithm combiner = Algorithm.Known.of("hybrid-groups").withParameterSet(name);
            sheet.algorithm(combiner, name, function, "ike-key-exchange");
        } else if (algorithms.isEmpty() || joined) {
            sheet.algorithm(new Algorithm.Unresolved("ike:" + name), name, function, "ike-key-exchange");
        } else {
            sheet.algorithm(algorithms.get(0), name, function, "ike-key-exchange");
        }
    }
}
