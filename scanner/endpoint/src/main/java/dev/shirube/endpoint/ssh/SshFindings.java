package dev.shirube.endpoint.ssh;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ObservedFact;
import dev.shirube.endpoint.observed.FindingSheet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the facts about one SSH server into findings. */
final class SshFindings {
    private final SshFacts facts;
    private final EndpointProfile profile;
    private final FindingSheet sheet;

    SshFindings(String location, SshFacts facts) {
        this.facts = facts;
        profile = facts.profile(location);
        sheet = new FindingSheet(SshTranscriptDetector.ID, SshTranscriptDetector.VERSION, location);
    }

    List<Finding> findings() {
        if (supported(SshFacts.VERSION_1)) {
            protocol("1", List.of(), List.of(), List.of(), "");
        }
        if (supported(SshFacts.VERSION_2)) {
            protocol("2.0", ciphers(), facts.keyExchanges(), facts.hostKeys(), verdicts());
        }
        facts.keyExchanges().forEach(this::keyExchange);
        facts.hostKeys()
                .forEach(it -> sheet.algorithm(
                        SshNames.HOST_KEYS.algorithm(it), it, CryptoFunction.SIGN, "ssh-host-key-algorithm"));
        return sheet.findings();
    }

    private boolean supported(String subject) {
        return profile.fact(subject).state() == ObservedFact.State.SUPPORTED;
    }

    private void protocol(
            String version, List<String> ciphers, List<String> methods, List<String> hostKeys, String verdicts) {
        sheet.protocol(
                new CryptoAsset.Protocol("ssh", Optional.of(version), ciphers, methods, hostKeys),
                "SSH " + version,
                CryptoFunction.SSH,
                "ssh-version",
                verdicts);
    }

    /** Ciphers and MACs of both directions, in the server's order. */
    private List<String> ciphers() {
        Set<String> names = new LinkedHashSet<>();
        facts.offer().ifPresent(it -> {
            names.addAll(it.ciphersToServer());
            names.addAll(it.ciphersToClient());
            names.addAll(it.macsToServer());
            names.addAll(it.macsToClient());
        });
        return List.copyOf(names);
    }

    private String verdicts() {
        return EndpointProfile.VERDICTS.stream()
                .map(it -> it.replace('/', '-') + "=" + profile.fact(it).state().id())
                .collect(Collectors.joining("; "));
    }

    private void keyExchange(String name) {
        boolean kem = SshNames.KEY_EXCHANGES.isPqc(name) || SshNames.KEY_EXCHANGES.isDraft(name);
        sheet.algorithm(
                SshNames.KEY_EXCHANGES.algorithm(name),
                name,
                kem ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT,
                "ssh-key-exchange");
    }
}
