package dev.shirube.planner;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in lower-case hexadecimal, for stamps and stable ids. */
public final class Sha256 {

    private Sha256() {}

    /** The digest of the bytes, 64 digits long. */
    public static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256 (MessageDigest)", e);
        }
    }
}
