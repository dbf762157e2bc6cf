package dev.shirube.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Finding;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys and passwords that are written out where a call takes a key enter no finding, in whatever language. */
class SecretsTest {

    private static final String SECRET = "MIIEvQIBADANBgkqSECRET";
    private static final SourceDetector DETECTOR = SourceDetector.standard();

    static Stream<Arguments> sources() {
        return Stream.of(
                Arguments.of("a.py", """
                        import jwt
                        from Crypto.PublicKey import RSA
                        from cryptography.hazmat.primitives.serialization import load_pem_private_key
                        KEY = "S"
                        jwt.encode({"a": 1}, KEY, algorithm="RS256")
                        jwt.encode({"a": 1}, "S", algorithm="HS256")
                        RSA.import_key("S")
                        load_pem_private_key(b"S", password=b"S")
                        """),
                Arguments.of("a.js", """
                        const crypto = require('crypto');
                        const jwt = require('jsonwebtoken');
                        crypto.createPrivateKey('S');
                        crypto.createHmac('sha256', 'S');
                        crypto.createSign('RSA-SHA256').update('x').sign({ key: 'S', passphrase: 'S' });
                        crypto.privateDecrypt({ key: 'S' }, buffer);
                        crypto.privateDecrypt('S', buffer);
                        jwt.sign({}, 'S', { algorithm: 'RS256' });
                        jwt.sign({}, 'S');
                        """),
                Arguments.of("a.php", """
                        <?php
                        openssl_pkey_get_private('S');
                        openssl_sign($data, $signature, 'S', OPENSSL_ALGO_SHA256);
                        openssl_private_decrypt($in, $out, 'S');
                        hash_hmac('sha256', $data, 'S');
                        Firebase\\JWT\\JWT::encode($payload, 'S', 'HS256');
                        """),
                Arguments.of("a.rb", """
                        require 'openssl'
                        OpenSSL::PKey::RSA.new('S')
                        OpenSSL::PKey.read('S')
                        JWT.encode(payload, 'S', 'HS256')
                        OpenSSL::HMAC.digest('SHA256', 'S', data)
                        """),
                Arguments.of("a.go", """
                        package a
                        import ("crypto/x509"; "crypto/tls"; "github.com/golang-jwt/jwt/v5")
                        func f() {
                            x509.ParsePKCS1PrivateKey([]byte("S"))
                            tls.X509KeyPair([]byte("S"), []byte("S"))
                            jwt.ParseRSAPrivateKeyFromPEM([]byte("S"))
                            jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte("S"))
                        }
                        """),
                Arguments.of("a.rs", """
                        use jsonwebtoken::{encode, EncodingKey, Header, Algorithm};
                        fn f() {
                            encode(&Header::new(Algorithm::HS256), &c, &EncodingKey::from_secret(b"S"));
                            EncodingKey::from_rsa_pem(b"S");
                            openssl::pkey::PKey::private_key_from_pem(b"S");
                        }
                        """),
                Arguments.of("a.cs", """
                        using System.Security.Cryptography;
                        class A {
                            void F(RSA rsa) {
                                rsa.ImportFromPem("S");
                                new HMACSHA256(Encoding.UTF8.GetBytes("S"));
                                RSA.Create("S");
                            }
                        }
                        """),
                Arguments.of("a.c", """
                        #include <openssl/evp.h>
                        #include <openssl/pem.h>
                        static const char key[] = "S";
                        void f(void) {
                            HMAC(EVP_sha256(), "S", 3, d, n, out, &len);
                            d2i_PrivateKey(EVP_PKEY_RSA, 0, "S", 3);
                            EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, 0, key, 32);
                        }
                        """));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void noKeyIsToldOf(String name, String source) {
        InMemoryInput input =
                InMemoryInput.of(name, source.replace("S\"", SECRET + "\"").replace("S'", SECRET + "'"));
        List<Finding> findings = DETECTOR.detect(input, InMemoryUnit.of(input)).findings();
        assertThat(findings).hasSizeGreaterThanOrEqualTo(2);
        assertThat(findings).allSatisfy(it -> assertThat(it.toString()).doesNotContain(SECRET));
    }
}
