package dev.shirube.planner.policy;

import dev.shirube.domain.Text;

/** What public-key or other cryptography is used for, in the words in which policies set their dates. */
public enum PolicyFunction {
    KEY_ESTABLISHMENT("key_establishment", new Text("鍵共有", "key establishment")),
    SIGNATURE("signature", new Text("署名", "signature")),
    SOFTWARE_SIGNING("sw_fw_signing", new Text("ソフトウェア署名", "software signing")),
    ENCRYPTION("pk_encryption", new Text("守秘（公開鍵暗号）", "public-key encryption")),
    AUTHENTICATION("entity_auth", new Text("エンティティ認証", "entity authentication")),
    CERTIFICATE("certificate", new Text("電子証明書", "certificate")),
    SYMMETRIC("symmetric", new Text("共通鍵暗号", "symmetric cipher")),
    HASH("hash", new Text("ハッシュ関数", "hash function")),
    /** The evidence does not tell, for example a key pair whose use was not seen. */
    UNKNOWN("unknown", new Text("用途不明", "use unknown"));

    private final String id;
    private final Text label;

    PolicyFunction(String id, Text label) {
        this.id = id;
        this.label = label;
    }

    /** The id that packs and exports carry. */
    public String id() {
        return id;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }

    /** Whether recorded traffic or stored ciphertext falls later: harvest now, decrypt later. */
    public boolean confidentiality() {
        return this == KEY_ESTABLISHMENT || this == ENCRYPTION || this == UNKNOWN;
    }

    /** Whether forgery becomes possible once a quantum computer exists. */
    public boolean authenticity() {
        return this == SIGNATURE
                || this == SOFTWARE_SIGNING
                || this == AUTHENTICATION
                || this == CERTIFICATE
                || this == UNKNOWN;
    }
}
