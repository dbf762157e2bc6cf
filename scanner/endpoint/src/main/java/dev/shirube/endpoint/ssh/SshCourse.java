package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one SSH server is asked: once for all that it offers and the host key that a usual client is shown; in full once more
 * for each other type of host key; in depth also for the smallest group of a group exchange.
 *
 * <p>Few connections, because OpenSSH shuts out who comes often without logging in (sshd_config(5), PerSourcePenalties).
 */
public final class SshCourse implements Course {
    /** No course makes more connections than this. */
    public static final int MAXIMUM = 10;

    private final ProbePlan plan;
    private final SecureRandom random;
    private final List<SshObservation> seen = new ArrayList<>();

    /** A course that has not begun. */
    public SshCourse(ProbePlan plan, SecureRandom random) {
        this.plan = plan;
        this.random = random;
    }

    @Override
    public void add(Exchange exchange) {
        seen.add(SshObservation.of(exchange));
    }

    @Override
    public Optional<Attempt> next() {
        return ask().map(it -> new SshAttempt(it, random));
    }

    private Optional<SshAsk> ask() {
        if (seen.isEmpty()) {
            return Optional.of(SshAsk.FIRST);
        }
        boolean heard = seen.get(seen.size() - 1).hasKexInit();
        if (plan == ProbePlan.TRIAGE || !heard || seen.size() >= MAXIMUM) {
            return Optional.empty();
        }
        KexInit offered = seen.get(0).answer().kexInit().orElseThrow();
        if (SshAsk.FIRST.agree(offered).isEmpty()) {
            return Optional.empty();
        }
        Optional<GroupRequest> group = groups(offered).stream()
                .filter(it -> seen.stream().noneMatch(seen -> seen.group().equals(Optional.of(it))))
                .findFirst();
        Optional<String> type = types(offered).stream()
                .filter(it -> seen.stream().noneMatch(seen -> type(seen).equals(Optional.of(it))))
                .findFirst();
        if (type.isPresent()) {
            return Optional.of(new SshAsk("host-key/" + type.get(), type, group));
        }
        return group.map(it -> new SshAsk("group-exchange/" + it.text(), Optional.empty(), group));
    }

    /** The type that was asked for, whether or not it was shown: nothing is asked twice. */
    private static Optional<String> type(SshObservation seen) {
        return seen.agreed().map(it -> HostKey.typeOf(it.hostKeyAlgorithm()));
    }

    private static Set<String> types(KexInit offered) {
        Set<String> types = new LinkedHashSet<>();
        for (String name : offered.hostKeys()) {
            if (!SshNames.HOST_KEYS.isAnnouncement(name)) {
                types.add(HostKey.typeOf(name));
            }
        }
        return types;
    }

    private List<GroupRequest> groups(KexInit offered) {
        boolean exchange = KexMethod.among(offered.keyExchanges(), true)
                .filter(KexMethod::groupExchange)
                .isPresent();
        if (!exchange) {
            return List.of();
        }
        return plan == ProbePlan.DEEP
                ? List.of(GroupRequest.USUAL, GroupRequest.SMALLEST)
                : List.of(GroupRequest.USUAL);
    }
}
