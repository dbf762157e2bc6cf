package dev.shirube.exchange.foreign;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.ObservedFact.State;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One document of testssl.sh: whatever object has an {@code id} and a {@code finding} is a line about the endpoint that it, or
 * an object around it, names. Versions before 3.2 do not ask for post-quantum groups; the flat form does not tell the version.
 */
final class TestsslDocument {

    private static final Map<String, String> VERSIONS = Map.of(
            "SSLv2", "SSLv2", "SSLv3", "SSLv3", "TLS1", "TLS 1.0", "TLS1_1", "TLS 1.1", "TLS1_2", "TLS 1.2", "TLS1_3",
            "TLS 1.3");

    private static final Pattern GROUPS = Pattern.compile("(?:PFS|FS)_ECDHE_curves|DH_groups|(?:PFS|FS)_KEMs");
    private static final Pattern SUITE = Pattern.compile("cipher-(ssl2|ssl3|tls1(?:_[123])?)_x([0-9a-f]{2,6})");
    private static final Pattern CERTIFICATE = Pattern.compile("(cert|intermediate_cert)(?: <.{1,20}>)?");

    private final String document;
    private final Gathered gathered;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final Map<String, ForeignEndpoint> endpoints = new LinkedHashMap<>();
    private final Map<String, Boolean> saysKems = new HashMap<>();
    private String version = "";
    private String host = "";
    private String port = "";
    private boolean full;

    TestsslDocument(String document, Gathered gathered) {
        this.document = document;
        this.gathered = gathered;
    }

    /** Reads the value at which the parser stands; depth is bounded by the parser. */
    void value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser);
        }
    }

    private void object(JsonParser parser) {
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token.isScalarValue()) {
                String text = parser.getString();
                texts.put(name, text);
                around(name, text);
            } else {
                value(parser);
            }
        }
        if (texts.containsKey("id") && texts.containsKey("finding")) {
            line(texts);
        }
    }

    /** What stands around the lines of the nested form, before them. */
    private void around(String name, String text) {
        switch (name) {
            case "version" -> version = ForeignText.toolVersion(text);
            case "targetHost" -> host = text;
            case "port" -> port = text;
            default -> {}
        }
    }

    private void line(Map<String, String> texts) {
        String about = texts.getOrDefault("ip", texts.getOrDefault("fqdn/ip", ""));
        String of = about.isEmpty() ? host : about.split("/", 2)[0];
        if (of.isEmpty()) {
            return; // about the machine that it runs on
        }
        endpoint(of, texts.getOrDefault("port", port)).ifPresent(it -> line(it, texts.get("id"), texts.get("finding")));
    }

    private Optional<ForeignEndpoint> endpoint(String of, String at) {
        String key = of + " " + at;
        if (!endpoints.containsKey(key) && endpoints.size() < Gathered.MOST_ENDPOINTS) {
            Optional<String> location = ForeignText.location("tls", of, at);
            if (location.isEmpty()) {
                gathered.malformed("testssl.sh JSON", "no endpoint: " + ForeignText.quoted(of));
            }
            location.ifPresent(it ->
                    endpoints.put(key, new ForeignEndpoint(it, new ImportOrigin("testssl.sh", version, document))));
        } else if (!endpoints.containsKey(key)) {
            full = true;
        }
        return Optional.ofNullable(endpoints.get(key));
    }

    private void line(ForeignEndpoint at, String id, String finding) {
        if (VERSIONS.containsKey(id)) {
            version(at, VERSIONS.get(id), finding.strip());
            return;
        }
        Matcher suite = SUITE.matcher(id);
        Matcher certificate = CERTIFICATE.matcher(id);
        if (GROUPS.matcher(id).matches()) {
            saysKems.merge(at.location(), id.endsWith("_KEMs"), Boolean::logicalOr);
            String tls = at.speaks("TLS 1.3") ? "TLS 1.3" : "TLS 1.2"; // one list for both; versions stand before it
            for (String word : finding.split("\\s+", 500)) {
                registry.tlsByName(word)
                        .filter(it -> !it.name().contains("_WITH_"))
                        .ifPresent(it -> at.group(tls, word, Optional.of(it)));
            }
        } else if (suite.matches()) {
            String tls = suite.group(1);
            String name = tls.startsWith("ssl") ? "SSLv" + tls.charAt(3) : VERSIONS.get(tls.replace("tls", "TLS"));
            String code = suite.group(2);
            Optional<CodePoint> point =
                    code.length() > 4 ? Optional.empty() : registry.tlsCipherSuite(Integer.parseInt(code, 16));
            at.suite(name, "0x" + code.toUpperCase(java.util.Locale.ROOT), point);
        } else if (certificate.matches()) {
            Certificates.ofPem(finding)
                    .ifPresent(it -> at.certificate(it, certificate.group(1).equals("cert")));
        }
    }

    private void version(ForeignEndpoint at, String name, String finding) {
        String says = version.isEmpty() ? "testssl.sh" : "testssl.sh " + version;
        if (finding.startsWith("offered")) {
            at.version(name, State.SUPPORTED, "");
        } else if (finding.equals("not offered")) {
            at.version(name, State.NOT_SUPPORTED, "says " + says);
        } else {
            at.version(name, State.UNKNOWN, says + " could not tell");
        }
    }

    void finish() {
        if (endpoints.isEmpty()) {
            gathered.malformed("testssl.sh JSON", "no endpoint");
        }
        if (full) {
            gathered.limit("endpoints=" + Gathered.MOST_ENDPOINTS, "the endpoint after them");
        }
        for (ForeignEndpoint at : endpoints.values()) {
            gathered.add(at, ToolSight.testssl(version, saysKems.getOrDefault(at.location(), false)));
        }
    }
}
