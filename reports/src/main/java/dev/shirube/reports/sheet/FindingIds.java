package dev.shirube.reports.sheet;

import dev.shirube.domain.AssignedFinding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The stable id of a row of 様式2, made from system and fingerprint: the same finding has it in every report. */
final class FindingIds {
    private static final int BYTES = 8;

    private FindingIds() {}

    static String of(AssignedFinding finding) {
        String text = finding.system() + "\n" + finding.finding().fingerprint();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "F-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
