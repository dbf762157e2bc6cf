package city.tsukumo.zeimu;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import javax.crypto.Cipher;

/** 課税台帳の保管用暗号化。 */
public class ArchiveCipher {

    private final boolean legacy;

    public ArchiveCipher(boolean legacy) {
        this.legacy = legacy;
    }

    public byte[] wrap(PublicKey key, byte[] contentKey) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(legacy ? "RSA/ECB/PKCS1Padding" : "RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(contentKey);
    }
}
