package dev.shirube.planner.roadmap;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads from a finding what the rules want to know of it: threat, group, strength, function, operation. */
final class SubjectReader {

    private final AlgorithmRegistry registry;
    private final ProtocolThreat protocols;

    SubjectReader(AlgorithmRegistry registry) {
        this.registry = registry;
        this.protocols = new ProtocolThreat(registry);
    }

    /** The subjects of one finding: one, or two for a protocol that shows key exchange and authentication. */
    List<Subject> subjects(Finding finding) {
        CryptoAsset asset = finding.asset();
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return protocol(finding, protocol);
        }
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return List.of(certificate(finding, certificate));
        }
        PolicyFunction function = asset instanceof CryptoAsset.Key key && key.kind() == CryptoAsset.KeyKind.SECRET
                ? PolicyFunction.SYMMETRIC
                : FunctionOfUse.of(finding.function(), finding.category(), asset.algorithm(), registry);
        QuantumThreat threat = asset.algorithm().map(registry::threat).orElse(QuantumThreat.UNKNOWN);
        return List.of(subject(finding, asset.algorithm(), threat, function));
    }

    /** A certificate is as weak as its key or its issuer's signature, whichever breaks. */
    private Subject certificate(Finding finding, CryptoAsset.Certificate certificate) {
        QuantumThreat key = registry.threat(certificate.subjectKey());
        QuantumThreat signature = registry.threat(certificate.signature());
        QuantumThreat worst = key == QuantumThreat.SAFE ? signature : key;
        Algorithm deciding = key == QuantumThreat.SAFE ? certificate.signature() : certificate.subjectKey();
        return subject(finding, Optional.of(deciding), worst, PolicyFunction.CERTIFICATE);
    }

    private List<Subject> protocol(Finding finding, CryptoAsset.Protocol protocol) {
        List<Subject> subjects = new ArrayList<>();
        ProtocolThreat.Answer exchange = protocols.keyExchange(protocol);
        subjects.add(subject(finding, exchange, PolicyFunction.KEY_ESTABLISHMENT));
        protocols
                .authentication(protocol)
                .ifPresent(it -> subjects.add(subject(finding, it, PolicyFunction.SIGNATURE)));
        return subjects;
    }

    private Subject subject(Finding finding, ProtocolThreat.Answer answer, PolicyFunction function) {
        Subject subject = new Subject(
                        answer.threat(),
                        group(answer.algorithm()),
                        answer.bits(),
                        function,
                        FunctionOfUse.operation(finding.function()))
                .withParameter(answer.algorithm().flatMap(SubjectReader::parameter));
        return answer.construction().map(subject::in).orElse(subject);
    }

    private Optional<String> group(Optional<Algorithm> algorithm) {
        return algorithm.flatMap(it -> FunctionOfUse.entry(it, registry)).map(AlgorithmRegistry.Entry::group);
    }

    private Subject subject(
            Finding finding, Optional<Algorithm> algorithm, QuantumThreat threat, PolicyFunction function) {
        return new Subject(
                        threat,
                        group(algorithm),
                        algorithm.map(registry::classicalBits).orElse(OptionalInt.empty()),
                        function,
                        FunctionOfUse.operation(finding.function()))
                .withParameter(algorithm.flatMap(SubjectReader::parameter));
    }

    private static Optional<String> parameter(Algorithm algorithm) {
        return algorithm instanceof Algorithm.Known known ? known.parameterSet() : Optional.empty();
    }
}
