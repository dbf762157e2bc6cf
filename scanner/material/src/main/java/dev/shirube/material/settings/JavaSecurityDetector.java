package dev.shirube.material.settings;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.settings.PropertyLines;
import dev.shirube.engine.settings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The TLS settings of a Java platform: {@code java.security} and properties files with the same names. */
public final class JavaSecurityDetector extends SettingsDetector {

    /** A detector that names algorithms by that registry. */
    public JavaSecurityDetector(AlgorithmRegistry registry) {
        super("java-security", List.of("jdk.tls.", "https.protocols"), registry);
    }

    @Override
    boolean reads(ScanInput input) {
        String name = input.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".security") || name.endsWith(".properties");
    }

    @Override
    void read(String text, SettingClaims claims, Report report) {
        for (Setting property : PropertyLines.of(text)) {
            Setting setting = split(property);
            TlsSettings tls = new TlsSettings(claims);
            switch (setting.name()) {
                case "jdk.tls.namedGroups" -> tls.groups(setting);
                case "jdk.tls.client.protocols", "jdk.tls.server.protocols", "https.protocols" -> tls.versions(setting);
                case "jdk.tls.client.cipherSuites", "jdk.tls.server.cipherSuites" -> tls.suites(setting);
                case "jdk.tls.disabledAlgorithms" -> tls.other(setting);
                default -> {
                    // Another property: nothing about TLS that is read here.
                }
            }
            report.add(tls.findings());
        }
    }

    /** A list separated by commas. */
    static Setting split(Setting property) {
        String value = property.values().get(0).replaceAll("[\\[\\]\"']", "");
        List<String> values = Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        return new Setting(property.section(), property.name(), values, property.line());
    }
}
