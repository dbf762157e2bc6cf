package dev.shirube.material.openpgp;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.material.DerException;
import dev.shirube.material.Octets;
import java.util.HexFormat;

/**
 * A session key encrypted to a public key (RFC 9580 section 5.1).
 *
 * @param recipient key id or fingerprint of the key, as it stands there
 */
record SessionKeyPacket(int version, int algorithm, String recipient) {

    static SessionKeyPacket read(Packet packet) throws DerException {
        Octets octets = new Octets(packet.body());
        int version = octets.uint8();
        byte[] recipient = switch (version) {
            case 2, 3 -> octets.take(8);
            case 6 -> octets.take(octets.uint8());
            default -> throw new DerException("an encrypted session key of version " + version);
        };
        return new SessionKeyPacket(
                version, octets.uint8(), HexFormat.of().withUpperCase().formatHex(recipient));
    }

    /** The encryption scheme. */
    Algorithm algorithm(AlgorithmRegistry registry) {
        return algorithm == 1 || algorithm == 2
                ? Algorithm.Known.of("rsaes-pkcs1v15")
                : PublicMaterial.algorithm(algorithm, registry);
    }
}
