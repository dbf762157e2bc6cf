package dev.shirube.planner.roadmap;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One asset of one system in one use: what the rules say of it, its score, and the task that takes care of it.
 *
 * @param name display name of its algorithm, or of the asset where it has none
 * @param use id of the migration map's row for this use, for example {@code tls13-kex}; empty where none is needed
 * @param uses the functions it was seen in, sorted
 * @param useSeen whether a use was seen; not if it is only in libraries to whose code no way was found
 * @param classicalBits classical strength, where known
 * @param findings {@link dev.shirube.domain.Finding#fingerprint() fingerprints} of its findings, sorted
 * @param verdicts one for each rule about assets of every pack in use, in the order of packs and rules
 * @param deadline the earliest deadline of the rules that the organisation has adopted and that match; empty where none
 * @param dates every date a matching rule gives, sorted, without duplicates
 * @param earliest score at the earliest completion that predecessors allow; empty for what is safe, only weakened, or test
 *     code
 * @param planned score at the planned completion; empty where {@code earliest} is or nothing could be placed
 * @param task id of the task that covers it
 * @param untasked why no task covers it; present exactly where {@code task} is not
 */
public record AssetAssessment(
        String system,
        CryptoAsset asset,
        String name,
        PolicyFunction function,
        String use,
        List<CryptoFunction> uses,
        CodeContext context,
        boolean useSeen,
        QuantumThreat threat,
        OptionalInt classicalBits,
        List<String> findings,
        List<Verdict> verdicts,
        Optional<LocalDate> deadline,
        List<LocalDate> dates,
        Optional<Score> earliest,
        Optional<Score> planned,
        Optional<String> task,
        Optional<Text> untasked) {

    /** Keeps unmodifiable copies; refuses an asset with neither a task nor a reason for having none. */
    public AssetAssessment {
        Objects.requireNonNull(system);
        Objects.requireNonNull(asset);
        Objects.requireNonNull(name);
        Objects.requireNonNull(function);
        Objects.requireNonNull(use);
        uses = List.copyOf(uses);
        Objects.requireNonNull(context);
        Objects.requireNonNull(threat);
        Objects.requireNonNull(classicalBits);
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
        Objects.requireNonNull(deadline);
        dates = List.copyOf(dates);
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(planned);
        if (task.isPresent() == untasked.isPresent()) {
            throw new IllegalArgumentException(asset.id() + " needs either a task or the reason for having none");
        }
    }
}
