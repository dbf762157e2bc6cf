package dev.shirube.domain.mapping;

import dev.shirube.domain.HistoryLocation;
import dev.shirube.domain.place.HostNames;
import dev.shirube.domain.place.IpAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where something was seen, in the terms of the patterns that assign it to a system.
 *
 * @param paths the logical path, the target, and both together, with {@code /} between folders
 * @param hosts name, address and server name of an endpoint, as {@link HostNames} and {@link IpAddress} write them
 */
public record Place(List<String> paths, List<String> hosts) {

    private static final Pattern ENDPOINT =
            Pattern.compile("(?:tls|ssh|ike)://(?:\\[([^\\]]*)]|([^/:?!]+))(?::[0-9]+)?(?:\\?([^!]*))?(?:[!/].*)?");

    private static final Pattern SERVER_NAME = Pattern.compile("(?:^|&)sni=([^&]*)");

    /** Keeps unmodifiable copies. */
    public Place {
        paths = List.copyOf(paths);
        hosts = List.copyOf(hosts);
    }

    /**
     * The place of that location in that target.
     *
     * @param target what was scanned, as the store calls it: an absolute path, a repository, an endpoint
     * @param location logical path relative to the target's root; of an endpoint its text
     */
    public static Place of(String target, String location) {
        Set<String> hosts = new LinkedHashSet<>(hosts(location));
        if (!hosts.isEmpty()) {
            return new Place(List.of(location), List.copyOf(hosts));
        }
        String path = HistoryLocation.path(location);
        String root = target.replace('\\', '/');
        Set<String> paths = new LinkedHashSet<>(List.of(path, root, joined(root, path)));
        return new Place(List.copyOf(paths), List.copyOf(hosts(root)));
    }

    /** A lone file's location begins with its own name, which the target ends with. */
    private static String joined(String root, String path) {
        String first = path.split("!", 2)[0];
        if (path.equals(".")) {
            return root;
        }
        return root.endsWith("/" + first)
                ? root.substring(0, root.length() - first.length()) + path
                : root.replaceFirst("/$", "") + "/" + path;
    }

    /** The hosts that an endpoint's location names; none where it is no endpoint. */
    public static List<String> hosts(String location) {
        Matcher endpoint = ENDPOINT.matcher(location);
        if (!endpoint.matches()) {
            return List.of();
        }
        String host = endpoint.group(1) == null ? endpoint.group(2) : endpoint.group(1);
        String query = endpoint.group(3) == null ? "" : endpoint.group(3);
        Matcher name = SERVER_NAME.matcher(query);
        Stream<String> asked = name.find() ? Stream.of(name.group(1)) : Stream.empty();
        return Stream.concat(Stream.of(host), asked)
                .flatMap(it -> canonical(it).stream())
                .distinct()
                .toList();
    }

    /** An address without its zone, or a name, in the one form in which it is compared. */
    public static Optional<String> canonical(String host) {
        return IpAddress.of(host.replaceFirst("%.*$", ""))
                .map(IpAddress::text)
                .or(() -> HostNames.ascii(host.replaceFirst("\\.$", "")));
    }
}
