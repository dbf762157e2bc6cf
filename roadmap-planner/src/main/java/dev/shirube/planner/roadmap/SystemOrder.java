package dev.shirube.planner.roadmap;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Text;
import dev.shirube.domain.dependency.SystemLink;
import dev.shirube.planner.policy.Operation;
import dev.shirube.planner.roadmap.TaskTable.Between;
import dev.shirube.planner.roadmap.TaskTable.By;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which task of one system must come before which of another, by the links between the two: what a scan saw outweighs what is
 * declared, and links of equal weight that point both ways give no order but a question.
 */
final class SystemOrder {

    /** A task that must be finished before another one, and why. */
    record Arrow(Draft first, Draft then, SystemLink link, Text why) {}

    private static final Set<TaskKind> CHANGES = EnumSet.of(TaskKind.CONFIGURATION, TaskKind.CODE);
    private static final Set<TaskKind> ISSUED = EnumSet.of(TaskKind.CERTIFICATE, TaskKind.AUTHORITY);
    private static final Set<TaskKind> KEYS = EnumSet.of(TaskKind.KEY, TaskKind.CERTIFICATE);

    private final Map<String, Set<String>> contested = new TreeMap<>();
    private final Map<String, Set<String>> tasks = new HashMap<>();

    /** All arrows that follow, what scans saw before what is declared. */
    List<Arrow> arrows(List<Draft> drafts, List<SystemLink> links) {
        Map<String, List<Draft>> bySystem =
                drafts.stream().collect(Collectors.groupingBy(it -> it.key().system()));
        List<SystemLink> inside = links.stream().filter(it -> !it.external()).toList();
        List<Arrow> arrows = new ArrayList<>();
        for (SystemLink.Origin origin : List.of(SystemLink.Origin.OBSERVED, SystemLink.Origin.DECLARED)) {
            for (Between row : TaskTable.standard().between()) {
                for (SystemLink link : inside) {
                    if (link.origin() == origin && row.links().contains(link.kind())) {
                        arrows.addAll(arrows(row, link, bySystem, inside));
                    }
                }
            }
        }
        return arrows;
    }

    private List<Arrow> arrows(
            Between row, SystemLink link, Map<String, List<Draft>> bySystem, List<SystemLink> links) {
        List<Draft> from = bySystem.getOrDefault(link.from(), List.of());
        List<Draft> to = bySystem.getOrDefault(link.to(), List.of());
        List<Arrow> arrows = switch (row.by()) {
            case ISSUER -> issued(row, link, from, to);
            case SERVER -> pairs(row, link, to, from, SystemOrder::sameChange);
            case VERIFIER ->
                Stream.concat(
                                pairs(row, link, to, from, SystemOrder::verifies).stream(),
                                pairs(row, link, from, to, SystemOrder::verifies).stream())
                        .toList();
        };
        if (row.by() != By.SERVER || arrows.isEmpty()) {
            return arrows;
        }
        int back = weight(row, link.to(), link.from(), links);
        int onward = weight(row, link.from(), link.to(), links);
        if (back == onward) {
            arrows.forEach(this::circle);
        }
        return back < onward ? arrows : List.of();
    }

    /** How much speaks for it that the one hangs on the other: what was seen more than what is declared. */
    private static int weight(Between row, String from, String to, List<SystemLink> links) {
        return links.stream()
                .filter(it -> row.links().contains(it.kind())
                        && it.from().equals(from)
                        && it.to().equals(to))
                .mapToInt(it -> it.origin() == SystemLink.Origin.OBSERVED ? 2 : 1)
                .max()
                .orElse(0);
    }

    private static boolean sameChange(Draft first, Draft then) {
        return CHANGES.contains(first.key().kind())
                && CHANGES.contains(then.key().kind())
                && first.key().use().equals(then.key().use())
                && first.key().function() == then.key().function();
    }

    private static boolean verifies(Draft first, Draft then) {
        return sameChange(first, then)
                && first.key().operation() == Operation.PROCESS_EXISTING
                && then.key().operation() == Operation.NEW_GENERATION
                && then.key().function().authenticity();
    }

    private interface Both {
        boolean test(Draft first, Draft then);
    }

