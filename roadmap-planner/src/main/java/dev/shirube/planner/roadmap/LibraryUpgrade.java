package dev.shirube.planner.roadmap;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Text;
import dev.shirube.domain.readiness.Upgrade;
import dev.shirube.domain.readiness.VersionRange;
import dev.shirube.planner.migration.StandardStatus;
import dev.shirube.planner.migration.Target;
import dev.shirube.planner.policy.EvidenceGrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of the task that brings a library to the version that its users need. */
record LibraryUpgrade(CryptoAsset.Library library, Upgrade upgrade) {

    Text title() {
        Text version = VersionRange.words(library.version());
        String ja = library.version().isEmpty() ? "（版不明）" : " " + version.ja() + " ";
        String en = library.version().isEmpty() ? "(version unknown)" : version.en();
        return new Text(
                library.name() + ja + "を " + upgrade.atLeast() + " 以上へ更新",
                "Upgrade " + library.name() + " " + en + " to " + upgrade.atLeast() + " or later");
    }

    Target target() {
        String version = library.name() + " " + upgrade.atLeast();
        boolean secondary = upgrade.evidence().mustBeChecked();
        return new Target(
                new Text(version + " 以上", version + " or later"),
                "upgrade",
                upgrade.brings(),
                StandardStatus.FINAL,
                secondary ? EvidenceGrade.S : EvidenceGrade.P,
                !secondary,
                Text.same(upgrade.evidence().id()));
    }

    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(Reason.Kind.EVIDENCE, library.purl() + " が検出された", library.purl() + " was found"));
        if (!upgrade.missingAt(library.version())) {
            reasons.add(Reason.of(
                    Reason.Kind.EVIDENCE,
                    "使用中の版は特定できていない（先に確認する。新しければ更新は不要）",
                    "which version is in use is not known: find out first, it may be new enough"));
        }
        if (!upgrade.also().en().isEmpty()) {
            reasons.add(new Reason(Reason.Kind.REPLACEMENT, upgrade.also(), Optional.empty()));
        }
        if (upgrade.evidence().mustBeChecked()) {
            reasons.add(Reason.of(
                    Reason.Kind.REPLACEMENT,
                    "必要な版は二次資料による（提供元に確認する）",
                    "the version needed is from a secondary source: check it with the supplier"));
        }
        return List.copyOf(reasons);
    }
}
