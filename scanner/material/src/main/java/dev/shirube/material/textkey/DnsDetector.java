package dev.shirube.material.textkey;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.Place;
import dev.shirube.material.TextLines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Keys in the Domain Name System: DNSKEY and its digests, SSHFP, TLSA and DKIM records in zone files and elsewhere, and the
 * {@code K*.key} and {@code K*.private} files of BIND.
 */
public final class DnsDetector implements Detector {

    private static final String PRIVATE = "Private-key-format:";
    private static final String DKIM = "v=DKIM1";

    private static final Set<String> TYPES =
            Set.of("DNSKEY", "CDNSKEY", "DS", "CDS", "DLV", "RRSIG", "SSHFP", "TLSA", "SMIMEA");

    /** More records than a large zone has keys and signatures. */
    private static final int MAX_RECORDS = 200_000;

    private static final int MAX_KEYS = 1000;

    /** A private key file has at most as many characters. */
    private static final int MAX_PRIVATE = 32 << 10;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public DnsDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "dns";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(
                "DNSKEY", "RRSIG", "SSHFP", "TLSA", "SMIMEA", " DS ", "\tDS\t", "\tDS ", " DS\t", " CDS ", "\tCDS\t",
                "\tCDS ", " DLV ", DKIM, PRIVATE));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What keys stand in the text at that location. */
    Detection read(String location, String text) {
        DetectionBuilder found = new DetectionBuilder();
        DnsRecords records = new DnsRecords(claims, location, found);
        List<ZoneText.Entry> entries = new ZoneText(text).entries(TYPES, MAX_RECORDS);
        entries.forEach(records::add);
        if (entries.size() == MAX_RECORDS) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    location,
                    "dns-records=" + MAX_RECORDS,
                    "line " + entries.get(MAX_RECORDS - 1).line()));
        }
        each(location, text, DKIM, (place, rest) -> new DkimRecord(claims).add(place, rest, found));
        each(location, text, PRIVATE, (place, rest) -> records.privateKey(place, new DnssecPrivateKey(rest)));
        return found.build();
    }

    /** What is done with the text behind an anchor. */
    private interface Reading {
        void of(Place place, String rest);
    }

    private static void each(String location, String text, String anchor, Reading reading) {
        TextLines lines = new TextLines(text);
        int at = text.indexOf(anchor);
        for (int count = 0; at >= 0 && count < MAX_KEYS; count++) {
            String rest = text.substring(at, Math.min(text.length(), at + MAX_PRIVATE));
            reading.of(Place.of(location).atLine(lines.at(at)), rest);
            at = text.indexOf(anchor, at + anchor.length());
        }
    }
}
