package city.tsukumo.juki;

import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** テスト用の短い鍵：試験コードは印を付けて区別される。 */
class CertificateIssuerTest {

    static KeyPair testKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
    }
}
