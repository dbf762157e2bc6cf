package dev.shirube.material.settings;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The TLS settings of nginx (module ngx_http_ssl_module and its mail and stream counterparts). */
public final class NginxDetector extends SettingsDetector {

    private static final Set<String> REFERENCES =
            Set.of("include", "ssl_certificate", "ssl_certificate_key", "ssl_dhparam", "ssl_trusted_certificate");

    /** A detector that names algorithms by that registry. */
    public NginxDetector(AlgorithmRegistry registry) {
        super("nginx", List.of("ssl_protocols", "ssl_ecdh_curve", "ssl_ciphers", "ssl_certificate"), registry);
    }

    @Override
    boolean reads(ScanInput input) {
        String location = input.location().toLowerCase(Locale.ROOT);
        String name = input.name().toLowerCase(Locale.ROOT);
        return name.contains(".conf")
                || name.contains("nginx")
                || location.contains("sites-available/")
                || location.contains("sites-enabled/");
    }

    @Override
    void read(String text, SettingClaims claims, Report report) {
        Map<Integer, TlsSettings> sections = new TreeMap<>();
        for (Setting setting : NginxDirectives.of(text)) {
            TlsSettings tls = sections.computeIfAbsent(setting.section(), it -> new TlsSettings(claims));
            switch (setting.name()) {
                case "ssl_protocols" -> tls.versions(setting);
                case "ssl_ecdh_curve" -> tls.groups(names(setting));
                case "ssl_ciphers" -> tls.suites(names(setting));
                case "ssl_conf_command" -> command(setting, tls);
                default -> {
                    if (REFERENCES.contains(setting.name()) && !isLookUpTable(setting)) {
                        report.reference(setting);
                    }
                }
            }
        }
        sections.values().forEach(tls -> report.add(tls.findings()));
    }

    /** Tables that come with nginx and hold no setting of this kind. */
    private static boolean isLookUpTable(Setting setting) {
        return setting.values().stream().anyMatch(it -> it.endsWith("mime.types") || it.endsWith("_params"));
    }

    private static void command(Setting setting, TlsSettings tls) {
        if (setting.values().size() == 2) {
            String command = setting.values().get(0);
            Setting rest = new Setting(
                    setting.section(), setting.name(), List.of(setting.values().get(1)), setting.line());
            if (command.equalsIgnoreCase("Groups") || command.equalsIgnoreCase("Curves")) {
                tls.groups(names(rest));
            } else if (command.equalsIgnoreCase("Ciphersuites")) {
                tls.suites(names(rest));
            }
        }
    }

    /**
     * The names of an OpenSSL list: separated by colons (or slashes between tuples of groups), marked with {@code ?} or
     * {@code *}; those that are taken out with {@code !} or {@code -} are not configured.
     */
    private static Setting names(Setting setting) {
        List<String> names = new ArrayList<>();
        for (String value : setting.values()) {
            for (String item : value.split("[:/,\\s]+")) {
                String name = item.replaceFirst("^[?*]+", "");
                if (!name.isEmpty() && name.charAt(0) != '!' && name.charAt(0) != '-' && name.charAt(0) != '@') {
                    names.add(name);
                }
            }
        }
        return new Setting(setting.section(), setting.name(), names, setting.line());
    }
}
