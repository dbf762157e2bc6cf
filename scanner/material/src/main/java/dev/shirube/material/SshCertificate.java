package dev.shirube.material;

/**
 * What an SSH certificate adds to its key (OpenSSH PROTOCOL.certkeys).
 *
 * @param host whether it certifies a host and not a user
 * @param authority blob of the certification authority's key
 * @param signatureAlgorithm name of the algorithm with which the authority signed
 */
public record SshCertificate(boolean host, byte[] authority, String signatureAlgorithm) {

    private static final int HOST = 2;

    /** Reads what stands behind the key in a certificate. */
    static SshCertificate read(SshWire wire) throws DerException {
        wire.skip(8); // serial number
        int type = wire.uint32();
        wire.string(); // key id
        wire.string(); // principals
        wire.skip(16); // validity
        wire.string(); // critical options
        wire.string(); // extensions
        wire.string(); // reserved
        byte[] authority = wire.string();
        return new SshCertificate(type == HOST, authority, new SshWire(wire.string()).name());
    }
}
