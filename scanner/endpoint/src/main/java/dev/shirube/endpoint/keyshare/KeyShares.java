package dev.shirube.endpoint.keyshare;

import java.util.Optional;

/** Makes key shares by the IANA name of their group. */
public final class KeyShares {
    private KeyShares() {}

    /**
     * A fresh share.
     *
     * @return nothing for a group that this class cannot take part in; it can still be asked about with an empty share
     */
    public static Optional<KeyShare> create(String group) {
        return Optional.ofNullable(
                switch (group) {
                    case "x25519" -> new XdhShare();
                    case "secp256r1", "secp384r1", "secp521r1" -> new EcdhShare(group);
                    case "MLKEM512", "MLKEM768", "MLKEM1024" -> MlKemShare.create(group);
                    // RFC 10024: ML-KEM stands first beside X25519, and second beside the NIST curves.
                    case "X25519MLKEM768" -> new HybridShare(MlKemShare.create("MLKEM768"), 1088, new XdhShare());
                    case "SecP256r1MLKEM768" -> new HybridShare(
                            new EcdhShare("secp256r1"), 65, MlKemShare.create("MLKEM768"));
                    case "SecP384r1MLKEM1024" -> new HybridShare(
                            new EcdhShare("secp384r1"), 97, MlKemShare.create("MLKEM1024"));
                    default -> null;
                });
    }
}
