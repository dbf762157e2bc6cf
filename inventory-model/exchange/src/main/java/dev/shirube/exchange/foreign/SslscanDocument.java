package dev.shirube.exchange.foreign;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.ObservedFact.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One sslscan document, endpoint by endpoint. It shows one certificate of a server that has several, names it in full only
 * with {@code --show-certificate}, and needs x25519 or X25519MLKEM768 to see that TLS 1.3 is there (rbsec/sslscan issue 352):
 * what it calls disabled is then unknown.
 */
final class SslscanDocument implements BoundedXml.Handler {

    private static final String TLS13 = "TLS 1.3";

    private final String document;
    private final Gathered gathered;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final Map<String, Boolean> enabled = new LinkedHashMap<>();
    private Optional<ForeignEndpoint> endpoint = Optional.empty();
    private String version = "";
    private boolean failed;
    private boolean whole;
    private Optional<Algorithm.Known> signature = Optional.empty();

    SslscanDocument(String document, Gathered gathered) {
        this.document = document;
        this.gathered = gathered;
    }

    @Override
    public void start(String name, Map<String, String> attributes) {
        switch (name) {
            case "document" -> version = ForeignText.toolVersion(attributes.getOrDefault("version", ""));
            case "ssltest" -> begin(attributes);
            case "protocol" -> protocol(attributes);
            case "cipher" -> endpoint.ifPresent(it -> cipher(it, attributes));
            case "group" -> endpoint.ifPresent(it -> group(it, attributes));
            case "certificate" -> {
                whole = false;
                signature = Optional.empty();
            }
            case "pk" -> endpoint.ifPresent(it -> key(it, attributes));
            default -> {}
        }
    }

    private void begin(Map<String, String> attributes) {
        String host = attributes.getOrDefault("host", "");
        Optional<String> location = ForeignText.location("tls", host, attributes.getOrDefault("port", ""));
        enabled.clear();
        failed = false;
        if (location.isEmpty()) {
            gathered.malformed("sslscan XML", "no endpoint: " + ForeignText.quoted(host));
        }
        endpoint = location.map(it -> new ForeignEndpoint(it + name(host, attributes), origin()));
    }

    /** The name that was asked for, where it is not the host's own. */
    private static String name(String host, Map<String, String> attributes) {
        String sni = attributes.getOrDefault("sniname", host);
        boolean other = !sni.isEmpty() && !sni.equals(host) && sni.matches("[A-Za-z0-9._-]{1,253}");
        return other ? "?sni=" + sni : "";
    }

    private ImportOrigin origin() {
        return new ImportOrigin("sslscan", version, document);
    }

    private void protocol(Map<String, String> attributes) {
        String number = attributes.getOrDefault("version", "");
        switch (attributes.getOrDefault("type", "") + number) {
            case "ssl2", "ssl3" -> enabled.put("SSLv" + number, "1".equals(attributes.get("enabled")));
            case "tls1.0", "tls1.1", "tls1.2", "tls1.3" ->
                enabled.put("TLS " + number, "1".equals(attributes.get("enabled")));
            default -> {}
        }
    }

    private void cipher(ForeignEndpoint at, Map<String, String> attributes) {
        String tls = protocolName(attributes.getOrDefault("sslversion", ""));
        Optional<CodePoint> point = code(attributes).flatMap(registry::tlsCipherSuite);
        if (tls.isEmpty()) {
            return;
        }
        ForeignText.name(attributes.getOrDefault("cipher", "")).ifPresent(it -> at.suite(tls, it, point));
        ForeignText.name(attributes.getOrDefault("curve", "")).ifPresent(it -> {
            Optional<CodePoint> group = registry.tlsByName(it).or(() -> registry.tlsByName("x" + it));
            group.filter(found -> !found.name().contains("_WITH_")).ifPresent(found -> at.group(tls, it, group));
        });
        String bits = attributes.getOrDefault("dhebits", "");
        if (bits.matches("[1-9][0-9]{2,4}") && !tls.equals(TLS13)) {
            at.primeBits(Integer.parseInt(bits));
        }
    }

