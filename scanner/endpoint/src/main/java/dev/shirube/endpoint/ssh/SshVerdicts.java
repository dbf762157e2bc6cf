package dev.shirube.endpoint.ssh;

import static dev.shirube.domain.EndpointProfile.PQC_AUTHENTICATION;
import static dev.shirube.domain.EndpointProfile.PQC_NEGOTIATED;
import static dev.shirube.domain.EndpointProfile.PQC_ONLY;
import static dev.shirube.domain.EndpointProfile.PQC_PREFERRED;
import static dev.shirube.domain.EndpointProfile.PQC_SUPPORTED;

import dev.shirube.domain.EndpointProfile;
import dev.shirube.endpoint.observed.FactSheet;
import java.util.List;
import java.util.Optional;

/** Where an SSH server stands on its way to post-quantum cryptography, by what it offers. */
final class SshVerdicts {
    private final SshFacts facts;
    private final List<String> methods;
    private final List<String> pqc;

    SshVerdicts(SshFacts facts) {
        this.facts = facts;
        methods = facts.keyExchanges();
        pqc = methods.stream().filter(SshNames.KEY_EXCHANGES::isPqc).toList();
    }

    void addTo(FactSheet sheet) {
        if (facts.offer().isEmpty()) {
            EndpointProfile.VERDICTS.forEach(it -> sheet.unknown(it, facts.whyUnknown()));
            return;
        }
        if (pqc.isEmpty()) {
            withoutPqc(sheet);
        } else {
            sheet.supported(PQC_SUPPORTED, "offers " + String.join(", ", pqc), facts.offerProbe());
            only(sheet);
            preferred(sheet);
            negotiated(sheet);
        }
        authentication(sheet);
    }

    private void withoutPqc(FactSheet sheet) {
        Optional<String> unheardOf = methods.stream()
                .filter(it -> unknown(SshNames.KEY_EXCHANGES, it))
                .findFirst();
        for (String subject : List.of(PQC_SUPPORTED, PQC_PREFERRED, PQC_NEGOTIATED, PQC_ONLY)) {
            if (unheardOf.isPresent() && !subject.equals(PQC_NEGOTIATED)) {
                sheet.unknown(subject, "nobody knows " + unheardOf.get());
            } else {
                sheet.notSupported(subject, "offers no post-quantum method", facts.offerProbe());
            }
        }
    }

    private void only(FactSheet sheet) {
        Optional<String> other =
                methods.stream().filter(it -> !pqc.contains(it)).findFirst();
        Optional<String> weak = methods.stream()
                .filter(it -> SshNames.KEY_EXCHANGES.isClassical(it) || SshNames.KEY_EXCHANGES.isDraft(it))
                .findFirst();
        if (weak.isPresent()) {
            sheet.notSupported(PQC_ONLY, "also offers " + weak.get(), facts.offerProbe());
        } else if (other.isPresent()) {
            sheet.unknown(PQC_ONLY, "nobody knows " + other.get());
        } else {
            sheet.supported(PQC_ONLY, "offers nothing classical", facts.offerProbe());
        }
    }

    private void preferred(FactSheet sheet) {
        if (pqc.size() == methods.size()) {
            sheet.supported(PQC_PREFERRED, "offers nothing else", facts.offerProbe());
        } else {
            sheet.notSupported(
                    PQC_PREFERRED,
                    "the client's order decides (RFC 4253 section 7.1); the server lists " + methods.get(0) + " first",
                    facts.offerProbe());
        }
    }

    private void negotiated(FactSheet sheet) {
        Optional<String> agreed = SshNames.agreed(SshNames.KEY_EXCHANGES.ofDefaultClient(), methods);
        String reason = agreed.map(it -> "with a default OpenSSH 10.0 client the two sides agree on " + it)
                .orElse("has no method in common with a default OpenSSH 10.0 client");
        if (agreed.filter(pqc::contains).isPresent()) {
            sheet.supported(PQC_NEGOTIATED, reason, facts.offerProbe());
        } else {
            sheet.notSupported(PQC_NEGOTIATED, reason, facts.offerProbe());
        }
    }

    private void authentication(FactSheet sheet) {
        SshNames names = SshNames.HOST_KEYS;
        List<String> hostKeys = facts.hostKeys();
        List<String> safe = hostKeys.stream().filter(names::isPqc).toList();
        Optional<String> unheardOf =
                hostKeys.stream().filter(it -> unknown(names, it)).findFirst();
        if (!safe.isEmpty()) {
            sheet.supported(PQC_AUTHENTICATION, "offers " + String.join(", ", safe), facts.offerProbe());
        } else if (unheardOf.isPresent()) {
            sheet.unknown(PQC_AUTHENTICATION, "nobody knows " + unheardOf.get());
        } else {
            sheet.notSupported(
                    PQC_AUTHENTICATION, "offers no finished post-quantum host key algorithm", facts.offerProbe());
        }
    }

    private static boolean unknown(SshNames names, String name) {
        return !names.isPqc(name) && !names.isClassical(name) && !names.isDraft(name);
    }
}
