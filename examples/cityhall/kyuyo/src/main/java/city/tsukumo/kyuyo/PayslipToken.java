package city.tsukumo.kyuyo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.security.interfaces.ECPrivateKey;

/** 給与明細の閲覧トークン。 */
public class PayslipToken {

    public String issue(ECPrivateKey key, String employee) throws JOSEException {
        JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(employee));
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
