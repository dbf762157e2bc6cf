package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Inventory;
import dev.shirube.shell.cli.CommandFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the one asset that a user means: by its id or the beginning of it, by the beginning of the fingerprint of a
 * certificate or key, or by the id of a finding.
 */
final class AssetFinder {

    /** Fewer digits of a fingerprint tell too little apart to be meant. */
    private static final int FEWEST_DIGITS = 4;

    private static final int MOST_CANDIDATES = 10;

    private final Map<String, CryptoAsset> assets = new TreeMap<>();
    private final Inventory inventory;

    AssetFinder(Inventory inventory) {
        this.inventory = inventory;
        inventory
                .findings()
                .forEach(it -> assets.putIfAbsent(
                        it.finding().asset().id(), it.finding().asset()));
    }

    /** The asset; none or several is wrong usage, and says which there are. */
    CryptoAsset one(String text) {
        if (assets.containsKey(text)) {
            return assets.get(text);
        }
        for (AssignedFinding finding : text.startsWith("F-") ? inventory.findings() : List.<AssignedFinding>of()) {
            if (finding.id().equals(text)) {
                return finding.finding().asset();
            }
        }
        String digits = text.toLowerCase(Locale.ROOT).replace(":", "");
        boolean fingerprint = digits.length() >= FEWEST_DIGITS && digits.matches("[0-9a-f]+");
        List<CryptoAsset> candidates = assets.values().stream()
                .filter(it -> it.id().startsWith(text)
                        || fingerprint && fingerprint(it).startsWith(digits))
                .toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        throw candidates.isEmpty() ? none(text) : several(text, candidates);
    }

    private static String fingerprint(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return certificate.sha256();
        }
        return asset instanceof CryptoAsset.Key key
                ? key.fingerprint().or(key::envelope).orElse("")
                : "";
    }

    private static CommandFailure none(String text) {
        return CommandFailure.usage(
                "There is no asset \"" + text
                        + "\" in the inventory. Give an asset's id, the beginning of a certificate's or"
                        + " key's SHA-256, or a finding's id: shirube inventory list --all",
                "「" + text + "」という資産は台帳にありません。資産の ID、証明書・鍵の SHA-256 の先頭部分、または検出 ID を"
                        + "指定してください：shirube inventory list --all");
    }

    private static CommandFailure several(String text, List<CryptoAsset> candidates) {
        String listed = candidates.stream()
                .limit(MOST_CANDIDATES)
                .map(it -> "\n  " + it.id() + "  " + AssetNames.name(AlgorithmRegistry.standard(), it))
                .collect(Collectors.joining());
        int more = candidates.size() - MOST_CANDIDATES;
        return CommandFailure.usage(
                "\"" + text + "\" begins " + candidates.size() + " assets. Write more of the one that is meant:"
                        + listed + (more > 0 ? "\n  … " + more + " more" : ""),
                "「" + text + "」で始まる資産が " + candidates.size() + " 件あります。区別できるところまで指定してください：" + listed
                        + (more > 0 ? "\n  … 他 " + more + " 件" : ""));
    }
}
