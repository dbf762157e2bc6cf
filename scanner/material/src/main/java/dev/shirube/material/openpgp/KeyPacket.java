package dev.shirube.material.openpgp;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.material.DerException;
import dev.shirube.material.Digests;
import dev.shirube.material.Octets;
import java.util.Arrays;

/**
 * A primary key or subkey, its secret part not looked into (RFC 9580 section 5.5.2 and 5.5.3).
 *
 * @param version 2 to 6; 5 is that of LibrePGP
 * @param fingerprint SHA-256 of the SubjectPublicKeyInfo, or of the packet's public part where there is no such form
 */
record KeyPacket(
        int version,
        int algorithm,
        boolean subkey,
        Protection protection,
        PublicMaterial material,
        String fingerprint) {

    /** What is there of the secret part. */
    enum Protection {
        /** A public key. */
        PUBLIC(""),
        /** A secret key for which no passphrase is needed. */
        OPEN("not-locked"),
        /** A secret key under a passphrase. */
        LOCKED("locked"),
        /** A secret key of which GnuPG left the secret part out. */
        ABSENT("secret-part-absent"),
        /** A secret key on a smart card, known here by a reference. */
        CARD("on-smartcard"),
        /** A secret key of an algorithm that hides where its secret part begins. */
        UNKNOWN("secret");

        private final String text;

        Protection(String text) {
            this.text = text;
        }

        /** What a finding says of it. */
        String text() {
            return text;
        }

        boolean holdsSecret() {
            return this == OPEN || this == LOCKED || this == UNKNOWN;
        }
    }

    /** The octet that says by which cipher and hash the secret part is encrypted is at least this where one is used. */
    private static final int WITH_SPECIFIER = 253;

    /** GnuPG's own string-to-key specifier: mode 1 has no secret part, mode 2 a card's serial number. */
    private static final int GNU_SPECIFIER = 101;

    static KeyPacket read(Packet packet, AlgorithmRegistry registry) throws DerException {
        Octets octets = new Octets(packet.body());
        int version = octets.uint8();
        if (version < 2 || version > 6) {
            throw new DerException("a key of version " + version);
        }
        octets.skip(4); // time of creation
        if (version <= 3) {
            octets.skip(2); // days of validity
        }
        int algorithm = octets.uint8();
        if (version >= 5) {
            long length = octets.uint32();
            if (length > octets.left()) {
                throw new DerException("announces a public part of " + length + " bytes");
            }
            return versioned(packet, version, algorithm, octets, (int) length, registry);
        }
        PublicMaterial material = PublicMaterial.read(algorithm, octets, registry);
        return of(packet, version, algorithm, octets.position(), octets, material);
    }

    /** Versions 5 and 6 tell how long the public part is, so that even an unknown algorithm's secret part is found. */
    private static KeyPacket versioned(
            Packet packet, int version, int algorithm, Octets octets, int length, AlgorithmRegistry registry)
            throws DerException {
        byte[] part = octets.take(length);
        PublicMaterial material = PublicMaterial.read(algorithm, new Octets(part), registry);
        return of(packet, version, algorithm, octets.position(), octets, material);
    }

    private static KeyPacket of(
            Packet packet, int version, int algorithm, int publicEnd, Octets octets, PublicMaterial material)
            throws DerException {
        boolean secret = packet.is(Packet.SECRET_KEY, Packet.SECRET_SUBKEY);
        boolean endKnown = version >= 5 || PacketStart.hasKnownPublicPart(algorithm);
        Protection protection =
                !secret ? Protection.PUBLIC : endKnown ? protection(version, octets) : Protection.UNKNOWN;
        // Of an algorithm whose public part has no known end, the secret part is left out of the digest all the same.
        int end = secret && !endKnown ? 8 : secret ? publicEnd : packet.body().length;
        String fingerprint = Digests.sha256(material.spki()
                .orElseGet(() -> Arrays.copyOf(packet.body(), Math.min(end, packet.body().length))));
        return new KeyPacket(
                version,
                algorithm,
                packet.is(Packet.PUBLIC_SUBKEY, Packet.SECRET_SUBKEY),
                protection,
                material,
                fingerprint);
    }

    private static Protection protection(int version, Octets octets) throws DerException {
        int usage = octets.uint8();
        if (usage == 0) {
            return Protection.OPEN;
        }
        if (usage < WITH_SPECIFIER) {
            return Protection.LOCKED;
        }
        if (version >= 5) {
            octets.skip(1); // count of the octets that follow
        }
        octets.skip(usage == WITH_SPECIFIER ? 2 : 1); // cipher, and mode where there is one
        if (version == 6) {
            octets.skip(1); // length of the specifier
        }
        if (octets.uint8() != GNU_SPECIFIER) {
            return Protection.LOCKED;
        }
        octets.skip(4); // hash, and "GNU"
        return octets.uint8() == 2 ? Protection.CARD : Protection.ABSENT;
    }
}
