package dev.shirube.material.openpgp;

import dev.shirube.material.DerException;
import dev.shirube.material.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Tells from the first bytes whether packets stand there: one header alone fits one file in three, so what must follow it is
 * looked at too. Names no type of Bouncy Castle, since every file is shown here.
 */
final class PacketStart {

    /** As many bytes as the longest check needs. */
    static final int HEAD = 48;

    private static final Set<Integer> ALGORITHMS =
            Set.of(1, 2, 3, 8, 16, 17, 18, 19, 20, 22, 25, 26, 27, 28, 30, 31, 32, 33, 34, 35, 36);

    private static final Set<Integer> HASHES = Set.of(1, 2, 3, 8, 9, 10, 11, 12, 14);

    private static final Set<Integer> SIGNATURES =
            Set.of(0x00, 0x01, 0x02, 0x10, 0x11, 0x12, 0x13, 0x18, 0x19, 0x1f, 0x20, 0x28, 0x30, 0x40, 0x50);

    private static final byte[] KEYBOX = "KBXf".getBytes(StandardCharsets.US_ASCII);

    private PacketStart() {}

    /** Whether the public part of keys of that algorithm has a known end. */
    static boolean hasKnownPublicPart(int algorithm) {
        return algorithm != 8 && ALGORITHMS.contains(algorithm);
    }

    /** Whether it is GnuPG's keybox. */
    static boolean isKeybox(byte[] head) {
        return head.length >= 12 && head[4] == 1 && Arrays.equals(head, 8, 12, KEYBOX, 0, KEYBOX.length);
    }

    /** Whether a key, a signature or an encrypted session key begins there, in an input of that size (-1 if unknown). */
    static boolean is(byte[] head, long size) {
        if (head.length < 12 || head[0] >= 0) {
            return false;
        }
        try {
            Octets octets = new Octets(head);
            int first = octets.uint8();
            int type = Packet.typeOf(first).orElse(0);
            long length = (first & 0x40) == 0 ? legacy(first & 3, octets) : current(octets);
            boolean fits = size < 0 || length <= size - octets.position();
            return fits && length > 8 && content(type, octets);
        } catch (DerException e) {
            return false;
        }
    }

    private static long legacy(int lengthType, Octets octets) throws DerException {
        return switch (lengthType) {
            case 0 -> octets.uint8();
            case 1 -> octets.uint16();
            case 2 -> octets.uint32();
            default -> Integer.MAX_VALUE; // to the end: no tool writes a key or a signature so
        };
    }

    private static long current(Octets octets) throws DerException {
        int octet = octets.uint8();
        return octet >= 224 && octet < 255 ? 1L << (octet & 0x1f) : PacketReader.length(octet, octets);
    }

    private static boolean content(int type, Octets octets) throws DerException {
        int version = octets.uint8();
        return switch (type) {
            case Packet.PUBLIC_KEY, Packet.SECRET_KEY, Packet.PUBLIC_SUBKEY, Packet.SECRET_SUBKEY ->
                key(version, octets);
            case Packet.SIGNATURE -> signature(version, octets);
            case Packet.SESSION_KEY -> sessionKey(version, octets);
            case Packet.ONE_PASS_SIGNATURE ->
                version == 3
                        && octets.uint8() <= 1
                        && HASHES.contains(octets.uint8())
                        && ALGORITHMS.contains(octets.uint8());
            default -> false;
        };
    }

    private static boolean key(int version, Octets octets) throws DerException {
        if (version < 2 || version > 6) {
            return false;
        }
        octets.skip(version <= 3 ? 6 : 4);
        return ALGORITHMS.contains(octets.uint8());
    }

    private static boolean signature(int version, Octets octets) throws DerException {
        if (version == 2 || version == 3) {
            return octets.uint8() == 5 && SIGNATURES.contains(octets.uint8());
        }
        return version >= 4
                && version <= 6
                && SIGNATURES.contains(octets.uint8())
                && ALGORITHMS.contains(octets.uint8())
                && HASHES.contains(octets.uint8());
    }

    private static boolean sessionKey(int version, Octets octets) throws DerException {
        if (version == 3) {
            octets.skip(8);
            return ALGORITHMS.contains(octets.uint8());
        }
        if (version != 6) {
            return false;
        }
        octets.skip(octets.uint8());
        return ALGORITHMS.contains(octets.uint8());
    }
}
