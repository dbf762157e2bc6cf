package dev.shirube.domain.dependency;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CertificateChains;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.mapping.Place;
import dev.shirube.domain.place.Glob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The links between the systems of an inventory: a function of the inventory and of the globs that tell own modules, the
 * same whatever the order in which it was put together. What no scan saw may be there all the same.
 */
public final class SystemLinks {

    /** Systems with private keys, with end-entity certificates of a key, and with certificates as files of their own. */
    private final Map<String, Set<String>> privateKeys = new HashMap<>();

    private final Map<String, Set<String>> holders = new TreeMap<>();
    private final Map<String, Set<String>> keyAssets = new HashMap<>();
    private final Map<String, Set<String>> certificates = new HashMap<>();
    private final Map<String, Set<String>> certificateFiles = new HashMap<>();
    private final LinkCollector links = new LinkCollector();

    private SystemLinks() {}

    /**
     * All links, in their order.
     *
     * @param ownModules globs over package URLs without version; a library that none matches is everybody's
     */
    public static List<SystemLink> of(Inventory inventory, List<String> ownModules) {
        SystemLinks found = new SystemLinks();
        found.declared(inventory);
        inventory.findings().forEach(found::read);
        found.issuers(CertificateChains.of(inventory));
        found.holders.forEach(
                (key, systems) -> found.links.among(systems, SystemLink.Kind.SHARED_KEY, found.keyAssets.get(key)));
        List<Pattern> own = ownModules.stream().map(Glob::pattern).toList();
        libraries(inventory).forEach((library, systems) -> {
            if (own.stream().anyMatch(it -> it.matcher(library).matches())) {
                found.links.among(systems, SystemLink.Kind.SHARED_LIBRARY, List.of(library));
            }
        });
        new NamedHosts(inventory).links(inventory, found.links);
        return found.links.links();
    }

    /** Systems by the library they have, without version: that two have a public one does not make them hang together. */
    public static SortedMap<String, Set<String>> libraries(Inventory inventory) {
        SortedMap<String, Set<String>> libraries = new TreeMap<>();
        for (AssignedFinding it : inventory.findings()) {
            if (it.finding().asset() instanceof CryptoAsset.Library library
                    && !it.system().equals(InformationSystem.UNASSIGNED)) {
                String module = library.purl().split("[@?](?!.*/)", 2)[0];
                libraries.computeIfAbsent(module, key -> new TreeSet<>()).add(it.system());
            }
        }
        return libraries;
    }

    private void declared(Inventory inventory) {
        Map<String, Set<String>> byName = new HashMap<>();
        inventory
                .systems()
                .values()
                .forEach(it -> byName.computeIfAbsent(it.name(), key -> new TreeSet<>())
                        .add(it.id()));
        for (InformationSystem system : inventory.systems().values()) {
            Declaration<List<String>> peers = system.peers();
            for (String peer : peers.value().orElse(List.of())) {
                Optional<String> id = inventory.systems().containsKey(peer)
                        ? Optional.of(peer)
                        : Optional.ofNullable(byName.get(peer))
                                .filter(it -> it.size() == 1)
                                .map(it -> it.iterator().next());
                id.ifPresentOrElse(
                        it -> links.add(system.id(), it, SystemLink.Kind.PEER, List.of(peers.origin())),
                        () -> links.external(system.id(), peer, peers.origin()));
            }
        }
    }

    private void read(AssignedFinding assigned) {
        String system = assigned.system();
        if (assigned.finding().asset() instanceof CryptoAsset.Certificate certificate) {
            put(certificates, certificate.sha256(), system);
            String location = assigned.finding().occurrence().location();
            if (location.indexOf('!') < 0 && Place.hosts(location).isEmpty()) {
                put(certificateFiles, certificate.sha256(), system);
            }
            if (!certificate.authority()) {
                put(holders, certificate.keySha256(), system);
            }
            put(keyAssets, certificate.keySha256(), certificate.id());
        } else if (assigned.finding().asset() instanceof CryptoAsset.Key key
                && key.kind() == CryptoAsset.KeyKind.PRIVATE
                && key.fingerprint().isPresent()) {
            put(privateKeys, key.fingerprint().get(), system);
            put(holders, key.fingerprint().get(), system);
            put(keyAssets, key.fingerprint().get(), key.id());
        }
    }

    private static void put(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, it -> new TreeSet<>()).add(value);
    }

    private void issuers(CertificateChains chains) {
        for (CryptoAsset.Certificate issued : chains.certificates()) {
            Set<String> systems = certificates.getOrDefault(issued.sha256(), Set.of());
            for (CertificateChains.Issuer issuer : chains.issuers(issued)) {
                CryptoAsset.Certificate authority = issuer.certificate();
                Set<String> signers = privateKeys.getOrDefault(authority.keySha256(), Set.of());
                List<String> evidence = List.of(issued.id(), authority.id());
                for (String from : systems) {
                    if (!signers.isEmpty()) {
                        signers.forEach(to -> links.add(from, to, SystemLink.Kind.ISSUER, evidence));
                    } else {
                        keeper(authority, from)
                                .ifPresent(to -> links.add(from, to, SystemLink.Kind.ISSUER_CERTIFICATE, evidence));
                    }
                }
            }
        }
    }

    /**
     * The one other system that keeps the authority's certificate as a file. In chains, stores and bundles it stands for
     * whom is trusted, and a system that has it too may be its keeper as well.
     */
    private Optional<String> keeper(CryptoAsset.Certificate authority, String from) {
        Set<String> keepers = certificateFiles.getOrDefault(authority.sha256(), Set.of());
        return keepers.size() == 1 && !keepers.contains(from)
                ? Optional.of(keepers.iterator().next())
                : Optional.empty();
    }
}