    private static List<Arrow> pairs(Between row, SystemLink link, List<Draft> first, List<Draft> then, Both both) {
        List<Arrow> arrows = new ArrayList<>();
        for (Draft one : first) {
            for (Draft other : then) {
                if (both.test(one, other)
                        && (row.uses().isEmpty()
                                || row.uses().contains(one.key().use()))) {
                    arrows.add(new Arrow(one, other, link, why(row, link)));
                }
            }
        }
        return arrows;
    }

    /** Who holds the key of an authority makes it anew before its certificates are replaced. */
    private static List<Arrow> issued(Between row, SystemLink link, List<Draft> from, List<Draft> to) {
        Set<String> named = new HashSet<>(link.evidence());
        List<CryptoAsset.Certificate> authorities = Stream.concat(from.stream(), to.stream())
                .flatMap(it -> certificates(it, named).stream())
                .filter(CryptoAsset.Certificate::authority)
                .distinct()
                .toList();
        Set<String> keys =
                authorities.stream().map(CryptoAsset.Certificate::keySha256).collect(Collectors.toSet());
        List<Draft> made = to.stream()
                .filter(it -> it.key().kind() == TaskKind.AUTHORITY
                        && authorities.stream().anyMatch(certificates(it, named)::contains))
                .toList();
        List<Draft> first = made.isEmpty()
                ? to.stream()
                        .filter(it -> KEYS.contains(it.key().kind()) && holds(it, keys))
                        .toList()
                : made;
        return pairs(
                row,
                link,
                first,
                from,
                (one, other) -> ISSUED.contains(other.key().kind())
                        && !certificates(other, named).isEmpty());
    }

    private static Stream<CryptoAsset> assets(Draft draft) {
        return Stream.of(draft.uses(), draft.related())
                .flatMap(Collection::stream)
                .map(it -> it.use().asset());
    }

    private static List<CryptoAsset.Certificate> certificates(Draft draft, Set<String> ids) {
        return assets(draft)
                .filter(CryptoAsset.Certificate.class::isInstance)
                .map(CryptoAsset.Certificate.class::cast)
                .filter(it -> ids.contains(it.id()))
                .toList();
    }

    private static boolean holds(Draft draft, Set<String> keys) {
        return assets(draft)
                .filter(CryptoAsset.Key.class::isInstance)
                .map(CryptoAsset.Key.class::cast)
                .map(it -> it.fingerprint().filter(keys::contains))
                .anyMatch(Optional::isPresent);
    }

    private static Text why(Between row, SystemLink link) {
        Function<String, String> said = kind -> link.from() + " → " + link.to() + ": " + kind;
        return new Text(
                row.why().ja() + "（" + said.apply(link.kind().label().ja()) + "）",
                row.why().en() + " (" + said.apply(link.kind().label().en()) + ")");
    }

    /** Keeps that no order could be had: the arrow would close a circle. */
    void circle(Arrow arrow) {
        contested
                .computeIfAbsent(arrow.link().from(), it -> new TreeSet<>())
                .add(arrow.link().to());
        for (Draft draft : List.of(arrow.first(), arrow.then())) {
            String other = Objects.equals(draft.key().system(), arrow.link().from())
                    ? arrow.link().to()
                    : arrow.link().from();
            tasks.computeIfAbsent(draft.id(), it -> new TreeSet<>()).add(other);
        }
    }

    /** One question for each system whose links go round in a circle. */
    List<Gap> undecided() {
        List<Gap> gaps = new ArrayList<>();
        contested.forEach((system, others) ->
                gaps.add(new Gap(system, question(others), others.size(), String.join(", ", others))));
        return gaps;
    }

    /** The same for one task. */
    List<Reason> undecided(String id) {
        return Stream.ofNullable(tasks.get(id))
                .map(SystemOrder::question)
                .map(it -> Reason.of(Reason.Kind.PREDECESSOR, "要確認：" + it.ja(), "Needs confirmation: " + it.en()))
                .toList();
    }

    private static Text question(Set<String> others) {
        String names = String.join(", ", others);
        return new Text(
                names + " との依存関係が循環しており、どちらを先に移行するか決まらない（計画では先後を置かない）。台帳の接続先を、接続する側だけに記入してください",
                "The dependencies with " + names
                        + " go round in a circle, so none of them is first (the plan sets no order). Name the peer in the register only on"
                        + " the side that connects");
    }
}
