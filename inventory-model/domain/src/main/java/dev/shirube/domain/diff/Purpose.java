package dev.shirube.domain.diff;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Text;
import java.util.Optional;

/** What public-key cryptography is there for, as progress is counted. */
public enum Purpose {
    /** Keys are agreed, transported or wrapped, or data is encrypted: harvest now, decrypt later. */
    KEY_ESTABLISHMENT("key-establishment", new Text("鍵確立", "key establishment")),
    /** Something is signed or verified, certificates included. */
    SIGNATURE("signature", new Text("署名", "signature")),
    /** The evidence does not tell, for example a key pair whose use was not seen. */
    UNTOLD("untold", new Text("用途不明", "use not told"));

    private final String id;
    private final Text label;

    Purpose(String id, Text label) {
        this.id = id;
        this.label = label;
    }

    /** The id that files carry. */
    public String id() {
        return id;
    }

    /** What people read. */
    public Text label() {
        return label;
    }

    /** What the asset is there for where it has that function. */
    static Purpose of(CryptoAsset asset, CryptoFunction function, AlgorithmRegistry registry) {
        return switch (function) {
            case SIGN, VERIFY, CERTIFICATE -> SIGNATURE;
            case KEY_AGREEMENT, KEM, ENCRYPT, DECRYPT, KEY_WRAP -> KEY_ESTABLISHMENT;
            default ->
                asset instanceof CryptoAsset.Protocol protocol
                                && !protocol.protocol().equals("ssh")
                        ? KEY_ESTABLISHMENT
                        : byPrimitive(asset.algorithm(), registry);
        };
    }

    /** CycloneDX's words for primitives. */
    private static Purpose byPrimitive(Optional<Algorithm> algorithm, AlgorithmRegistry registry) {
        String primitive = algorithm
                .flatMap(it -> it instanceof Algorithm.Known known ? registry.entry(known.entry()) : Optional.empty())
                .map(AlgorithmRegistry.Entry::primitive)
                .orElse("");
        return switch (primitive) {
            case "signature" -> SIGNATURE;
            case "key-agree", "kem", "pke" -> KEY_ESTABLISHMENT;
            default -> UNTOLD;
        };
    }
}
