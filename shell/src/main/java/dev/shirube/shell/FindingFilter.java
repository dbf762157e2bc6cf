package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Origin;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.SystemStanding;
import dev.shirube.engine.PathFilter;
import dev.shirube.exchange.view.ViewHead;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import dev.shirube.shell.cli.Session;
import dev.shirube.store.FindingTraits;
import dev.shirube.store.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which findings a view shows: one list of options that every command with findings shares, read once.
 *
 * <p>Several values of an option are alternatives; several options all have to hold.
 */
final class FindingFilter {

    /** The systems alone, for views that show no findings. */
    static final OptionSpec SYSTEM = OptionSpec.values(
            "system", "ID", "these information systems only (several by comma)", "このシステムのみ（コンマ区切りで複数可）");

    private static final OptionSpec ALGORITHM = OptionSpec.values(
            "algorithm",
            "NAME",
            "family or name: RSA, RSA-2048, ecdsa, X25519MLKEM768, unresolved",
            "系列名または名称：RSA、RSA-2048、ecdsa、X25519MLKEM768、unresolved");
    private static final OptionSpec FUNCTION = OptionSpec.several(
            "function",
            "FUNCTION",
            ids(CryptoFunction.values(), CryptoFunction::id),
            "what it is used for: sign, verify, key-agreement, tls …",
            "用途：sign、verify、key-agreement、tls など");
    private static final OptionSpec QUANTUM = OptionSpec.several(
            "quantum",
            "STATUS",
            ids(QuantumThreat.values(), QuantumThreat::id),
            "vulnerable, weakened, safe or unknown",
            "vulnerable（脆弱）、weakened（弱体化）、safe（耐量子）、unknown（不明）");
    private static final OptionSpec CONTEXT = OptionSpec.several(
            "context", "main|test", ids(CodeContext.values(), CodeContext::id), "main or test code", "本番コードかテストコードか");
    private static final OptionSpec PATH = OptionSpec.values(
            "path", "GLOB", "places that match, such as '**/*.java' or 'tls://**'", "一致する場所（例：'**/*.java'、'tls://**'）");
    private static final OptionSpec ORIGIN = OptionSpec.several(
            "origin",
            "observed|imported",
            ids(Origin.values(), Origin::id),
            "seen by Shirube, or told by another tool's results",
            "Shirube による検出か、他ツールの結果の取込みか");

    /** All of them. */
    static final List<OptionSpec> OPTIONS = List.of(SYSTEM, ALGORITHM, FUNCTION, QUANTUM, CONTEXT, PATH, ORIGIN);

    /** Filters that ask for more than the first view shows. */
    private static final Set<String> ASK_FOR_ALL_CATEGORIES = Set.of("algorithm", "function", "quantum");

    private static final int MOST_NAMED = 20;

    private final SortedMap<String, List<String>> asked = new TreeMap<>();
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final AlgorithmChoice algorithms;
    private final PathFilter paths;
    private final boolean all;

    private FindingFilter(Invocation line) {
        for (OptionSpec option : OPTIONS) {
            // Braces of a glob hold commas, so that several globs are several options.
            List<String> values = option == PATH ? line.values(option.name()) : line.list(option.name());
            if (!values.isEmpty()) {
                asked.put(option.name(), values);
            }
        }
        algorithms = new AlgorithmChoice(values(ALGORITHM));
        try {
            paths = new PathFilter(values(PATH), List.of());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "--path の形式が正しくありません：" + e.getMessage());
        }
        all = line.has("all");
    }

    /** The filter that the command line asks for; a value that cannot be is wrong usage. */
    static FindingFilter of(Invocation line) {
        return new FindingFilter(line);
    }

    /** Refuses a system that is neither registered nor found anywhere. */
    FindingFilter checked(Inventory inventory) {
        return checked(SystemStanding.of(inventory));
    }

    /** The same where the systems are known. */
    FindingFilter checked(SortedMap<String, SystemStanding> standing) {
        Set<String> known = new TreeSet<>(standing.keySet());
        known.add(InformationSystem.UNASSIGNED);
        for (String id : values(SYSTEM)) {
            if (!known.contains(id)) {
                String some = known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (known.size() > MOST_NAMED ? ", … (" + known.size() + ")" : "");
                throw CommandFailure.usage(
                        "--system cannot be \"" + id + "\": it is neither registered nor scanned. Give one of: " + some
                                + ".",
                        "--system に「" + id + "」は指定できません（台帳にも調査結果にもありません）。次から選んでください：" + some);
            }
        }
        return this;
    }

    /** Whether that system is shown. */
    boolean acceptsSystem(String id) {
        return accepts(SYSTEM, id);
    }

    /** What was asked for, in the first view or not. */
    Selection asked() {
        return new Selection(
                this::acceptsSystem,
                this::accepts,
                this::accepts,
                values(PATH).isEmpty() ? Optional.empty() : Optional.of(paths::includes));
    }

    private boolean accepts(FindingTraits traits) {
        return accepts(FUNCTION, traits.function().id())
                && accepts(CONTEXT, traits.context().id())
                && accepts(ORIGIN, traits.origin().id());
    }

    private boolean accepts(CryptoAsset asset) {
        return algorithms.accepts(asset)
                && (values(QUANTUM).isEmpty()
                        || accepts(QUANTUM, registry.threat(asset).id()));
    }

    /** Whether the finding is what was asked for, in the first view or not. */
    boolean accepts(AssignedFinding assigned) {
        return asked().accepts(assigned);
    }

    /** Whether what was asked for is in the first view: public-key cryptography in main code, or all by its name. */
    boolean shows(FindingTraits traits) {
        boolean context = asked.containsKey(CONTEXT.name()) || traits.context() != CodeContext.TEST;
        boolean category =
                asked.keySet().stream().anyMatch(ASK_FOR_ALL_CATEGORIES::contains) || isPublicKey(traits.category());
        return all || context && category;
    }

    /** Whether a finding is in the first view where nothing was asked for. */
    static boolean isFirst(Finding finding) {
        return finding.occurrence().context() != CodeContext.TEST && isPublicKey(finding.category());
    }

    private static boolean isPublicKey(Category category) {
        return switch (category) {
            case SYMMETRIC, HASH, MAC, KDF, RANDOM -> false;
            default -> true;
        };
    }

    /** The digests of the certificates that were asked for. */
    Set<String> certificates(Inventory inventory) {
        Set<String> digests = new HashSet<>();
        for (AssignedFinding assigned : inventory.findings()) {
            if (assigned.finding().asset() instanceof CryptoAsset.Certificate certificate && accepts(assigned)) {
                digests.add(certificate.sha256());
            }
        }
        return digests;
    }

    /** What a document of this view begins with. */
    ViewHead head(SortedMap<String, SystemStanding> standing, Session session) {
        SortedMap<String, SystemStanding> systems = new TreeMap<>(standing);
        systems.keySet().removeIf(id -> !acceptsSystem(id));
        return new ViewHead(session.version(), session.asOf(), asked, systems);
    }

    private List<String> values(OptionSpec option) {
        return asked.getOrDefault(option.name(), List.of());
    }

    private boolean accepts(OptionSpec option, String value) {
        List<String> values = asked.get(option.name());
        return values == null || values.contains(value);
    }

    private static <T> List<String> ids(T[] values, java.util.function.Function<T, String> id) {
        return Stream.of(values).map(id).toList();
    }

    /** The options of a command with findings, with others behind. */
    static List<OptionSpec> and(OptionSpec... more) {
        List<OptionSpec> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of(more));
        return options;
    }
}
