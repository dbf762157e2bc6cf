package dev.shirube.material.settings;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Key exchange and host-key algorithms in the settings of OpenSSH (sshd_config(5), ssh_config(5)). */
public final class SshSettingsDetector extends SettingsDetector {

    private static final Pattern NAME =
            Pattern.compile("(^|/)(sshd_config|ssh_config|\\.ssh/config)(\\.d/[^/]+\\.conf|[.-][a-z0-9]+)?$");
    private static final Pattern LINE = Pattern.compile("^\\s*([A-Za-z0-9]+)(?:\\s*=\\s*|\\s+)(.+?)\\s*$");

    private static final Map<String, CryptoFunction> LISTS = Map.of(
            "kexalgorithms", CryptoFunction.KEY_AGREEMENT,
            "hostkeyalgorithms", CryptoFunction.SIGN,
            "pubkeyacceptedalgorithms", CryptoFunction.VERIFY,
            "pubkeyacceptedkeytypes", CryptoFunction.VERIFY,
            "casignaturealgorithms", CryptoFunction.SIGN,
            "hostbasedacceptedalgorithms", CryptoFunction.VERIFY);

    private static final Set<String> REFERENCES =
            Set.of("include", "hostkey", "hostcertificate", "identityfile", "certificatefile", "trustedusercakeys");

    /** A detector that names algorithms by that registry. */
    public SshSettingsDetector(AlgorithmRegistry registry) {
        super("ssh-settings", List.of(), registry);
    }

    @Override
    boolean reads(ScanInput input) {
        String location = input.location(); // the pattern alone would be most of the time that every other input costs
        return (location.contains("ssh_config") || location.contains("sshd_config") || location.contains(".ssh/config"))
                && NAME.matcher(location).find();
    }

    @Override
    void read(String text, SettingClaims claims, Report report) {
        Map<Integer, List<Setting>> sections = new TreeMap<>();
        int section = 0;
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            String keyword = matcher.group(1).toLowerCase(Locale.ROOT);
            if (keyword.equals("match") || keyword.equals("host")) {
                section++;
            } else if (LISTS.containsKey(keyword)) {
                sections.computeIfAbsent(section, it -> new ArrayList<>())
                        .add(new Setting(section, matcher.group(1), List.of(unquoted(matcher.group(2))), number));
            } else if (REFERENCES.contains(keyword)) {
                report.reference(new Setting(section, matcher.group(1), List.of(unquoted(matcher.group(2))), number));
            }
        }
        sections.values().forEach(settings -> report.add(findings(settings, claims)));
    }

    private static String unquoted(String value) {
        return value.replaceAll("\\s+#.*$", "").replace("\"", "").strip();
    }

    private static List<Finding> findings(List<Setting> settings, SettingClaims claims) {
        List<Finding> findings = new ArrayList<>();
        List<String> exchanges = new ArrayList<>();
        List<String> schemes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Setting setting : settings) {
            String value = setting.values().get(0);
            CryptoFunction function = LISTS.get(setting.name().toLowerCase(Locale.ROOT));
            if (value.startsWith("+") || value.startsWith("^") || value.startsWith("-")) {
                unknown.add(value.charAt(0) + "default");
            }
            for (String name : value.startsWith("-")
                    ? new String[0]
                    : value.replaceFirst("^[+^]", "").split(",")) {
                findings.add(algorithm(name.strip(), setting, function, claims, unknown));
                (function == CryptoFunction.KEY_AGREEMENT ? exchanges : schemes).add(name.strip());
            }
        }
        List<String> all = new ArrayList<>(exchanges);
        all.addAll(schemes);
        CryptoAsset.Protocol protocol =
                new CryptoAsset.Protocol("ssh", Optional.of("2.0"), List.of(), exchanges, schemes);
        findings.add(claims.protocol(protocol, settings.get(0), all, unknown));
        return findings;
    }

    private static Finding algorithm(
            String name, Setting setting, CryptoFunction function, SettingClaims claims, List<String> unknown) {
        Optional<Algorithm.Known> known = claims.registry().bySshName(name);
        if (known.isEmpty()) {
            unknown.add(name);
            return claims.unresolved(setting, function, name);
        }
        boolean hybrid = claims.registry()
                .entry(known.get().entry())
                .filter(it -> it.primitive().equals("kem") || it.primitive().equals("combiner"))
                .isPresent();
        return claims.algorithm(known.get(), setting, hybrid ? CryptoFunction.KEM : function, name);
    }
}
