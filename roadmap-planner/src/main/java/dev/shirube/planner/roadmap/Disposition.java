package dev.shirube.planner.roadmap;

import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Text;
import dev.shirube.planner.Sha256;
import dev.shirube.planner.migration.Replacements;
import dev.shirube.planner.policy.Operation;
import dev.shirube.planner.policy.PolicyFunction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What becomes of a use: it drives a task, or there is a reason why not. */
record Disposition(Optional<TaskKey> task, Optional<Text> reason) {

    /** Where the algorithm is not known, these shelves may hold public-key cryptography. */
    private static final Set<Category> PUBLIC_KEY =
            Set.of(Category.PUBLIC_KEY, Category.KEM, Category.SIGNATURE, Category.TLS, Category.OTHER);

    /** What was seen there can be changed without touching a program. */
    private static final Set<EvidenceKind> OUTSIDE_CODE =
            Set.of(EvidenceKind.CONFIGURATION, EvidenceKind.HANDSHAKE, EvidenceKind.MATERIAL);

    /** Marks the task for what stands in libraries without a use seen. */
    static final String UNUSED = "unused";

    /** Uses in which data stays encrypted as it was: the exposure ends when what is stored is encrypted anew. */
    private static final Set<String> STORED = Set.of("data-at-rest-wrap", "cms-enc");

    /** What makes two uses the same task; its id is made of nothing else, so that it survives a new scan. */
    record TaskKey(
            String system, TaskKind kind, String use, PolicyFunction function, Operation operation, String detail)
            implements Comparable<TaskKey> {

        private static final Comparator<TaskKey> ORDER = Comparator.comparing(TaskKey::system)
                .thenComparing(TaskKey::kind)
                .thenComparing(TaskKey::use)
                .thenComparing(TaskKey::function)
                .thenComparing(TaskKey::operation)
                .thenComparing(TaskKey::detail);

        /** The same for a task that keeps its id though another system may do it the next time. */
        TaskKey inAnySystem() {
            return new TaskKey("", kind, use, function, operation, detail);
        }

        String id() {
            String text = String.join("\n", system, kind.id(), use, function.id(), operation.id(), detail);
            return "T-" + Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        }

        @Override
        public int compareTo(TaskKey other) {
            return ORDER.compare(this, other);
        }
    }

    static Disposition of(Use use, Replacements replacements) {
        if (use.asset() instanceof CryptoAsset.Library) {
            return none("ライブラリの存在であり、利用箇所は別に記載", "a library that is present; its uses are listed on their own");
        }
        if (use.key().context() == CodeContext.TEST) {
            return none("テストコードのため、作業の対象としない", "test code: reported, but no task is made for it");
        }
        if (use.isAboutCode()) {
            return none(
                    "鍵の種別を前提とするコード。暗号処理ではなく、その鍵を置き換える作業に含まれる",
                    "code that takes a key type for granted: no cryptography, but part of the task that replaces the key");
        }
        return switch (use.subject().threat()) {
            case SAFE -> none("量子計算機に耐えるため、移行は不要", "built to withstand a quantum computer: nothing to migrate");
            case WEAKENED -> none("公開鍵暗号ではないため、移行の対象としない", "not public-key cryptography: it stays");
            case UNKNOWN -> unknown(use);
            case VULNERABLE -> task(use, replacements);
        };
    }

    private static Disposition unknown(Use use) {
        boolean symmetric = use.subject().function() == PolicyFunction.SYMMETRIC
                || use.subject().function() == PolicyFunction.HASH;
        boolean shelf = use.findings().stream().anyMatch(finding -> PUBLIC_KEY.contains(finding.category()));
        if (symmetric || !shelf) {
            return none(
                    "公開鍵暗号を示す証拠がない（アルゴリズムは特定できていない）",
                    "the algorithm is not known, and nothing points to public-key cryptography");
        }
        return new Disposition(
                Optional.of(new TaskKey(
                        use.key().system(),
                        TaskKind.INVESTIGATE,
                        "",
                        PolicyFunction.UNKNOWN,
                        Operation.NEW_GENERATION,
                        "")),
                Optional.empty());
    }

    private static Disposition task(Use use, Replacements replacements) {
        String row = use.key().use();
        PolicyFunction function = use.subject().function();
        if (inLibraries(use)) {
            return task(use, TaskKind.LIBRARY, "", PolicyFunction.UNKNOWN, use.seen() ? "" : UNUSED);
        }
        if (!replacements.of(row, function).available()) {
            return task(use, TaskKind.WAIT, row, word(function), "");
        }
        TaskKind kind = kind(use);
        boolean together = kind == TaskKind.CERTIFICATE || kind == TaskKind.TRUST;
        return task(use, kind, row, together ? PolicyFunction.CERTIFICATE : function, "");
    }

    private static Disposition task(Use use, TaskKind kind, String row, PolicyFunction function, String detail) {
        boolean split = kind == TaskKind.CODE && function == PolicyFunction.SIGNATURE;
        Operation operation = split ? use.subject().operation() : Operation.NEW_GENERATION;
        return new Disposition(
                Optional.of(new TaskKey(use.key().system(), kind, row, function, operation, detail)), Optional.empty());
    }

    /** Code that the office does not write: its supplier changes it, and a place in it is nothing to rewrite. */
    private static boolean inLibraries(Use use) {
        return use.findings().stream().allMatch(it -> it.occurrence().owner() == CodeOwner.THIRD_PARTY);
    }

    /** What is waited for is one standard, whichever of its functions was seen. */
    private static PolicyFunction word(PolicyFunction function) {
        return function.authenticity() && function != PolicyFunction.UNKNOWN
                ? PolicyFunction.SIGNATURE
                : function == PolicyFunction.ENCRYPTION ? PolicyFunction.KEY_ESTABLISHMENT : function;
    }

    private static TaskKind kind(Use use) {
        if (use.asset() instanceof CryptoAsset.Certificate certificate) {
            return certificate.authority() ? TaskKind.TRUST : TaskKind.CERTIFICATE;
        }
        if (use.asset() instanceof CryptoAsset.Key) {
            return use.key().use().equals("x509-sig") ? TaskKind.CERTIFICATE : TaskKind.KEY;
        }
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        use.findings().forEach(finding -> kinds.add(finding.occurrence().kind()));
        if (OUTSIDE_CODE.containsAll(kinds)) {
            return kinds.contains(EvidenceKind.MATERIAL) ? TaskKind.KEY : TaskKind.CONFIGURATION;
        }
        return STORED.contains(use.key().use()) ? TaskKind.RE_ENCRYPTION : TaskKind.CODE;
    }

    private static Disposition none(String ja, String en) {
        return new Disposition(Optional.empty(), Optional.of(new Text(ja, en)));
    }
}
