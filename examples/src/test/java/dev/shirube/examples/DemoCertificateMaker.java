package dev.shirube.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Makes the demo servers' certificates and keys anew: {@code main(folder)}. Its output is committed, because a demo that
 * made its keys at start-up would give another inventory each time. The authorities' keys are thrown away.
 */
final class DemoCertificateMaker {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Date FROM = Date.from(Instant.parse("2025-04-01T00:00:00Z"));
    private static final Date UNTIL = Date.from(Instant.parse("2035-03-31T00:00:00Z"));

    private DemoCertificateMaker() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        make(folder, "rsa-2048", "RSA", 2048, "SHA256withRSA");
        make(folder, "ec-p256", "EC", 256, "SHA256withECDSA");
        make(folder, "mldsa-65", "ML-DSA-65", 0, "ML-DSA-65");
    }

    private static void make(Path folder, String name, String type, int size, String signature)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair authority = keyPair(type, size);
        KeyPair server = keyPair(type, size);
        X500Name authorityName = new X500Name("CN=Aoba City Demo CA " + name + ",O=Aoba City (invented),C=JP");
        X500Name serverName = new X500Name("CN=" + name + ".demo.test,O=Aoba City (invented),C=JP");
        X509CertificateHolder root = new JcaX509v3CertificateBuilder(
                        authorityName, BigInteger.valueOf(1), FROM, UNTIL, authorityName, authority.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .build(new JcaContentSignerBuilder(signature)
                        .setProvider(PROVIDER)
                        .build(authority.getPrivate()));
        X509CertificateHolder leaf = new JcaX509v3CertificateBuilder(
                        authorityName, BigInteger.valueOf(2), FROM, UNTIL, serverName, server.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, name + ".demo.test")))
                .build(new JcaContentSignerBuilder(signature)
                        .setProvider(PROVIDER)
                        .build(authority.getPrivate()));
        write(
                folder.resolve(name + ".key.pem"),
                "PRIVATE KEY",
                server.getPrivate().getEncoded());
        write(folder.resolve(name + ".chain.pem"), "CERTIFICATE", leaf.getEncoded(), root.getEncoded());
    }

    private static KeyPair keyPair(String type, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type, PROVIDER);
        if (size > 0) {
            generator.initialize(size);
        }
        return generator.generateKeyPair();
    }

    private static void write(Path file, String type, byte[]... objects) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            for (byte[] object : objects) {
                writer.writeObject(new PemObject(type, object));
            }
        }
        Files.writeString(file, text.toString().replace("\r\n", "\n"), StandardCharsets.US_ASCII);
    }
}
