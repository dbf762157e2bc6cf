package dev.shirube.planner.roadmap;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.Replacements;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.risk.RiskInputs;
import dev.shirube.planner.risk.RiskModel;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A use with what the rules say before anything is planned.
 *
 * @param deadline earliest date of the adopted, verified rules that match; empty where none
 * @param dates every date that a matching rule gives
 */
record AssessedUse(Use use, Disposition disposition, Optional<LocalDate> deadline, List<LocalDate> dates) {

    static AssessedUse of(Use use, List<PolicyPack> packs, Replacements replacements, PlanSettings settings) {
        List<Verdict> verdicts = verdicts(use, packs, settings, Optional.empty());
        Optional<LocalDate> deadline = verdicts.stream()
                .filter(Verdict::migrationDue)
                .filter(it -> it.citation().mayFail(settings))
                .flatMap(it -> it.deadline().stream())
                .min(LocalDate::compareTo);
        List<LocalDate> dates = verdicts.stream()
                .filter(Verdict::migrationDue)
                .flatMap(it -> it.deadline().stream())
                .sorted()
                .distinct()
                .toList();
        return new AssessedUse(use, Disposition.of(use, replacements), deadline, dates);
    }

    /**
     * What every rule about assets says of the use when its migration ends on that day; nothing of a library, which has no
     * algorithm, and of code that does nothing with one.
     */
    static List<Verdict> verdicts(
            Use use, List<PolicyPack> packs, PlanSettings settings, Optional<LocalDate> completion) {
        if (use.asset() instanceof CryptoAsset.Library || use.isAboutCode()) {
            return List.of();
        }
        return packs.stream()
                .flatMap(pack -> pack.assess(use.subject(), settings, completion).stream())
                .toList();
    }

    /** The score when the migration ends on that day. */
    Score score(InformationSystem system, PlanSettings settings, LocalDate completion) {
        return score(
                use.asset(), use.subject().function(), use.subject().threat(), deadline, system, settings, completion);
    }

    /**
     * The score of an asset in that use when its migration ends on that day. Of an algorithm that is not known it starts at
     * 0, because it may be harmless.
     */
    static Score score(
            CryptoAsset asset,
            PolicyFunction function,
            QuantumThreat threat,
            Optional<LocalDate> deadline,
            InformationSystem system,
            PlanSettings settings,
            LocalDate completion) {
        RiskInputs inputs = RiskInputs.of(
                        system, function.confidentiality(), function.authenticity(), deadline, settings.crqc())
                .orTrustUntil(endOfLife(asset));
        Score score = RiskModel.score(inputs, completion);
        return threat == QuantumThreat.UNKNOWN
                ? new Score(0, score.high(), completion, score.question(), score.trace())
                : score;
    }

    /** An issued certificate is relied on until it expires; in UTC, as RFC 5280 writes it. */
    private static Optional<LocalDate> endOfLife(CryptoAsset asset) {
        return asset instanceof CryptoAsset.Certificate certificate
                ? Optional.of(certificate.notAfter().atZone(ZoneOffset.UTC).toLocalDate())
                : Optional.empty();
    }
}
