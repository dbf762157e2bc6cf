package dev.shirube.material.openpgp;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.material.DerException;
import dev.shirube.material.Octets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A signature, not verified (RFC 9580 section 5.2).
 *
 * @param type what it says, as in section 5.2.1
 * @param hash hash algorithm id, as in section 9.5
 * @param keyFlags first octet of the key flags (section 5.2.3.29), where it has any
 * @param curve25519 whether its numbers have the size that curve gives them; it tells EdDSALegacy's curve
 */
record SignaturePacket(int version, int type, int algorithm, int hash, OptionalInt keyFlags, boolean curve25519) {

    private static final int KEY_FLAGS = 27;
    private static final int EDDSA_LEGACY = 22;

    private static final Map<Integer, String> HASHES = Map.of(
            1, "MD5",
            2, "SHA-1",
            3, "RIPEMD-160",
            8, "SHA-256",
            9, "SHA-384",
            10, "SHA-512",
            11, "SHA-224",
            12, "SHA3-256",
            14, "SHA3-512");

    /** Signature schemes of the algorithms whose id alone names a key. */
    private static final String RSA = "rsassa-pkcs1v15";

    static SignaturePacket read(Packet packet) throws DerException {
        Octets octets = new Octets(packet.body());
        int version = octets.uint8();
        return switch (version) {
            case 2, 3 -> old(version, octets);
            case 4, 5, 6 -> withSubpackets(version, octets);
            default -> throw new DerException("a signature of version " + version);
        };
    }

    private static SignaturePacket old(int version, Octets octets) throws DerException {
        octets.skip(1);
        int type = octets.uint8();
        octets.skip(4 + 8);
        int algorithm = octets.uint8();
        return new SignaturePacket(version, type, algorithm, octets.uint8(), OptionalInt.empty(), false);
    }

    private static SignaturePacket withSubpackets(int version, Octets octets) throws DerException {
        int type = octets.uint8();
        int algorithm = octets.uint8();
        int hash = octets.uint8();
        OptionalInt flags = keyFlags(octets.take(version == 6 ? octets.uint32() : octets.uint16()));
        octets.skip(version == 6 ? octets.uint32() : octets.uint16()); // what the signature does not cover
        octets.skip(2); // left half of the hash
        if (version == 6) {
            octets.skip(octets.uint8()); // salt
        }
        boolean curve25519 = algorithm == EDDSA_LEGACY && octets.uint16() <= 256;
        return new SignaturePacket(version, type, algorithm, hash, flags, curve25519);
    }

    private static OptionalInt keyFlags(byte[] subpackets) throws DerException {
        Octets octets = new Octets(subpackets);
        while (octets.left() > 0) {
            byte[] subpacket = octets.take(PacketReader.length(octets.uint8(), octets));
            if (subpacket.length > 1 && (subpacket[0] & 0x7f) == KEY_FLAGS) {
                return OptionalInt.of(subpacket[1] & 0xff);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether it stands over a document, and not over a key or a name. */
    boolean overDocument() {
        return type == 0x00 || type == 0x01;
    }

    /** Whether the id of its hash is one that the standard has. */
    Optional<String> hashName() {
        return Optional.ofNullable(HASHES.get(hash));
    }

    /** The signature scheme, with its hash where that is not part of the scheme itself. */
    Algorithm algorithm(AlgorithmRegistry registry) {
        Algorithm named = PublicMaterial.algorithm(algorithm, registry);
        if (!(named instanceof Algorithm.Known known)) {
            return named;
        }
        Algorithm.Known scheme = algorithm <= 3 ? Algorithm.Known.of(RSA) : known;
        if (scheme.entry().equals("eddsa")) {
            return curve25519 ? scheme.withCurve("other/Ed25519") : scheme;
        }
        boolean takesHash = algorithm <= 3 || algorithm == 17 || algorithm == 19;
        return takesHash ? hashName().map(scheme::withDigest).orElse(scheme) : scheme;
    }
}
