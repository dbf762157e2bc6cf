import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.pqc.jcajce.provider.BouncyCastlePQCProvider;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.w3c.dom.Document;

/** Makes the part of the first corpus that needs Bouncy Castle or a few lines of arithmetic; make.sh starts it after the openssl part. */
final class Generate {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path root;
    private final char[] known;
    private final char[] unknown;

    private Generate(Path root, String known, String unknown) {
        this.root = root;
        this.known = known.toCharArray();
        this.unknown = unknown.toCharArray();
    }

    public static void main(String[] args) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        Security.addProvider(new BouncyCastlePQCProvider());
        Generate generate = new Generate(Path.of(args[0]), args[1], args[2]);
        generate.postQuantum();
        generate.keystores();
        generate.jose();
        generate.smallKeys();
        generate.xml();
        generate.pdf();
    }

    private void write(String name, byte[] bytes) throws Exception {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void write(String name, String text) throws Exception {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(String label, byte[] der) throws Exception {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, der));
        }
        return text.toString();
    }

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters, String provider) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, provider);
        if (parameters != null) {
            generator.initialize(parameters, RANDOM);
        }
        return generator.generateKeyPair();
    }

    private static KeyPair pair(String algorithm, String provider) throws Exception {
        return pair(algorithm, null, provider);
    }

    private void keyFiles(String name, KeyPair pair) throws Exception {
        write("post-quantum/" + name + "-private.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        write("post-quantum/" + name + "-public.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static X509Certificate certificate(String subject, KeyPair of, String issuer, PrivateKey by, String signature, String provider)
            throws Exception {
        Date from = new Date();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(new X500Name("CN=" + issuer), BigInteger.valueOf(RANDOM.nextInt(1 << 30)),
                from, new Date(from.getTime() + 300L * 24 * 3600 * 1000), new X500Name("CN=" + subject),
                SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder(signature).setProvider(provider).build(by)));
    }

    private void postQuantum() throws Exception {
        KeyPair mlDsa65 = null;
        for (String name : List.of("ML-KEM-512", "ML-KEM-768", "ML-KEM-1024", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87",
                "SLH-DSA-SHA2-128S", "SLH-DSA-SHAKE-256F")) {
            KeyPair pair = pair(name, "BC");
            keyFiles(name.toLowerCase(), pair);
            if (name.equals("ML-DSA-65")) {
                mlDsa65 = pair;
                write("post-quantum/ml-dsa-65-private.der", pair.getPrivate().getEncoded());
                write("post-quantum/ml-dsa-65-certificate.pem",
                        pem("CERTIFICATE", certificate("mldsa", pair, "mldsa", pair.getPrivate(), "ML-DSA-65", "BC").getEncoded()));
                X509Certificate certificate = certificate("cms", pair, "cms", pair.getPrivate(), "ML-DSA-65", "BC");
                write("signed/cms-ml-dsa-65.p7m", cms("ML-DSA-65", pair.getPrivate(), certificate, ascii("text"), true));
            }
            if (name.equals("SLH-DSA-SHA2-128S")) {
                write("post-quantum/slh-dsa-sha2-128s-certificate.der",
                        certificate("slh", pair, "slh", pair.getPrivate(), "SLH-DSA-SHA2-128S", "BC").getEncoded());
            }
            if (name.equals("ML-KEM-768")) {
                KeyPair authority = pair("ML-DSA-87", "BC");
                write("post-quantum/ml-kem-768-certificate.pem",
                        pem("CERTIFICATE", certificate("kem", pair, "ca", authority.getPrivate(), "ML-DSA-87", "BC").getEncoded()));
            }
        }
        for (String name : List.of("MLDSA44-RSA2048-PSS-SHA256", "MLDSA65-ECDSA-P256-SHA512", "MLDSA44-Ed25519-SHA512")) {
            try {
                KeyPair pair = pair(name, "BC");
                keyFiles("composite-" + name.toLowerCase(), pair);
                write("post-quantum/composite-" + name.toLowerCase() + "-certificate.pem",
                        pem("CERTIFICATE", certificate("composite", pair, "composite", pair.getPrivate(), name, "BC").getEncoded()));
            } catch (java.security.GeneralSecurityException left) {
                System.err.println("left out: composite " + name + ": " + left.getMessage());
            }
        }
        other("lms", "LMS", new org.bouncycastle.pqc.jcajce.spec.LMSKeyGenParameterSpec(
                org.bouncycastle.pqc.crypto.lms.LMSigParameters.lms_sha256_n32_h5, org.bouncycastle.pqc.crypto.lms.LMOtsParameters.sha256_n32_w8));
        other("xmss-sha2-10-256", "XMSS", org.bouncycastle.pqc.jcajce.spec.XMSSParameterSpec.SHA2_10_256);
        other("xmssmt-sha2-20-2-256", "XMSSMT", org.bouncycastle.pqc.jcajce.spec.XMSSMTParameterSpec.XMSSMT_SHA2_20d2_256);
        other("falcon-512", "Falcon", org.bouncycastle.pqc.jcajce.spec.FalconParameterSpec.falcon_512);
        other("hqc-128", "HQC", org.bouncycastle.pqc.jcajce.spec.HQCParameterSpec.hqc128);
        other("frodokem-976", "Frodo", org.bouncycastle.pqc.jcajce.spec.FrodoParameterSpec.frodokem976aes);
        other("sntrup761", "SNTRUPRIME", org.bouncycastle.pqc.jcajce.spec.SNTRUPrimeParameterSpec.sntrup761);
        KeyPair edwards = pair("Ed25519", "BC");
        X509Certificate signer = certificate("ed", edwards, "ed", edwards.getPrivate(), "Ed25519", "BC");
        write("signed/cms-ed25519.p7m", cms("Ed25519", edwards.getPrivate(), signer, ascii("text"), true));
        KeyPair gost = pair("ECGOST3410-2012", new ECGenParameterSpec("Tc26-Gost-3410-12-256-paramSetA"), "BC");
        write("keys/gost2012-256-pkcs8.pem", pem("PRIVATE KEY", gost.getPrivate().getEncoded()));
        write("keys/gost2012-256-spki.pem", pem("PUBLIC KEY", gost.getPublic().getEncoded()));
    }

    private static byte[] cms(String signature, PrivateKey key, X509Certificate certificate, byte[] content, boolean attached) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().setProvider("BC").build())
                .build(new JcaContentSignerBuilder(signature).setProvider("BC").build(key), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator.generate(new CMSProcessableByteArray(content), attached).getEncoded();
    }

    private void other(String file, String algorithm, AlgorithmParameterSpec parameters) throws Exception {
        try {
            keyFiles(file, pair(algorithm, parameters, "BCPQC"));
        } catch (java.security.GeneralSecurityException left) {
            System.err.println("left out: " + file + ": " + left.getMessage());
        }
    }

    private Certificate read(String name) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(root.resolve(name))));
    }

    private void keystores() throws Exception {
        KeyPair rsa = rsa(2048);
        X509Certificate certificate = certificate("store", rsa, "store", rsa.getPrivate(), "SHA256withRSA", "BC");
        KeyPair ec = pair("EC", new ECGenParameterSpec("P-384"), "BC");
        X509Certificate ecCertificate = certificate("store-ec", ec, "store-ec", ec.getPrivate(), "SHA384withECDSA", "BC");
        for (String type : List.of("BKS", "UBER", "BCFKS")) {
            store(type, "keystores/rsa2048." + type.toLowerCase(), "changeit".toCharArray(), rsa, certificate);
            store(type, "keystores/p384-password." + type.toLowerCase(), known, ec, ecCertificate);
            store(type, "keystores/rsa2048-locked." + type.toLowerCase(), unknown, rsa, certificate);
        }
        KeyStore truststore = KeyStore.getInstance("BKS", "BC");
        truststore.load(null, null);
        truststore.setCertificateEntry("one", read("certs/p256.pem"));
        truststore.setCertificateEntry("two", read("certs/rsa2048.pem"));
        save(truststore, "keystores/truststore.bks", "changeit".toCharArray());
    }

    private void store(String type, String file, char[] password, KeyPair pair, X509Certificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(type, "BC");
        store.load(null, null);
        store.setKeyEntry("entry", pair.getPrivate(), password, new Certificate[] {certificate});
        save(store, file, password);
    }

    private void save(KeyStore store, String file, char[] password) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        write(file, bytes.toByteArray());
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        if (bytes.length > length) {
            return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
        }
        byte[] padded = new byte[length];
        System.arraycopy(bytes, 0, padded, length - bytes.length, bytes.length);
        return padded;
    }

    private static String rsaJwk(RSAPublicKey key, String more) {
        return "{\"kty\":\"RSA\",\"n\":\"" + url(unsigned(key.getModulus(), key.getModulus().bitLength() / 8)) + "\",\"e\":\"AQAB\"" + more + "}";
    }

    private static String ecJwk(ECPublicKey key, String curve, int length, String more) {
        return "{\"kty\":\"EC\",\"crv\":\"" + curve + "\",\"x\":\"" + url(unsigned(key.getW().getAffineX(), length)) + "\",\"y\":\""
                + url(unsigned(key.getW().getAffineY(), length)) + "\"" + more + "}";
    }

    private static byte[] rawPublic(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private void jose() throws Exception {
        KeyPair rsa = rsa(2048);
        KeyPair ec = pair("EC", new ECGenParameterSpec("secp256r1"), "SunEC");
        KeyPair ec521 = pair("EC", new ECGenParameterSpec("secp521r1"), "SunEC");
        KeyPair ed = pair("Ed25519", "SunEC");
        KeyPair x = pair("X25519", "SunEC");
        String rsaKey = rsaJwk((RSAPublicKey) rsa.getPublic(), ",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"one\"");
        String ecKey = ecJwk((ECPublicKey) ec.getPublic(), "P-256", 32, ",\"kid\":\"two\"");
        write("keys/rsa2048.jwk", rsaKey + "\n");
        String d = url(((java.security.interfaces.RSAPrivateKey) rsa.getPrivate()).getPrivateExponent().toByteArray());
        write("keys/rsa2048-private.jwk.json", rsaJwk((RSAPublicKey) rsa.getPublic(), ",\"d\":\"" + d + "\"") + "\n");
        write("keys/p521.jwk", "{\n  \"kid\": \"three\",\n  \"kty\": \"EC\",\n" + ecJwk((ECPublicKey) ec521.getPublic(), "P-521", 66, "").substring(12)
                .replace("{", "").replace(",", ",\n  ").replaceFirst("^", "  ") + "\n");
        write("keys/ed25519.jwk", "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + url(rawPublic(ed)) + "\"}\n");
        write("keys/x25519.jwk", "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"" + url(rawPublic(x)) + "\"}\n");
        write("keys/jwks.json", "{\n  \"keys\": [\n    " + rsaKey + ",\n    " + ecKey + ",\n    {\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + url(rawPublic(ed))
                + "\"}\n  ]\n}\n");
        write("decoys/symmetric.jwk", "{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"" + url(RANDOM.generateSeed(32)) + "\"}\n");
        write("signed/token-rs256.jwt", token("RS256", "SHA256withRSA", rsa.getPrivate(), 0) + "\n");
        write("signed/token-es256.jws", token("ES256", "SHA256withECDSAinP1363Format", ec.getPrivate(), 0) + "\n");
        write("signed/token-eddsa.jwt", token("EdDSA", "Ed25519", ed.getPrivate(), 0) + "\n");
        String[] parts = token("RS256", "SHA256withRSA", rsa.getPrivate(), 0).split("\\.");
        write("signed/general.jws.json", "{\n  \"payload\": \"" + parts[1] + "\",\n  \"signatures\": [\n    {\n      \"protected\": \"" + parts[0]
                + "\",\n      \"signature\": \"" + parts[2] + "\"\n    }\n  ]\n}\n");
        write("decoys/token-hs256.jwt", url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + url("{\"sub\":\"corpus\"}".getBytes(StandardCharsets.UTF_8)) + "." + url(RANDOM.generateSeed(32)) + "\n");
    }

    private static String token(String name, String signature, PrivateKey key, int unused) throws Exception {
        String content = url(("{\"alg\":\"" + name + "\",\"typ\":\"JWT\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + url("{\"sub\":\"corpus\",\"iat\":1760000000}".getBytes(StandardCharsets.UTF_8));
        Signature signer = Signature.getInstance(signature);
        signer.initSign(key);
        signer.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + url(signer.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sshString(byte[] bytes) {
        return join(new byte[] {(byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length}, bytes);
    }

    private void smallKeys() throws Exception {
        KeyPair ed = pair("Ed25519", "SunEC");
        KeyPair x = pair("X25519", "SunEC");
        byte[] id = RANDOM.generateSeed(8);
        write("keys/minisign.pub", "untrusted comment: minisign public key 2A6B1C0D9E8F7A6B\n" + base64(join(ascii("Ed"), id, rawPublic(ed))) + "\n");
        write("keys/signify.pub", "untrusted comment: corpus public key\n" + base64(join(ascii("Ed"), id, rawPublic(ed))) + "\n");
        byte[] seed = RANDOM.generateSeed(32);
        write("keys/signify.sec", "untrusted comment: corpus secret key\n"
                + base64(join(ascii("EdBK"), new byte[4], RANDOM.generateSeed(16), RANDOM.generateSeed(8), id, seed, rawPublic(ed))) + "\n");
        write("keys/age-identity.txt", "# created: 2026-01-01T00:00:00Z\n# public key: " + bech32("age", rawPublic(x)) + "\n"
                + bech32("age-secret-key-", RANDOM.generateSeed(32)).toUpperCase() + "\n");
        write("keys/age-recipients.txt", "# those who may read the backups\n" + bech32("age", rawPublic(x)) + "\n");
        write("keys/wg0.conf", "[Interface]\nPrivateKey = " + base64(RANDOM.generateSeed(32)) + "\nAddress = 192.0.2.1/24\n\n[Peer]\nPublicKey = "
                + base64(rawPublic(x)) + "\nAllowedIPs = 192.0.2.2/32\n");
        KeyPair rsa = rsa(2048);
        byte[] modulus = unsigned(((RSAPublicKey) rsa.getPublic()).getModulus(), 256);
        write("keys/Kcorpus.test.+008+12345.key", "; This is a key-signing key, keyid 12345, for corpus.test.\n; Created: 20260101000000\ncorpus.test. IN DNSKEY 257 3 8 "
                + base64(join(new byte[] {3, 1, 0, 1}, modulus)) + "\n");
        KeyPair ec = pair("EC", new ECGenParameterSpec("secp256r1"), "SunEC");
        ECPublicKey point = (ECPublicKey) ec.getPublic();
        write("keys/Kcorpus.test.+013+23456.key", "corpus.test. 3600 IN DNSKEY 256 3 13 "
                + base64(join(unsigned(point.getW().getAffineX(), 32), unsigned(point.getW().getAffineY(), 32))) + "\n");
        write("keys/Kcorpus.test.+015+34567.key", "corpus.test. IN DNSKEY 257 3 15 " + base64(rawPublic(ed)) + "\n");
        byte[] sk = join(sshString(ascii("sk-ssh-ed25519@openssh.com")), sshString(rawPublic(ed)), sshString(ascii("ssh:")));
        write("keys/ssh_ed25519_sk.pub", "sk-ssh-ed25519@openssh.com " + base64(sk) + " token@corpus\n");
        String[] line = Files.readString(root.resolve("keys/ssh_rsa_3072.pub")).split(" ");
        putty("keys/putty-rsa3072.ppk", "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n", line[1], "");
        String[] edLine = Files.readString(root.resolve("keys/ssh_ed25519.pub")).split(" ");
        putty("keys/putty-ed25519-locked.ppk", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: aes256-cbc\n", edLine[1],
                "Key-Derivation: Argon2id\nArgon2-Memory: 8192\nArgon2-Passes: 21\nArgon2-Parallelism: 1\nArgon2-Salt: 00112233445566778899aabbccddeeff\n");
        ASN1EncodableVector tpm = new ASN1EncodableVector();
        tpm.add(new ASN1ObjectIdentifier("2.23.133.10.1.3"));
        tpm.add(new ASN1Integer(0x40000001L));
        // TPMT_PUBLIC of an RSA-2048 signing key: type 0001, name hash 000b, attributes, no policy, no symmetric, null scheme, 2048, default exponent, modulus
        byte[] area = join(new byte[] {0, 1, 0, 0x0b, 0, 6, 4, 0x72, 0, 0, 0, 0x10, 0, 0x10, 8, 0, 0, 0, 0, 0, 1, 0}, modulus);
        tpm.add(new DEROctetString(join(new byte[] {(byte) (area.length >> 8), (byte) area.length}, area)));
        tpm.add(new DEROctetString(join(new byte[] {0, 96}, RANDOM.generateSeed(96))));
        write("keys/tpm2-rsa2048.pem", pem("TSS2 PRIVATE KEY", new DERSequence(tpm).getEncoded()));
    }

    private void putty(String file, String head, String blob, String derivation) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < blob.length(); at += 64) {
            lines.add(blob.substring(at, Math.min(at + 64, blob.length())));
        }
        String secret = base64(RANDOM.generateSeed(96));
        write(file, head + "Comment: corpus\nPublic-Lines: " + lines.size() + "\n" + String.join("\n", lines) + "\n" + derivation + "Private-Lines: 2\n"
                + secret.substring(0, 64) + "\n" + secret.substring(64) + "\nPrivate-MAC: " + "0123456789abcdef".repeat(4) + "\n");
    }

    /** Bech32 of BIP 173, which age's keys are written in. */
    private static String bech32(String prefix, byte[] data) {
        String alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        List<Integer> values = new ArrayList<>();
        int bits = 0;
        int held = 0;
        for (byte b : data) {
            held = held << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                values.add(held >> bits & 31);
            }
        }
        if (bits > 0) {
            values.add(held << 5 - bits & 31);
        }
        List<Integer> checked = new ArrayList<>();
        prefix.chars().forEach(c -> checked.add(c >> 5));
        checked.add(0);
        prefix.chars().forEach(c -> checked.add(c & 31));
        checked.addAll(values);
        checked.addAll(List.of(0, 0, 0, 0, 0, 0));
        int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        int sum = 1;
        for (int value : checked) {
            int top = sum >> 25;
            sum = (sum & 0x1ffffff) << 5 ^ value;
            for (int i = 0; i < 5; i++) {
                sum ^= (top >> i & 1) == 0 ? 0 : generator[i];
            }
        }
        sum ^= 1;
        StringBuilder text = new StringBuilder(prefix + "1");
        values.forEach(value -> text.append(alphabet.charAt(value)));
        for (int i = 0; i < 6; i++) {
            text.append(alphabet.charAt(sum >> 5 * (5 - i) & 31));
        }
        return text.toString();
    }

    private static PrivateKey privateKey(Path pem, String algorithm) throws Exception {
        String body = Files.readString(pem).replaceAll("-----[^-]*-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private void xml() throws Exception {
        KeyPair rsa = rsa(2048);
        X509Certificate certificate = certificate("xml", rsa, "xml", rsa.getPrivate(), "SHA256withRSA", "BC");
        write("signed/invoice-rsa-sha256.xml", signed("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", rsa.getPrivate(), certificate, null));
        KeyPair ec = pair("EC", new ECGenParameterSpec("secp256r1"), "SunEC");
        write("signed/invoice-ecdsa-keyvalue.xml", signed("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", ec.getPrivate(), null, ec));
        KeyPair old = rsa(3072);
        write("signed/invoice-rsa-sha1-keyvalue.xml", signed("http://www.w3.org/2000/09/xmldsig#rsa-sha1", old.getPrivate(), null, old));
        String body = base64(certificate.getEncoded());
        write("signed/idp-metadata.xml", "<?xml version=\"1.0\"?>\n<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" "
                + "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"https://idp.corpus.test\">\n"
                + " <md:IDPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">\n  <md:KeyDescriptor use=\"signing\">\n"
                + "   <ds:KeyInfo><ds:X509Data><ds:X509Certificate>" + body + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\n  </md:KeyDescriptor>\n"
                + "  <md:KeyDescriptor use=\"encryption\">\n   <ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n" + body.replaceAll("(.{64})", "$1\n")
                + "\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\n"
                + "   <md:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p\"/>\n  </md:KeyDescriptor>\n"
                + "  <md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\"https://idp.corpus.test/sso\"/>\n"
                + " </md:IDPSSODescriptor>\n</md:EntityDescriptor>\n");
    }

    private static String signed(String algorithm, PrivateKey key, X509Certificate certificate, KeyPair value) throws Exception {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Document document = builders.newDocumentBuilder()
                .parse(new ByteArrayInputStream(ascii("<invoice xmlns=\"urn:corpus\">\n  <total>1200</total>\n</invoice>")));
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        Reference reference = factory.newReference("", factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)), null, null);
        SignedInfo info = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(algorithm, null), List.of(reference));
        KeyInfoFactory keys = factory.getKeyInfoFactory();
        KeyInfo keyInfo = keys.newKeyInfo(List.of(value == null ? keys.newX509Data(List.of(certificate)) : keys.newKeyValue(value.getPublic())));
        DOMSignContext context = new DOMSignContext(key, document.getDocumentElement());
        context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE);
        factory.newXMLSignature(info, keyInfo).sign(context);
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(text));
        return text + "\n";
    }

    private void pdf() throws Exception {
        KeyPair rsa = rsa(2048);
        X509Certificate certificate = certificate("pdf", rsa, "pdf", rsa.getPrivate(), "SHA256withRSA", "BC");
        int room = 8192;
        String head = "%%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/SigFlags 3>>>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots[4 0 R]>>\nendobj\n"
                + "4 0 obj\n<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/Rect[0 0 0 0]/V 5 0 R>>\nendobj\n"
                + "5 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 %08d %08d %08d]/Contents<";
        int open = String.format(head, 0, 0, 0).length() - 1;
        int close = open + room * 2 + 2;
        String middle = ">>>\nendobj\n";
        StringBuilder tail = new StringBuilder(middle.substring(1));
        int table = close + tail.length();
        tail.append("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 6/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
        byte[] before = ascii(String.format(head, open, close, tail.length()));
        byte[] after = ascii(tail.toString());
        byte[] cms = cms("SHA256withRSA", rsa.getPrivate(), certificate, join(Arrays.copyOf(before, open), after), false);
        StringBuilder hex = new StringBuilder(room * 2);
        for (byte b : cms) {
            hex.append(String.format("%02x", b));
        }
        hex.append("0".repeat(room * 2 - hex.length()));
        write("signed/contract.pdf", join(before, ascii(hex.toString()), ascii(">"), after));
    }
}
