package city.tsukumo.juki;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Properties;

/** 設定で決まるアルゴリズム：設定ファイルにあるものと、実行時まで分からないもの。 */
public class AlgorithmSettings {

    private final Properties settings;

    public AlgorithmSettings(Properties settings) {
        this.settings = settings;
    }

    public Signature signature() throws GeneralSecurityException {
        return Signature.getInstance(settings.getProperty("juki.signature.algorithm"));
    }

    public Signature receiptSignature() throws GeneralSecurityException {
        return Signature.getInstance(settings.getProperty("juki.receipt.algorithm"));
    }

    public byte[] fingerprint(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }
}
