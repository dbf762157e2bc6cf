package dev.shirube.endpoint.ssh;

import dev.shirube.domain.EndpointProfile;
import dev.shirube.endpoint.observed.FactSheet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the connections to one SSH server add up to. */
final class SshFacts {
    static final String VERSION_2 = EndpointProfile.VERSION + "SSH 2.0";
    static final String VERSION_1 = EndpointProfile.VERSION + "SSH 1";
    static final String KEX = EndpointProfile.SSH_KEX;
    static final String HOST_KEY = "host-key/";
    /** Before the type of a host key that was shown; the reason has its size and fingerprint. */
    static final String SHOWN = EndpointProfile.HOST_KEY_SHOWN;

    private static final String NOT_LISTED = "not among all that the server lists in its KEXINIT";

    private final List<SshObservation> seen;
    private final FactSheet sheet = new FactSheet();

    private SshFacts(List<SshObservation> seen) {
        this.seen = List.copyOf(seen);
    }

    static SshFacts of(List<SshObservation> seen) {
        SshFacts facts = new SshFacts(seen);
        seen.forEach(facts::addVersion);
        seen.forEach(facts::addShown);
        facts.offer().ifPresent(facts::addOffer);
        new SshVerdicts(facts).addTo(facts.sheet);
        return facts;
    }

    List<SshObservation> observations() {
        return seen;
    }

    /** What the server offers; the same in every connection of a run. */
    Optional<KexInit> offer() {
        return seen.stream().flatMap(it -> it.answer().kexInit().stream()).findFirst();
    }

    /** The real methods among {@link #offer}, in the server's order. */
    List<String> keyExchanges() {
        return offer().map(KexInit::keyExchanges).orElse(List.of()).stream()
                .filter(it -> !SshNames.KEY_EXCHANGES.isAnnouncement(it))
                .distinct()
                .toList();
    }

    /** The real host-key algorithms among {@link #offer}, in the server's order. */
    List<String> hostKeys() {
        return offer().map(KexInit::hostKeys).orElse(List.of()).stream()
                .filter(it -> !SshNames.HOST_KEYS.isAnnouncement(it))
                .distinct()
                .toList();
    }

    /** The id of the connection that told what is offered. */
    String offerProbe() {
        return seen.stream()
                .filter(SshObservation::hasKexInit)
                .map(SshObservation::probe)
                .findFirst()
                .orElse("");
    }

    /** Why nothing is known of what the server offers. */
    String whyUnknown() {
        return seen.isEmpty()
                ? "not asked"
                : seen.stream().map(SshObservation::outcome).distinct().collect(Collectors.joining("; "));
    }

    EndpointProfile profile(String location) {
        boolean more = seen.stream().anyMatch(it -> !it.probe().equals(SshAsk.KEXINIT));
        return sheet.profile(location, more ? "full" : "triage");
    }

    private void addVersion(SshObservation it) {
        if (it.answer().identification().isEmpty()) {
            sheet.unknown(VERSION_2, it.outcome());
            return;
        }
        String reason = "announces version " + it.answer().version().orElse("").replaceAll("[^0-9.]", "?");
        if (it.answer().speaks2()) {
            sheet.supported(VERSION_2, reason, it.probe());
        } else {
            sheet.unknown(VERSION_2, it.outcome());
        }
        if (it.answer().speaks1()) {
            sheet.supported(VERSION_1, reason, it.probe());
        } else if (it.answer().speaks2()) {
            sheet.notSupported(VERSION_1, reason, it.probe());
        }
    }

    private void addOffer(KexInit offer) {
        String probe = offerProbe();
        keyExchanges().forEach(it -> sheet.supported(KEX + it, "listed by the server", probe));
        hostKeys().forEach(it -> sheet.supported(HOST_KEY + it, "listed by the server", probe));
        // RFC 4253 section 7.1: a KEXINIT lists everything that is supported, so what is missing is ruled out.
        SshNames.KEY_EXCHANGES.pqc().forEach(it -> sheet.notSupported(KEX + it, NOT_LISTED, probe));
        SshNames.HOST_KEYS.pqc().forEach(it -> sheet.notSupported(HOST_KEY + it, NOT_LISTED, probe));
    }

    private void addShown(SshObservation it) {
        it.answer().hostKey().ifPresent(key -> {
            String bits = key.bits().isPresent() ? key.bits().getAsInt() + " bits" : "size not known";
            String signed = it.answer().signatureAlgorithm().orElse("");
            sheet.supported(
                    SHOWN + key.type(), (bits + " " + key.fingerprint()).trim() + ", signs with " + signed, it.probe());
        });
        if (it.answer().hostKey().isEmpty()) {
            it.agreed()
                    .ifPresent(
                            agreed -> sheet.unknown(SHOWN + HostKey.typeOf(agreed.hostKeyAlgorithm()), it.outcome()));
        }
        it.group().ifPresent(request -> {
            String subject = "group-exchange/" + request.text();
            if (it.answer().groupBits().isPresent()) {
                String bits = it.answer().groupBits().getAsInt() + " bits";
                sheet.supported(subject, bits, it.probe());
            } else {
                sheet.unknown(subject, it.outcome());
            }
        });
    }
}
