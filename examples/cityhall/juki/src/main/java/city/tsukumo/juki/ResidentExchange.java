package city.tsukumo.juki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** 他市町村との転出入情報の暗号化。保護期間は 80 年。 */
public class ResidentExchange {

    public byte[] encrypt(PublicKey receiver, byte[] nonce, byte[] record) throws GeneralSecurityException {
        KeyPairGenerator ephemeral = KeyPairGenerator.getInstance("EC");
        ephemeral.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = ephemeral.generateKeyPair();

        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(receiver, true);
        byte[] secret = agreement.generateSecret();

        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, 0, 32, "AES"), new GCMParameterSpec(128, nonce));
        return cipher.doFinal(record);
    }
}
