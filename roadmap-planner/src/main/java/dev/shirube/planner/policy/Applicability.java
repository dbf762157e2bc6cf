package dev.shirube.planner.policy;

import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a rule speaks of a subject: the part of a verdict that has nothing to do with dates.
 *
 * <p>Every question that a rule asks is answered, and the first of this order that any of them gives is the answer, because
 * one certain "no" settles it whatever else is unknown: {@link #NONE}, {@link #UNKNOWN}, {@link #OUTSIDE}, {@link #MET},
 * {@link #MATCHES}.
 */
enum Applicability {
    /** The rule does not speak of it. */
    NONE,
    /** Something that decides is not known. */
    UNKNOWN,
    /** The rule names all that is approved for such a use, and this is not among it. */
    OUTSIDE,
    /** The rule speaks of such uses, and the subject has what it wants. */
    MET,
    /** The rule speaks of it, and dates decide. */
    MATCHES;

    /** One answer with its reason. */
    record Answer(Applicability value, Text reason) {}

    private static final Answer YES = answer(MATCHES, "規則の対象である", "the rule speaks of it");

    static Answer of(PolicyRule rule, Subject subject, Map<String, String> answers) {
        List<Answer> all = List.of(
                operation(rule, subject),
                quantum(rule.match(), subject),
                function(rule.functions(), subject),
                groups(rule, subject),
                parameters(rule, subject),
                construction(rule.proviso(), subject),
                confidentiality(rule.match(), subject),
                condition(rule.proviso(), answers),
                bits(rule.match(), subject));
        Answer first = all.get(all.size() - 1);
        for (Answer answer : all) {
            if (answer.value().compareTo(first.value()) < 0) {
                first = answer;
            }
        }
        return first;
    }

    private static Answer operation(PolicyRule rule, Subject subject) {
        if (rule.operation().isEmpty() || rule.operation().get() == subject.operation()) {
            return YES;
        }
        return answer(
                NONE,
                "規則は" + rule.operation().get().label().ja() + "についてのものであり、この利用は"
                        + subject.operation().label().ja() + "である",
                "the rule speaks of " + rule.operation().get().label().en() + ", and this use is "
                        + subject.operation().label().en());
    }

    private static Answer quantum(Match match, Subject subject) {
        if (!match.quantumVulnerable()) {
            return YES;
        }
        return switch (subject.threat()) {
            case VULNERABLE -> YES;
            case SAFE -> answer(NONE, "量子計算機に耐えるよう設計されている", "it is built to withstand a quantum computer");
            case WEAKENED -> answer(NONE, "公開鍵暗号ではない", "it is not public-key cryptography");
            case UNKNOWN -> answer(UNKNOWN, "アルゴリズムが特定できていない", "the algorithm is not known");
        };
    }

    private static Answer function(Set<PolicyFunction> functions, Subject subject) {
        if (functions.isEmpty() || functions.stream().anyMatch(policyWords(subject.function())::contains)) {
            return YES;
        }
        return subject.function() == PolicyFunction.UNKNOWN
                ? answer(UNKNOWN, "用途が特定できていない", "what it is used for is not known")
                : notSpokenOf(subject.function().label());
    }

    /**
     * The words in which policies speak of that function. Those seen know two dates, one for keys and one for signatures: a
     * certificate and a log-in are signatures, and what is encrypted under a public key is, as a rule, another key.
     */
    private static Set<PolicyFunction> policyWords(PolicyFunction function) {
        return switch (function) {
            case CERTIFICATE, SOFTWARE_SIGNING, AUTHENTICATION -> EnumSet.of(function, PolicyFunction.SIGNATURE);
            case ENCRYPTION -> EnumSet.of(function, PolicyFunction.KEY_ESTABLISHMENT);
            default -> EnumSet.of(function);
        };
    }

    private static Answer groups(PolicyRule rule, Subject subject) {
        if (rule.match().groups().isEmpty()) {
            return YES;
        }
        if (subject.group().isEmpty()) {
            return answer(UNKNOWN, "アルゴリズムが特定できていない", "the algorithm is not known");
        }
        String group = subject.group().get();
        return rule.match().groups().contains(group) ? YES : other(rule, group);
    }

    private static Answer parameters(PolicyRule rule, Subject subject) {
        Match match = rule.match();
        if (match.params().isEmpty()
                || !subject.group().map(match.groups()::contains).orElse(false)) {
            return YES;
        }
        if (subject.parameter().isEmpty()) {
            return answer(UNKNOWN, "パラメータが分からない", "its parameter set is not known");
        }
        String parameter = subject.parameter().get();
        return match.params().contains(parameter)
                ? YES
                : other(rule, subject.group().get() + " (" + parameter + ")");
    }

    private static Answer other(PolicyRule rule, String what) {
        return rule.proviso().only()
                ? answer(
                        OUTSIDE,
                        what + " は、この用途で唯一承認されているものでない",
                        what + " is not among what alone is approved for this use")
                : notSpokenOf(Text.same(what));
    }

    private static Answer construction(Proviso proviso, Subject subject) {
        if (proviso.construction().isEmpty()) {
            return YES;
        }
        Construction wanted = proviso.construction().get();
        if (subject.threat() != QuantumThreat.SAFE && subject.threat() != QuantumThreat.UNKNOWN) {
            return answer(NONE, "耐量子計算機暗号を含まない", "no post-quantum algorithm is part of it");
        }
        if (subject.construction().isEmpty()) {
            return answer(UNKNOWN, "単独か併用かが分からない", "whether it stands alone is not known");
        }
        return subject.construction().get() == wanted
                ? YES
                : notSpokenOf(subject.construction().get().label());
    }

    private static Answer confidentiality(Match match, Subject subject) {
        if (match.confidentialityYears().isEmpty()) {
            return YES;
        }
        int years = match.confidentialityYears().getAsInt();
        if (subject.confidentialityMonths().isEmpty()) {
            return answer(UNKNOWN, "情報の保護期間が申告されていない", "how long its data must stay confidential is not declared");
        }
        return subject.confidentialityMonths().get() >= 12 * years
                ? YES
                : answer(
                        NONE,
                        "情報の保護期間が " + years + " 年に満たない",
                        "its data is confidential for less than " + years + " years");
    }

    private static Answer condition(Proviso proviso, Map<String, String> answers) {
        if (proviso.condition().isEmpty()) {
            return YES;
        }
        Condition condition = proviso.condition().get();
        String answered = answers.get(condition.name());
        String wanted = condition.name() + " = " + condition.value();
        if (answered == null) {
            return answer(UNKNOWN, "条件 " + wanted + " に当たるかが申告されていない", "whether " + wanted + " is not declared");
        }
        return answered.equals(condition.value())
                ? YES
                : answer(
                        NONE,
                        "条件は " + wanted + " であり、申告は " + answered + " である",
                        "the rule wants " + wanted + ", and " + answered + " is declared");
    }

    private static Answer bits(Match match, Subject subject) {
        if (!match.asksForBits()) {
            return YES;
        }
        if (subject.classicalBits().isEmpty()) {
            return answer(UNKNOWN, "鍵長が分からない", "its key length is not known");
        }
        int bits = subject.classicalBits().getAsInt();
        if (match.maximumBits().isPresent() && bits > match.maximumBits().getAsInt()) {
            return answer(
                    MET,
                    "強度 " + bits + " ビットは " + match.maximumBits().getAsInt() + " ビットを超える",
                    "its strength of " + bits + " bits is above "
                            + match.maximumBits().getAsInt() + " bits");
        }
        return match.minimumBits().isPresent() && bits < match.minimumBits().getAsInt()
                ? answer(
                        NONE,
                        "強度 " + bits + " ビットは規則の対象でない",
                        "the rule does not speak of a strength of " + bits + " bits")
                : YES;
    }

    private static Answer notSpokenOf(Text what) {
        return answer(NONE, what.ja() + " は規則の対象でない", "the rule does not speak of " + what.en());
    }

    private static Answer answer(Applicability value, String ja, String en) {
        return new Answer(value, new Text(ja, en));
    }
}
