package dev.shirube.material.openpgp;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.material.DerException;
import dev.shirube.material.Octets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A signature, not verified (RFC 9580 section 5.2).
 *
 * @param type what it says, as in section 5.2.1
 * @param hash hash algorithm id, as in section 9.5
 * @param keyFlags first octet of the key flags (section 5.2.3.29), where it has any
 * @param issuer fingerprint, or else id, of the key that it names as its signer's (sections 5.2.3.35 and 5.2.3.12), in
 *     hexadecimal; empty where it names none
 * @param curve25519 whether its numbers have the size that curve gives them; it tells EdDSALegacy's curve
 */
record SignaturePacket(
        int version, int type, int algorithm, int hash, OptionalInt keyFlags, String issuer, boolean curve25519) {

    private static final int KEY_FLAGS = 27;
    private static final int ISSUER_ID = 16;
    private static final int ISSUER_FINGERPRINT = 33;
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
        octets.skip(4);
        String issuer = hex(octets.take(8));
        int algorithm = octets.uint8();
        return new SignaturePacket(version, type, algorithm, octets.uint8(), OptionalInt.empty(), issuer, false);
    }

    private static SignaturePacket withSubpackets(int version, Octets octets) throws DerException {
        int type = octets.uint8();
        int algorithm = octets.uint8();
        int hash = octets.uint8();
        Map<Integer, byte[]> covered = subpackets(octets.take(version == 6 ? octets.uint32() : octets.uint16()));
        Map<Integer, byte[]> others = uncovered(octets.take(version == 6 ? octets.uint32() : octets.uint16()));
        octets.skip(2); // left half of the hash
        if (version == 6) {
            octets.skip(octets.uint8()); // salt
        }
        boolean curve25519 = algorithm == EDDSA_LEGACY && octets.uint16() <= 256;
        byte[] flags = covered.get(KEY_FLAGS); // only those that the signature covers are its maker's
        return new SignaturePacket(
                version,
                type,
                algorithm,
                hash,
                flags == null || flags.length < 2 ? OptionalInt.empty() : OptionalInt.of(flags[1] & 0xff),
                issuer(covered).or(() -> issuer(others)).orElse(""),
                curve25519);
    }

    /** The first subpacket of each type, its type included. */
    private static Map<Integer, byte[]> subpackets(byte[] area) throws DerException {
        Map<Integer, byte[]> found = new HashMap<>();
        Octets octets = new Octets(area);
        while (octets.left() > 0) {
            byte[] subpacket = octets.take(PacketReader.length(octets.uint8(), octets));
            if (subpacket.length > 1) {
                found.putIfAbsent(subpacket[0] & 0x7f, subpacket);
            }
        }
        return found;
    }

    /** Of what the signature does not cover nothing depends on being well-formed. */
    private static Map<Integer, byte[]> uncovered(byte[] area) {
        try {
            return subpackets(area);
        } catch (DerException e) {
            return Map.of();
        }
    }

    /** Behind the type a fingerprint has the version of its key. */
    private static Optional<String> issuer(Map<Integer, byte[]> subpackets) {
        byte[] fingerprint = subpackets.get(ISSUER_FINGERPRINT);
        if (fingerprint != null && fingerprint.length > 2) {
            return Optional.of(hex(Arrays.copyOfRange(fingerprint, 2, Math.min(fingerprint.length, 34))));
        }
        byte[] id = subpackets.get(ISSUER_ID);
        return id != null && id.length == 9 ? Optional.of(hex(Arrays.copyOfRange(id, 1, 9))) : Optional.empty();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
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
