package dev.shirube.reports.format;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Language;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.reports.sheet.AssetText;
import dev.shirube.reports.sheet.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Writes findings as the results of a SARIF run (SARIF 2.1.0, section 3.27). */
record SarifResults(JsonGenerator json, AlgorithmRegistry registry, Language language, List<String> rules) {
    static final String ROOT = "SRCROOT";

    /** Against what the names of endpoints are relative: nothing that a viewer could open. */
    static final String ENDPOINTS = "ENDPOINTS";

    /** Characters of a digest that stand for it where a line's hash is asked for. */
    private static final int LINE_HASH = 16;

    /** Section 3.27.25: from 0 to 100, the greater the more important. */
    private static final int HIGHEST_RANK = 100;

    private static final int RANK_STEP = 25;

    void write(AssignedFinding assigned) {
        Finding finding = assigned.finding();
        SarifRule about = SarifRule.of(finding, registry);
        String rule = about.id();
        QuantumThreat threat = registry.threat(finding.asset());
        json.writeStartObject();
        json.writeStringProperty("ruleId", rule);
        json.writeNumberProperty("ruleIndex", rules.indexOf(rule));
        json.writeStringProperty("level", about.level());
        if (finding.occurrence().owner() != CodeOwner.UNKNOWN) {
            json.writeNumberProperty(
                    "rank", HIGHEST_RANK - RANK_STEP * finding.occurrence().useRank());
        }
        Sarif.message(json, "message", message(finding, threat));
        json.writeName("locations").writeStartArray();
        location(finding.occurrence());
        json.writeEndArray();
        json.writeName("partialFingerprints").writeStartObject();
        String fingerprint = sha256(finding.fingerprint());
        json.writeStringProperty("shirubeFinding/v1", fingerprint);
        // The only one that GitHub code scanning reads (docs.github.com, SARIF support for code scanning, "result
        // object"). Its
        // own action would hash the line, which it cannot do inside archives; what stands here it keeps.
        json.writeStringProperty("primaryLocationLineHash", fingerprint.substring(0, LINE_HASH) + ":1");
        json.writeEndObject();
        properties(assigned, threat);
        json.writeEndObject();
    }

    private String message(Finding finding, QuantumThreat threat) {
        AssetText text = new AssetText(registry);
        String name = text.name(finding.asset()).in(language);
        if (finding.asset() instanceof CryptoAsset.Library) {
            String said = text.readiness(finding.asset()).stream()
                    .map(it -> " " + it.in(language))
                    .collect(Collectors.joining());
            return language.choose(name + " がある。", name + " is there.") + said;
        }
        String use = Words.of(finding.function()).in(language);
        if (!finding.function().isUse()) {
            return language.choose(
                    "鍵の種別（" + name + "）を前提とするコード。", "The code takes the key type " + name + " for granted.");
        }
        String quantum = Words.of(threat).in(language);
        return language.choose(
                name + " を「" + use + "」に使用（量子計算機の影響：" + quantum + "）。",
                name + " is used to \"" + use + "\" (quantum threat: " + quantum + ").");
    }

    private void location(Occurrence occurrence) {
        json.writeStartObject();
        json.writeName("physicalLocation").writeStartObject();
        artifact(json, occurrence.location());
        region(occurrence);
        json.writeEndObject();
        if (!occurrence.member().isEmpty()) {
            json.writeName("logicalLocations").writeStartArray();
            json.writeStartObject();
            json.writeStringProperty("fullyQualifiedName", occurrence.member());
            json.writeStringProperty("kind", "member");
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static void artifact(JsonGenerator json, String location) {
        json.writeName("artifactLocation").writeStartObject();
        json.writeStringProperty("uri", SarifUri.of(location));
        json.writeStringProperty("uriBaseId", SarifUri.endpoint(location) ? ENDPOINTS : ROOT);
        json.writeEndObject();
    }

    /**
     * A class's offset counts bytes of bytecode, so only text has columns. Without a line there is no region, which stands for
     * the whole artifact (section 3.29.4): no line is made up for a key store.
     */
    private void region(Occurrence occurrence) {
        if (occurrence.line().orElse(0) < 1) {
            return;
        }
        json.writeName("region").writeStartObject();
        json.writeNumberProperty("startLine", occurrence.line().getAsInt());
        if (occurrence.kind() != EvidenceKind.BYTECODE && occurrence.offset().orElse(0) >= 1) {
            json.writeNumberProperty("startColumn", occurrence.offset().getAsInt());
        }
        json.writeEndObject();
    }

    private void properties(AssignedFinding assigned, QuantumThreat threat) {
        Finding finding = assigned.finding();
        json.writeName("properties").writeStartObject();
        json.writeStringProperty("id", assigned.id());
        json.writeStringProperty("system", assigned.system());
        json.writeStringProperty("asset", finding.asset().id());
        json.writeStringProperty("quantum", threat.id());
        json.writeStringProperty("category", finding.category().id());
        json.writeStringProperty("symbol", finding.occurrence().symbol());
        json.writeStringProperty("context", finding.occurrence().context().id());
        json.writeStringProperty("owner", finding.occurrence().owner().id());
        json.writeStringProperty("reach", finding.occurrence().reach().id());
        json.writeStringProperty("confidence", finding.confidence().id());
        json.writeStringProperty("resolution", finding.evidence().resolution().id());
        json.writeStringProperty("detector", finding.evidence().detector());
        json.writeName("values").writeStartArray();
        finding.evidence().values().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
