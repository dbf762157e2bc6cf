package dev.shirube.material.settings;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.settings.PropertyLines;
import dev.shirube.engine.settings.Setting;
import dev.shirube.engine.settings.YamlPaths;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code server.ssl.*} and {@code spring.ssl.bundle.*} of Spring Boot, in properties and YAML; passwords are passed over. */
public final class SpringTlsDetector extends SettingsDetector {

    /** A detector that names algorithms by that registry. */
    public SpringTlsDetector(AlgorithmRegistry registry) {
        super("spring-tls", List.of("ssl:", "ssl."), registry);
    }

    @Override
    boolean reads(ScanInput input) {
        String name = input.name().toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        return (name.startsWith("application") || name.startsWith("bootstrap"))
                && (yaml || name.endsWith(".properties"));
    }

    @Override
    void read(String text, SettingClaims claims, Report report) {
        boolean yaml = !report.location().toLowerCase(Locale.ROOT).endsWith(".properties");
        Map<String, TlsSettings> owners = new TreeMap<>();
        for (Setting property : yaml ? YamlPaths.of(text) : PropertyLines.of(text)) {
            String name = relaxed(property.name());
            if (!name.matches("(server|management\\.server|spring)\\.ssl\\..*")) {
                continue;
            }
            String owner = property.section() + name.substring(0, name.lastIndexOf('.'));
            TlsSettings tls = owners.computeIfAbsent(owner, it -> new TlsSettings(claims));
            setting(property, name.substring(name.lastIndexOf('.') + 1), tls, report);
        }
        owners.values().forEach(tls -> report.add(tls.findings()));
    }

    private static void setting(Setting property, String key, TlsSettings tls, Report report) {
        Setting setting = JavaSecurityDetector.split(property);
        switch (key) {
            case "enabledprotocols" -> tls.versions(setting);
            case "ciphers" -> tls.suites(setting);
            case "keystore", "truststore", "certificate", "certificateprivatekey", "trustcertificate", "location" ->
                report.reference(setting);
            default -> {
                // Passwords, aliases and switches: nothing that names an algorithm.
            }
        }
    }

    /** Spring Boot's relaxed binding: {@code enabled-protocols}, {@code enabledProtocols} and {@code enabled_protocols} are one. */
    private static String relaxed(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
