package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.ServerAnswer;
import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.ServerKeyExchange;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A server that is nothing but its answers: what it has, in its own order, without a byte or a socket. */
final class Scripted {
    private final List<Integer> versions = new ArrayList<>();
    private List<Integer> suites = List.of();
    private List<Integer> groups = List.of();
    private List<Integer> schemes = List.of();
    private boolean clientOrder;

    static Scripted speaking(Integer... versions) {
        Scripted server = new Scripted();
        server.versions.addAll(List.of(versions));
        return server;
    }

    Scripted suites(String... names) {
        suites = codes(names, CodePoints::suiteName, Offers.join(Offers.EVERY_TLS13_SUITE, Offers.EVERY_OLD_SUITE));
        return this;
    }

    Scripted groups(String... names) {
        groups = codes(names, CodePoints::groupName, Offers.join(Offers.ALL_GROUPS, Offers.OLD_GROUPS));
        return this;
    }

    Scripted schemes(String... names) {
        schemes = codes(names, CodePoints::schemeName, Offers.SCHEMES);
        return this;
    }

    Scripted inClientOrder() {
        clientOrder = true;
        return this;
    }

    /** The whole course with this server. */
    List<Observation> run(ProbePlan plan) {
        return run(plan, this::answer);
    }

    /** The whole course with a server that answers so. */
    static List<Observation> run(ProbePlan plan, Function<Probe, Observation> server) {
        List<Observation> seen = new ArrayList<>();
        for (Optional<Probe> next = TlsPlan.next(plan, seen, Optional.empty());
                next.isPresent();
                next = TlsPlan.next(plan, seen, Optional.empty())) {
            seen.add(server.apply(next.get()));
        }
        return seen;
    }

    Observation answer(Probe probe) {
        ClientOffer offer = probe.offer();
        Optional<Integer> version =
                offer.versions().stream().filter(versions::contains).findFirst();
        if (version.isEmpty()) {
            return refused(probe, 70);
        }
        return version.get() == Tls.TLS13 ? tls13(probe) : old(probe, version.get());
    }

    private Observation tls13(Probe probe) {
        Optional<Integer> group = pick(groups, probe.offer().groups());
        Optional<Integer> scheme = pick(schemes, probe.offer().schemes());
        Optional<Integer> suite = pick(
                suites.stream()
                        .filter(it -> CodePoints.suiteClass(it).equals("TLS13_ANY"))
                        .toList(),
                probe.offer().suites());
        if (group.isEmpty() || scheme.isEmpty() || suite.isEmpty()) {
            return refused(probe, 40);
        }
        boolean retry = !probe.shares().contains(group.get());
        return chose(probe, Tls.TLS13, suite.get(), group.get(), scheme.get(), retry);
    }

    private Observation old(Probe probe, int version) {
        Optional<Integer> suite = pick(
                suites.stream()
                        .filter(it -> !CodePoints.suiteClass(it).equals("TLS13_ANY"))
                        .toList(),
                probe.offer().suites());
        if (suite.isEmpty()) {
            return refused(probe, 40);
        }
        boolean curve = CodePoints.SUITE_CLASSES.ecdhe(suite.get());
        Optional<Integer> group = curve ? pick(groups, probe.offer().groups()) : Optional.of(-1);
        if (group.isEmpty()) {
            return refused(probe, 40);
        }
        return chose(probe, version, suite.get(), group.get(), -1, false);
    }

    private Optional<Integer> pick(List<Integer> ours, List<Integer> offered) {
        List<Integer> first = clientOrder ? offered : ours;
        return first.stream().filter((clientOrder ? ours : offered)::contains).findFirst();
    }

    /** A choice; below TLS 1.3 with a curve, or -1 for none. */
    static Observation chose(Probe probe, int version, int suite, int group, int scheme, boolean retry) {
        boolean tls13 = version == Tls.TLS13;
        ServerHello hello = new ServerHello(
                version,
                suite,
                tls13 ? OptionalInt.of(group) : OptionalInt.empty(),
                retry,
                Optional.empty(),
                Optional.empty());
        Optional<ServerKeyExchange> exchange = tls13 || group < 0
                ? Optional.empty()
                : Optional.of(new ServerKeyExchange(OptionalInt.of(group), OptionalInt.empty(), OptionalInt.empty()));
        return observation(
                probe,
                new ServerAnswer(
                        Optional.of(hello),
                        retry ? List.of() : List.of(new byte[] {(byte) scheme}),
                        false,
                        Optional.empty(),
                        probe.offer().alpn().stream().findFirst(),
                        exchange,
                        retry || scheme < 0 ? OptionalInt.empty() : OptionalInt.of(scheme),
                        retry ? Optional.empty() : Optional.of(false),
                        OptionalInt.empty(),
                        Optional.empty(),
                        true),
                Ending.ANSWERED);
    }

    static Observation refused(Probe probe, int alert) {
        return observation(probe, nothing(OptionalInt.of(alert)), Ending.ANSWERED);
    }

    static Observation broken(Probe probe, Ending ending) {
        return observation(probe, nothing(OptionalInt.empty()), ending);
    }

    private static ServerAnswer nothing(OptionalInt alert) {
        return new ServerAnswer(
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                alert,
                Optional.empty(),
                false);
    }

    private static Observation observation(Probe probe, ServerAnswer answer, Ending ending) {
        return new Observation(probe.id(), probe.offer(), answer, ending, "5000");
    }

    private static List<Integer> codes(
            String[] names, java.util.function.IntFunction<String> nameOf, List<Integer> known) {
        ToIntFunction<String> code = name -> known.stream()
                .filter(it -> nameOf.apply(it).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
        return java.util.Arrays.stream(names).mapToInt(code).boxed().toList();
    }
}
