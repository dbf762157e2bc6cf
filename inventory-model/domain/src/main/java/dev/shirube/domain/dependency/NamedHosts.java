package dev.shirube.domain.dependency;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.mapping.Place;
import dev.shirube.domain.place.IpAddress;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Endpoints that code or settings name: host and, where it is said, port are those of an endpoint that was scanned. */
final class NamedHosts {

    /** In a text: what may be a host, and the port that may follow. A lone word counts only after {@code //} or {@code @}. */
    private static final Pattern HOST =
            Pattern.compile("(?:(?<=//|@)\\[([0-9A-Fa-f:.]+)]|(?<=//|@)([0-9A-Za-z_-]+)(?=[:/?,;\\s]|$)"
                    + "|([0-9A-Za-z_-]+(?:\\.[0-9A-Za-z_-]+)+))(?::([0-9]{1,5})(?![0-9]))?");

    private static final Pattern PORT = Pattern.compile("[a-z]+://(?:\\[[^\\]]*]|[^/:?!]+):([0-9]+).*");
    private static final Pattern LABELS = Pattern.compile("localhost|.*\\.localhost");
    private static final BigInteger LOOPBACK_V4 = BigInteger.valueOf(127);

    /** Longer texts are no host and no connection string. */
    private static final int LONGEST = 4096;

    private final Map<String, Map<String, Set<String>>> systemsByHostAndPort = new HashMap<>();

    NamedHosts(Inventory inventory) {
        Stream.concat(
                        inventory.endpoints().stream()
                                .map(it -> Map.entry(it.system(), it.profile().location())),
                        inventory.findings().stream()
                                .map(it -> Map.entry(
                                        it.system(), it.finding().occurrence().location())))
                .forEach(it -> endpoint(it.getKey(), it.getValue()));
    }

    private void endpoint(String system, String location) {
        for (String host : Place.hosts(location)) {
            Matcher port = PORT.matcher(location);
            if (!isLoopback(host)) {
                systemsByHostAndPort
                        .computeIfAbsent(host, it -> new HashMap<>())
                        .computeIfAbsent(port.matches() ? port.group(1) : "", it -> new TreeSet<>())
                        .add(system);
            }
        }
    }

    /** Every machine calls itself so. */
    private static boolean isLoopback(String host) {
        Optional<IpAddress> address = IpAddress.of(host);
        return address.isEmpty()
                ? LABELS.matcher(host).matches()
                : address.get().isV6()
                        ? address.get().value().equals(BigInteger.ONE)
                        : address.get().value().shiftRight(24).equals(LOOPBACK_V4);
    }

    void links(Inventory inventory, LinkCollector links) {
        if (systemsByHostAndPort.isEmpty()) {
            return;
        }
        for (AssignedFinding it : inventory.findings()) {
            if (Place.hosts(it.finding().occurrence().location()).isEmpty()) {
                Set<String> named = new TreeSet<>();
                it.finding().evidence().values().forEach(value -> named(value, named));
                named(it.finding().evidence().expression(), named);
                named.forEach(to -> links.add(it.system(), to, SystemLink.Kind.ENDPOINT, Set.of(it.id())));
            }
        }
    }

    private void named(String text, Set<String> systems) {
        if (text.length() > LONGEST || text.indexOf('.') < 0 && text.indexOf('/') < 0) {
            return;
        }
        Matcher host = HOST.matcher(text);
        while (host.find()) {
            String name = Stream.of(host.group(1), host.group(2), host.group(3))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            Map<String, Set<String>> ports =
                    Place.canonical(name).map(systemsByHostAndPort::get).orElse(null);
            if (ports != null) {
                Set<String> exact = ports.get(host.group(4) == null ? "" : host.group(4));
                if (exact != null) {
                    systems.addAll(exact);
                } else {
                    ports.values().forEach(systems::addAll);
                }
            }
        }
    }
}
