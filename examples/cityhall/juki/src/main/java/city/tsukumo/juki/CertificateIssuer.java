package city.tsukumo.juki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

/** 住民票の写しの電子署名。 */
public class CertificateIssuer {

    private static final String SIGNATURE_ALGORITHM = "SHA256withRSA";

    private final PrivateKey key;

    public CertificateIssuer(PrivateKey key) {
        this.key = key;
    }

    public byte[] sign(byte[] document) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(SIGNATURE_ALGORITHM);
        signer.initSign(key);
        signer.update(document);
        return signer.sign();
    }

    public static KeyPair newIssuerKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
