package dev.shirube.endpoint;

import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.probe.EndpointFacts;
import dev.shirube.endpoint.probe.Observation;
import dev.shirube.engine.Detection.DerivedInput;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The certificates that an endpoint showed, each once by its SHA-256, as inputs of their own.
 *
 * <p>The first chain is {@code !chain/0} and so on; another one, for an older version or of another key, goes by the version
 * that showed it: {@code !chain@1.2/0}, {@code !chain@1.2-2/0}.
 */
final class TlsChains {
    private final String location;
    private final EndpointFacts facts;
    private final List<DerivedInput> derived = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    TlsChains(String location, EndpointFacts facts) {
        this.location = location;
        this.facts = facts;
    }

    List<DerivedInput> derived() {
        for (int version : facts.supportedVersions()) {
            int more = 0;
            for (Observation seen : facts.choosing(version)) {
                boolean first = derived.isEmpty();
                if (chain(first ? "!chain/" : folder(Tls.versionName(version), more + 1), seen.chain()) && !first) {
                    more++;
                }
            }
        }
        return List.copyOf(derived);
    }

    private static String folder(String version, int number) {
        return "!chain@" + version + (number == 1 ? "" : "-" + number) + "/";
    }

    /** Whether anything of the chain was not known before. */
    private boolean chain(String folder, List<byte[]> chain) {
        int before = derived.size();
        for (int i = 0; i < chain.size(); i++) {
            if (known.add(digest(chain.get(i)))) {
                derived.add(new DerivedInput(location + folder + i, chain.get(i)));
            }
        }
        return derived.size() > before;
    }

    private static String digest(byte[] certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
