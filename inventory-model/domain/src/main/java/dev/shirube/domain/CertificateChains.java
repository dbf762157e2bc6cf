package dev.shirube.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who signed whom among the certificates of an inventory, which of them are roots, and which keys are shared: a function of
 * the inventory alone, since a chain's parts may lie in different files and systems.
 *
 * <p>Links rest on names and key identifiers, as path building does (RFC 4158 section 3.5); only a certificate's own
 * signature was verified, where its bytes were at hand. A certificate may have several issuers: a cross-signed root has.
 */
public final class CertificateChains {

    /** Longer than any chain of practice. */
    private static final int LONGEST_PATH = 32;

    /** What a link rests on. */
    public enum Ground {
        /** The names are equal, and the authority key identifier is the issuer's subject key identifier. */
        KEY_IDENTIFIER,
        /** The names are equal, and one of the two says nothing of the key. */
        NAME
    }

    /** Where a certificate stands. */
    public enum Standing {
        /** Signed with its own key, and that was verified. */
        ROOT,
        /** Issuer and subject have the same name; its signature was not verified. */
        ROOT_BY_NAME,
        /** Its issuer's certificate is in the inventory. */
        ISSUED,
        /** Nobody in the inventory signed it. */
        ISSUER_NOT_FOUND
    }

    /** A certificate that may have signed another. */
    public record Issuer(CryptoAsset.Certificate certificate, Ground ground) {}

    /**
     * A key that stands in more than one certificate, or in a certificate and as a private key.
     *
     * @param keySha256 SHA-256 of the SubjectPublicKeyInfo
     */
    public record SharedKey(
            String keySha256, List<CryptoAsset.Certificate> certificates, List<CryptoAsset.Key> privateKeys) {
        /** Keeps unmodifiable copies. */
        public SharedKey {
            certificates = List.copyOf(certificates);
            privateKeys = List.copyOf(privateKeys);
        }
    }

    private final SortedMap<String, CryptoAsset.Certificate> certificates = new TreeMap<>();
    private final Map<String, KeyIdentifiers> identifiers = new HashMap<>();
    private final Map<String, List<CryptoAsset.Certificate>> bySubject = new HashMap<>();
    private final Map<String, List<CryptoAsset.Key>> privateKeys = new HashMap<>();

    private CertificateChains() {}

    /** The chains among all certificates of that inventory. */
    public static CertificateChains of(Inventory inventory) {
        CertificateChains chains = new CertificateChains();
        for (AssignedFinding assigned : inventory.findings()) {
            Finding finding = assigned.finding();
            if (finding.asset() instanceof CryptoAsset.Certificate certificate) {
                chains.add(certificate, KeyIdentifiers.of(finding.evidence().values()));
            } else if (finding.asset() instanceof CryptoAsset.Key key && key.kind() == CryptoAsset.KeyKind.PRIVATE) {
                key.fingerprint().ifPresent(it -> chains.addPrivate(it, key));
            }
        }
        return chains;
    }

    private void add(CryptoAsset.Certificate certificate, KeyIdentifiers said) {
        if (certificates.putIfAbsent(certificate.sha256(), certificate) == null) {
            bySubject
                    .computeIfAbsent(certificate.subject(), it -> new ArrayList<>())
                    .add(certificate);
        }
        // A finding that was imported may say less than one that was scanned.
        identifiers.merge(certificate.sha256(), said, (one, two) -> one.equals(KeyIdentifiers.NONE) ? two : one);
    }

    /** One private key, whatever formats it was found in: the id leaves out the format. */
    private void addPrivate(String fingerprint, CryptoAsset.Key key) {
        List<CryptoAsset.Key> keys = privateKeys.computeIfAbsent(fingerprint, it -> new ArrayList<>());
        if (keys.stream().noneMatch(it -> it.id().equals(key.id()))) {
            keys.add(key);
        }
    }

    /** All certificates, in the order of their digests. */
    public List<CryptoAsset.Certificate> certificates() {
        return List.copyOf(certificates.values());
    }

    /** Where that certificate stands. */
    public Standing standing(CryptoAsset.Certificate certificate) {
        if (isRoot(certificate)) {
            return said(certificate).ownSignature().orElse(false) ? Standing.ROOT : Standing.ROOT_BY_NAME;
        }
        return issuers(certificate).isEmpty() ? Standing.ISSUER_NOT_FOUND : Standing.ISSUED;
    }

    /** Whether issuer and subject are the same and nothing speaks against that they have the same key. */
    private boolean isRoot(CryptoAsset.Certificate certificate) {
        KeyIdentifiers said = said(certificate);
        boolean otherKey = said.authority().isPresent()
                && said.subject().isPresent()
                && !said.authority().equals(said.subject());
        return certificate.subject().equals(certificate.issuer())
                && !otherKey
                && said.ownSignature().orElse(true);
    }

    /**
     * The certificates of the inventory that may have signed that one, itself left out; those that the key identifiers
     * confirm come first, then in the order of their digests.
     */
    public List<Issuer> issuers(CryptoAsset.Certificate certificate) {
        List<Issuer> issuers = new ArrayList<>();
        if (isRoot(certificate)) {
            return issuers;
        }
        Optional<String> authority = said(certificate).authority();
        for (CryptoAsset.Certificate candidate : bySubject.getOrDefault(certificate.issuer(), List.of())) {
            Optional<String> subject = said(candidate).subject();
            boolean told = authority.isPresent() && subject.isPresent();
            boolean maySign = candidate.authority() || candidate.keyUsage().isEmpty();
            boolean itself = candidate.sha256().equals(certificate.sha256());
            if (!itself && maySign && (!told || authority.equals(subject))) {
                issuers.add(new Issuer(candidate, told ? Ground.KEY_IDENTIFIER : Ground.NAME));
            }
        }
        issuers.sort(Comparator.comparing(Issuer::ground)
                .thenComparing(it -> it.certificate().sha256()));
        return Collections.unmodifiableList(issuers);
    }

    /** That certificate and those above it, by the likeliest issuer of each, up to a root or to where the trace ends. */
    public List<CryptoAsset.Certificate> path(CryptoAsset.Certificate certificate) {
        List<CryptoAsset.Certificate> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<CryptoAsset.Certificate> next = Optional.of(certificate);
        while (next.isPresent() && seen.add(next.get().sha256()) && path.size() < LONGEST_PATH) {
            path.add(next.get());
            next = issuers(next.get()).stream()
                    .map(Issuer::certificate)
                    .filter(it -> !seen.contains(it.sha256()))
                    .findFirst();
        }
        return Collections.unmodifiableList(path);
    }

    /** The keys that several certificates share, or a certificate and a private key, in the order of their digests. */
    public List<SharedKey> sharedKeys() {
        SortedMap<String, List<CryptoAsset.Certificate>> holders = new TreeMap<>();
        certificates
                .values()
                .forEach(it -> holders.computeIfAbsent(it.keySha256(), key -> new ArrayList<>())
                        .add(it));
        List<SharedKey> shared = new ArrayList<>();
        holders.forEach((key, certified) -> {
            List<CryptoAsset.Key> secret = privateKeys.getOrDefault(key, List.of());
            if (certified.size() > 1 || !secret.isEmpty()) {
                shared.add(new SharedKey(key, certified, secret));
            }
        });
        return Collections.unmodifiableList(shared);
    }

    private KeyIdentifiers said(CryptoAsset.Certificate certificate) {
        return identifiers.getOrDefault(certificate.sha256(), KeyIdentifiers.NONE);
    }
}
