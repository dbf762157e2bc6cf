package dev.shirube.endpoint.keyshare;

import java.util.Map;
import java.util.function.Supplier;

/** Makes key shares by the IANA name of their group. */
public final class KeyShares {
    /** RFC 10024: ML-KEM stands first beside X25519, and second beside the NIST curves. */
    private static final Map<String, Supplier<KeyShare>> MAKERS = Map.of(
            "x25519", XdhShare::new,
            "secp256r1", () -> new EcdhShare("secp256r1"),
            "secp384r1", () -> new EcdhShare("secp384r1"),
            "secp521r1", () -> new EcdhShare("secp521r1"),
            "MLKEM512", () -> MlKemShare.create("MLKEM512"),
            "MLKEM768", () -> MlKemShare.create("MLKEM768"),
            "MLKEM1024", () -> MlKemShare.create("MLKEM1024"),
            "X25519MLKEM768", () -> new HybridShare(MlKemShare.create("MLKEM768"), 1088, new XdhShare()),
            "SecP256r1MLKEM768", () -> new HybridShare(new EcdhShare("secp256r1"), 65, MlKemShare.create("MLKEM768")),
            "SecP384r1MLKEM1024",
                    () -> new HybridShare(new EcdhShare("secp384r1"), 97, MlKemShare.create("MLKEM1024")));

    private KeyShares() {}

    /** Whether this class can take part in an exchange in that group. */
    public static boolean known(String group) {
        return MAKERS.containsKey(group);
    }

    /**
     * A fresh share.
     *
     * @throws IllegalArgumentException for a group that is not {@link #known}; it can still be asked about without a share
     */
    public static KeyShare create(String group) {
        Supplier<KeyShare> maker = MAKERS.get(group);
        if (maker == null) {
            throw new IllegalArgumentException("No key share can be made for the group " + group);
        }
        return maker.get();
    }
}