    private void group(ForeignEndpoint at, Map<String, String> attributes) {
        String tls = protocolName(attributes.getOrDefault("sslversion", ""));
        Optional<Integer> code = code(attributes);
        if (!tls.isEmpty() && code.isPresent()) {
            at.group(tls, String.format(java.util.Locale.ROOT, "0x%04X", code.get()), registry.tlsGroup(code.get()));
        }
    }

    private static Optional<Integer> code(Map<String, String> attributes) {
        String id = attributes.getOrDefault("id", "");
        return id.matches("0x[0-9A-Fa-f]{1,6}") ? Optional.of(Integer.parseInt(id.substring(2), 16)) : Optional.empty();
    }

    private static String protocolName(String text) {
        return text.matches("TLSv1\\.[0-3]") ? text.replace("v", " ") : text.matches("SSLv[23]") ? text : "";
    }

    /** Of a short certificate the key; {@code bits} is its strength there for curves, and its length for RSA. */
    private void key(ForeignEndpoint at, Map<String, String> attributes) {
        if (whole) {
            return;
        }
        String bits = attributes.getOrDefault("bits", "");
        Optional<Algorithm.Known> key = switch (attributes.getOrDefault("type", "")) {
            case "RSA" -> Optional.of(Algorithm.Known.of("rsa-key"));
            case "EC" -> Optional.of(Algorithm.Known.of("ec-key"));
            case "DSA" -> Optional.of(Algorithm.Known.of("dsa"));
            default -> Optional.empty();
        };
        boolean sized = bits.matches("[1-9][0-9]{2,4}") && !"EC".equals(attributes.get("type"));
        Optional<String> curve = registry.canonicalCurve(attributes.getOrDefault("curve_name", ""));
        key.map(it -> sized
                        ? it.withParameterSet(bits)
                        : curve.map(it::withCurve).orElse(it))
                .ifPresent(at::certifiedKey);
        signature.ifPresent(at::certifiedBy);
    }

    @Override
    public void end(String name, String text) {
        switch (name) {
            case "certificate-blob" ->
                endpoint.ifPresent(it -> Certificates.ofPem(text).ifPresent(certificate -> {
                    whole = true;
                    it.certificate(certificate, true);
                }));
            case "signature-algorithm" -> signature = registry.byJcaName("Signature", jca(text.strip()));
            case "error" -> failed = true;
            case "ssltest" -> {
                endpoint.ifPresent(this::finish);
                endpoint = Optional.empty();
            }
            default -> {}
        }
    }

    /** OpenSSL's long names, as JCA has them: {@code ecdsa-with-SHA256}, {@code sha256WithRSAEncryption}. */
    private static String jca(String openssl) {
        if (openssl.matches("(?i)ecdsa-with-sha[0-9]+")) {
            return openssl.substring("ecdsa-with-".length()) + "withECDSA";
        }
        return openssl.replace("WithRSAEncryption", "withRSA");
    }

    private void finish(ForeignEndpoint at) {
        ToolSight tool = ToolSight.sslscan(version);
        if (enabled.isEmpty() || failed) {
            gathered.add(Diagnostic.of(DiagnosticCode.HOST_UNREACHABLE, at.location(), "says " + tool.name()));
            return;
        }
        boolean any = enabled.containsValue(true);
        enabled.forEach((name, on) -> {
            if (on) {
                at.version(name, State.SUPPORTED, "");
            } else if (!any) {
                at.version(
                        name,
                        State.UNKNOWN,
                        tool.name() + " saw no version at all, as with servers whose groups it does not know");
            } else if (name.equals(TLS13)) {
                at.version(name, State.UNKNOWN, tool.name() + " sees TLS 1.3 only through x25519 or X25519MLKEM768");
            } else {
                at.version(name, State.NOT_SUPPORTED, "says " + tool.name());
            }
        });
        gathered.add(at, tool);
    }

    @Override
    public boolean enough() {
        return gathered.full();
    }
}
