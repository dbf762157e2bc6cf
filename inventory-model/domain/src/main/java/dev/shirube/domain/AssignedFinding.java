package dev.shirube.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A finding, and the id of the information system it belongs to. */
public record AssignedFinding(String system, Finding finding) implements Comparable<AssignedFinding> {
    private static final int ID_BYTES = 8;

    /** Refuses an empty system id; what belongs to none is {@link InformationSystem#UNASSIGNED}. */
    public AssignedFinding {
        if (system.isEmpty()) {
            throw new IllegalArgumentException("A finding without a system belongs to " + InformationSystem.UNASSIGNED);
        }
    }

    /**
     * The id by which people name this finding, for example {@code F-3f9a1c20b7d4e611}: the first 64 bits of the SHA-256
     * of system and {@linkplain Finding#fingerprint() fingerprint}, so that it is the same in every scan and report.
     */
    public String id() {
        String text = system + "\n" + finding.fingerprint();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "F-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(AssignedFinding other) {
        int order = system.compareTo(other.system);
        return order != 0 ? order : finding.compareTo(other.finding);
    }
}
