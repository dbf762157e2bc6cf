package city.tsukumo.kyuyo;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** 振込データへの署名（銀行接続）。 */
public class BankTransfer {

    public byte[] sign(byte[] encodedKey, byte[] transfer) throws GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encodedKey));
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(key);
        signer.update(transfer);
        return signer.sign();
    }
}
