package dev.shirube.planner.policy;

import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import java.util.Optional;
import java.util.Set;

/** Whether a rule speaks of a subject: the part of a verdict that has nothing to do with dates. */
enum Applicability {
    /** The rule speaks of it, and dates decide. */
    MATCHES,
    /** The rule speaks of such uses, and the subject has what it wants. */
    MET,
    /** The rule does not speak of it. */
    NONE,
    /** Something that decides is not known. */
    UNKNOWN;

    /** One answer with its reason. */
    record Answer(Applicability value, Text reason) {}

    static Answer of(PolicyRule rule, Subject subject) {
        return operation(rule, subject)
                .or(() -> quantum(rule.match(), subject))
                .or(() -> groups(rule.match(), subject))
                .or(() -> function(rule.functions(), subject))
                .orElseGet(() -> bits(rule.match(), subject));
    }

    private static Optional<Answer> operation(PolicyRule rule, Subject subject) {
        if (rule.operation().isEmpty() || rule.operation().get() == subject.operation()) {
            return Optional.empty();
        }
        return answer(
                NONE,
                "規則は" + japanese(rule.operation().get()) + "についてのものであり、この利用は" + japanese(subject.operation()) + "である",
                "the rule speaks of " + english(rule.operation().get()) + ", and this use is "
                        + english(subject.operation()));
    }

    private static Optional<Answer> quantum(Match match, Subject subject) {
        if (!match.quantumVulnerable() || subject.threat() == QuantumThreat.VULNERABLE) {
            return Optional.empty();
        }
        return switch (subject.threat()) {
            case SAFE -> answer(MET, "量子計算機に耐えるよう設計されている", "it is built to withstand a quantum computer");
            case WEAKENED -> answer(NONE, "公開鍵暗号ではない", "it is not public-key cryptography");
            default -> answer(UNKNOWN, "アルゴリズムが特定できていない", "the algorithm is not known");
        };
    }

    private static Optional<Answer> groups(Match match, Subject subject) {
        if (match.groups().isEmpty()) {
            return Optional.empty();
        }
        if (subject.group().isEmpty()) {
            return answer(UNKNOWN, "アルゴリズムが特定できていない", "the algorithm is not known");
        }
        return match.groups().contains(subject.group().get())
                ? Optional.empty()
                : answer(
                        NONE,
                        subject.group().get() + " は規則の対象でない",
                        "the rule does not speak of " + subject.group().get());
    }

    private static Optional<Answer> function(Set<PolicyFunction> functions, Subject subject) {
        if (functions.isEmpty() || functions.contains(policyWord(subject.function()))) {
            return Optional.empty();
        }
        return subject.function() == PolicyFunction.UNKNOWN
                ? answer(UNKNOWN, "用途が特定できていない", "what it is used for is not known")
                : answer(
                        NONE,
                        subject.function().label().ja() + "は規則の対象でない",
                        "the rule does not speak of "
                                + subject.function().label().en());
    }

    /** A certificate is a signature in the words of every policy seen. */
    private static PolicyFunction policyWord(PolicyFunction function) {
        return function == PolicyFunction.CERTIFICATE ? PolicyFunction.SIGNATURE : function;
    }

    private static Answer bits(Match match, Subject subject) {
        if (!match.asksForBits()) {
            return new Answer(MATCHES, new Text("規則の対象である", "the rule speaks of it"));
        }
        if (subject.classicalBits().isEmpty()) {
            return new Answer(UNKNOWN, new Text("鍵長が分からない", "its key length is not known"));
        }
        int bits = subject.classicalBits().getAsInt();
        if (match.maximumBits().isPresent() && bits > match.maximumBits().getAsInt()) {
            return new Answer(
                    MET,
                    new Text(
                            "強度 " + bits + " ビットは " + match.maximumBits().getAsInt() + " ビットを超える",
                            "its strength of " + bits + " bits is above "
                                    + match.maximumBits().getAsInt() + " bits"));
        }
        boolean low =
                match.minimumBits().isPresent() && bits < match.minimumBits().getAsInt();
        return new Answer(
                low ? NONE : MATCHES,
                new Text(
                        "強度 " + bits + " ビットは規則の対象" + (low ? "でない" : "である"),
                        "the rule " + (low ? "does not speak" : "speaks") + " of a strength of " + bits + " bits"));
    }

    private static Optional<Answer> answer(Applicability value, String ja, String en) {
        return Optional.of(new Answer(value, new Text(ja, en)));
    }

    private static String japanese(Operation operation) {
        return operation == Operation.NEW_GENERATION ? "新規生成" : "処理";
    }

    private static String english(Operation operation) {
        return operation == Operation.NEW_GENERATION ? "new generation" : "processing of what exists";
    }
}
