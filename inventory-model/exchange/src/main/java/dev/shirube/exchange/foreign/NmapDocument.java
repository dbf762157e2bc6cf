package dev.shirube.exchange.foreign;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.ObservedFact.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One nmap document, port by port. It lists the versions that it saw and says nothing of others, shows of each suite the one
 * group that was chosen, and prints nothing at all of a server with post-quantum groups only: all that is unknown, not absent.
 */
final class NmapDocument implements BoundedXml.Handler {

    private static final List<String> VERSIONS = List.of("SSLv3", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3");

    /** More than any server lists, and than a document makes us keep of one port. */
    private static final int MOST_ITEMS = 20_000;

    private final String document;
    private final Gathered gathered;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final List<String> path = new ArrayList<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final Map<String, String> item = new LinkedHashMap<>();
    private String version = "";
    private String arguments = "";
    private String address = "";
    private String hostname = "";
    private String port = "";
    private String script = "";
    private boolean open;
    private boolean enumerated;
    private int items;
    private Optional<ForeignEndpoint> endpoint = Optional.empty();

    NmapDocument(String document, Gathered gathered) {
        this.document = document;
        this.gathered = gathered;
    }

    @Override
    public void start(String name, Map<String, String> attributes) {
        switch (name) {
            case "nmaprun" -> {
                version = ForeignText.toolVersion(attributes.getOrDefault("version", ""));
                arguments = attributes.getOrDefault("args", "");
            }
            case "host" -> {
                address = "";
                hostname = "";
            }
            case "address" -> {
                if (!"mac".equals(attributes.get("addrtype"))) {
                    address = attributes.getOrDefault("addr", "");
                }
            }
            case "hostname" -> {
                if ("user".equals(attributes.get("type"))) {
                    hostname = attributes.getOrDefault("name", "");
                }
            }
            case "port" -> beginPort(attributes);
            case "state" -> open |= "open".equals(attributes.get("state"));
            case "script" -> {
                script = attributes.getOrDefault("id", "");
                path.clear();
            }
            case "table" -> {
                path.add(attributes.getOrDefault("key", ""));
                item.clear();
            }
            case "elem" -> path.add(attributes.getOrDefault("key", ""));
            default -> {}
        }
    }

    private void beginPort(Map<String, String> attributes) {
        port = "tcp".equals(attributes.get("protocol")) ? attributes.getOrDefault("portid", "") : "";
        endpoint = Optional.empty();
        lists.clear();
        open = false;
        enumerated = false;
        items = 0;
    }

    @Override
    public void end(String name, String text) {
        switch (name) {
            case "elem" -> {
                elem(text.length() > 1 << 17 ? "" : text);
                path.remove(path.size() - 1);
            }
            case "table" -> {
                suite();
                path.remove(path.size() - 1);
            }
            case "script" -> script = "";
            case "port" -> endPort();
            default -> {}
        }
    }

    private void elem(String text) {
        String key = path.get(path.size() - 1);
        if (++items > MOST_ITEMS) {
            return;
        }
        switch (script) {
            case "ssl-enum-ciphers" -> {
                enumerated = true;
                item.put(key, text);
            }
            case "ssl-cert" -> {
                if (key.equals("pem") && path.size() == 1) {
                    Certificates.ofPem(text).ifPresent(it -> tls().ifPresent(at -> at.certificate(it, true)));
                }
            }
            case "ssh2-enum-algos" -> {
                if (path.size() == 2) {
                    ForeignText.name(text)
                            .ifPresent(it -> lists.computeIfAbsent(path.get(0), list -> new ArrayList<>())
                                    .add(it));
                }
            }
            default -> {}
        }
    }

    /** A table of one suite: version, {@code ciphers}, and the table itself, which has no key. */
    private void suite() {
        if (!script.equals("ssl-enum-ciphers")
                || path.size() != 3
                || !path.get(1).equals("ciphers")) {
            return;
        }
        String tls = path.get(0).replaceFirst("^TLSv", "TLS ");
        Optional<String> name = ForeignText.name(item.getOrDefault("name", "").replace("TLS_AKE_WITH_", "TLS_"));
        Optional<ForeignEndpoint> at = VERSIONS.contains(tls) ? tls() : Optional.empty();
        if (at.isPresent() && name.isPresent()) {
            at.get().version(tls, State.SUPPORTED, "");
            at.get().suite(tls, name.get(), registry.tlsByName(name.get()));
            exchange(at.get(), tls, item.getOrDefault("kex_info", ""));
        }
    }

    /** The words of {@code kex_info}: {@code secp256r1}, {@code ecdh_x25519}, {@code dh 2048}, {@code rsa 2048}. */
    private void exchange(ForeignEndpoint at, String tls, String info) {
        if (info.matches("dh [1-9][0-9]{2,4}")) {
            at.primeBits(Integer.parseInt(info.substring("dh ".length())));
        } else if (!info.contains(" ")) {
            ForeignText.name(info).map(it -> it.replaceFirst("^ecdh_", "")).ifPresent(it -> {
                Optional<CodePoint> group = registry.tlsByName(it);
                at.group(tls, it, group);
            });
        }
    }

    private Optional<ForeignEndpoint> tls() {
        if (endpoint.isEmpty()) {
            endpoint = location("tls").map(it -> new ForeignEndpoint(it, origin()));
        }
        return endpoint;
    }

    private Optional<String> location(String scheme) {
        String host = hostname.isEmpty() ? address : hostname;
        Optional<String> location = ForeignText.location(scheme, host, port);
        if (location.isEmpty()) {
            gathered.malformed("nmap XML", "no endpoint: " + ForeignText.quoted(host));
        }
        return location;
    }

    private ImportOrigin origin() {
        return new ImportOrigin("nmap", version, document);
    }

    private void endPort() {
        ToolSight tool = ToolSight.nmap(version);
        endpoint.ifPresent(at -> {
            for (String name : VERSIONS) {
                if (!at.speaks(name)) {
                    at.version(
                            name,
                            State.UNKNOWN,
                            tool.name() + (enumerated ? " lists only what it saw" : " was not asked to list versions"));
                }
            }
            gathered.add(at, tool);
        });
        if (lists.containsKey("kex_algorithms")) {
            List<String> ciphers = new ArrayList<>(lists.getOrDefault("encryption_algorithms", List.of()));
            ciphers.addAll(lists.getOrDefault("mac_algorithms", List.of()));
            location("ssh").ifPresent(it -> {
                ForeignSsh ssh = new ForeignSsh(
                        it,
                        origin(),
                        lists.get("kex_algorithms"),
                        lists.getOrDefault("server_host_key_algorithms", List.of()),
                        ciphers);
                gathered.add(ssh.findings(), ssh.profile());
            });
        } else if (open && endpoint.isEmpty() && arguments.contains("ssl-enum-ciphers") && !port.isEmpty()) {
            location("tls")
                    .ifPresent(it -> gathered.add(Diagnostic.of(
                            DiagnosticCode.HOST_UNDECIDED,
                            it,
                            "TLS",
                            tool.name() + " printed nothing, as with servers that take post-quantum groups only")));
        }
    }

    @Override
    public boolean enough() {
        return gathered.full();
    }
}
