package dev.shirube.domain.mapping;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of the settings in the order of the file: the first that matches decides (docs/adr/0025). */
public record SystemRules(List<SystemRule> rules) {

    /** No rule. */
    public static final SystemRules NONE = new SystemRules(List.of());

    /** Keeps an unmodifiable copy. */
    public SystemRules {
        rules = List.copyOf(rules);
    }

    /** The system of what was seen there, by the first rule that matches; empty where none does. */
    public Optional<String> systemOf(String target, String location, Optional<CryptoAsset> asset) {
        Place place = Place.of(target, location);
        return rules.stream()
                .filter(it -> it.pattern().matches(place)
                        || asset.filter(it.pattern()::matches).isPresent())
                .map(SystemRule::system)
                .findFirst();
    }

    /**
     * Rules that name a system which is not registered, and rules that can decide nothing, each with its place.
     *
     * @param registered ids of the register; where it is empty nothing can be told of a name
     */
    public List<Text> warnings(Set<String> registered) {
        List<Text> warnings = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            SystemRule rule = rules.get(i);
            if (!registered.isEmpty() && !registered.contains(rule.system()) && told.add(rule.system())) {
                warnings.add(warning(
                        rule,
                        "システム「" + rule.system() + "」は台帳にありません。ID を修正するか、台帳に登録してください",
                        "the system \"" + rule.system() + "\" is not in the register. Correct the id, or register it"));
            }
            if (rule.pattern().unreachable()) {
                warnings.add(warning(
                        rule,
                        "「" + rule.pattern().text() + "」に一致するパスはありません。「.」「..」「\\」を使わず「/」区切りで書いてください",
                        "no path matches \"" + rule.pattern().text()
                                + "\". Write it with / between folders, without . and .."));
                continue;
            }
            rules.subList(0, i).stream()
                    .filter(it -> it.pattern().covers(rule.pattern()))
                    .findFirst()
                    .ifPresent(it -> warnings.add(warning(
                            rule,
                            "「" + rule.pattern().text() + "」は先の規則（" + it.origin() + "）がすべて受けるため働きません。削除するか、前に移してください",
                            "\"" + rule.pattern().text() + "\" never decides, since an earlier rule (" + it.origin()
                                    + ") takes all of it. Remove it, or move it up")));
        }
        return warnings;
    }

    private static Text warning(SystemRule rule, String ja, String en) {
        return new Text(rule.origin() + "：" + ja + "。", rule.origin() + ": " + en + ".");
    }
}
