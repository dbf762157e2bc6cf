package city.tsukumo.juki;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Properties;

/** 設定ファイルで決まるアルゴリズム：実行時まで分からない。 */
public class AlgorithmSettings {

    private final Properties settings;

    public AlgorithmSettings(Properties settings) {
        this.settings = settings;
    }

    public Signature signature() throws GeneralSecurityException {
        return Signature.getInstance(settings.getProperty("juki.signature.algorithm"));
    }

    public byte[] fingerprint(byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }
}
