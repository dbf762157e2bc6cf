package dev.shirube.material.settings;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.engine.settings.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what one section of a settings file says about TLS, and makes findings of it. */
final class TlsSettings {

    private static final Map<String, String> VERSIONS = Map.of(
            "sslv2", "SSLv2",
            "sslv3", "SSLv3",
            "tlsv1", "1.0",
            "tlsv1.0", "1.0",
            "tlsv1.1", "1.1",
            "tlsv1.2", "1.2",
            "tlsv1.3", "1.3");

    private final SettingClaims claims;
    private final Set<String> versions = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> classicSuites = new LinkedHashSet<>();
    private final Set<String> suites13 = new LinkedHashSet<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<Finding> algorithms = new ArrayList<>();
    private final Set<String> keyExchanges = new LinkedHashSet<>();
    private Optional<Setting> first = Optional.empty();

    TlsSettings(SettingClaims claims) {
        this.claims = claims;
    }

    /** Protocol versions, as in {@code TLSv1.2}. */
    void versions(Setting setting) {
        noted(setting);
        for (String value : setting.values()) {
            String version = VERSIONS.get(value.toLowerCase(Locale.ROOT));
            if (version == null) {
                unknown.add(value);
            } else {
                versions.add(version);
                values.add(value);
            }
        }
    }

    /** Key-exchange groups by any of their names. */
    void groups(Setting setting) {
        noted(setting);
        for (String value : setting.values()) {
            Optional<CodePoint> group = claims.registry().tlsByName(value).filter(TlsSettings::isGroup);
            if (group.isEmpty()) {
                unknown.add(value);
                algorithms.add(claims.unresolved(setting, CryptoFunction.KEY_AGREEMENT, value));
            } else if (groups.add(group.get().name())) {
                values.add(value);
                algorithms.add(group(group.get(), setting, value));
            }
        }
    }

    private static boolean isGroup(CodePoint point) {
        return point.attributes().containsKey("kind");
    }

    /** A hybrid group is one algorithm, not two: its classical half alone would look like one that must migrate. */
    private Finding group(CodePoint group, Setting setting, String value) {
        boolean combined = group.algorithms().size() > 1;
        if (combined) {
            return claims.algorithm(
                    Algorithm.Known.of("hybrid-groups").withParameterSet(group.name()),
                    setting,
                    CryptoFunction.KEM,
                    value);
        }
        if (group.algorithms().isEmpty()) {
            return claims.unresolved(setting, CryptoFunction.KEY_AGREEMENT, value);
        }
        boolean kem = group.classification().startsWith("pqc");
        return claims.algorithm(
                group.algorithms().get(0), setting, kem ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT, value);
    }

    /** Cipher suites by IANA or OpenSSL names; what OpenSSL's list language computes from ({@code HIGH}) stays unresolved. */
    void suites(Setting setting) {
        noted(setting);
        for (String value : setting.values()) {
            Optional<CodePoint> suite = claims.registry().tlsByName(value).filter(it -> !isGroup(it));
            if (suite.isEmpty()) {
                unknown.add(value);
                continue;
            }
            values.add(value);
            boolean any = suite.get().classification().equals("symmetric");
            (any ? suites13 : classicSuites).add(suite.get().name());
            if (!any) {
                keyExchange(suite.get(), setting, value);
            }
        }
    }

    /** The key exchange of a suite before TLS 1.3, once for each algorithm; the registry lists it first. */
    private void keyExchange(CodePoint suite, Setting setting, String value) {
        suite.algorithms().stream()
                .findFirst()
                .filter(it -> keyExchanges.add(it.identity()))
                .ifPresent(it -> algorithms.add(claims.algorithm(it, setting, CryptoFunction.KEY_AGREEMENT, value)));
    }

    /** Something else that is known of the section, for example what is switched off. */
    void other(Setting setting) {
        noted(setting);
        values.addAll(setting.values());
    }

    private void noted(Setting setting) {
        first = first.isPresent() ? first : Optional.of(setting);
    }

    /** One protocol for each version, and one finding for each group and key exchange. */
    List<Finding> findings() {
        if (first.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(algorithms);
        if (versions.isEmpty()) {
            List<String> all = new ArrayList<>(suites13);
            all.addAll(classicSuites);
            findings.add(protocol(Optional.empty(), all));
        }
        for (String version : versions) {
            findings.add(protocol(Optional.of(version), List.copyOf(version.equals("1.3") ? suites13 : classicSuites)));
        }
        return findings;
    }

    private Finding protocol(Optional<String> version, List<String> suites) {
        return claims.protocol(
                new CryptoAsset.Protocol("tls", version, suites, List.copyOf(groups), List.of()),
                first.orElseThrow(),
                List.copyOf(values),
                List.copyOf(unknown));
    }
}
