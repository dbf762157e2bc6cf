package dev.shirube.exchange.foreign;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import java.io.ByteArrayInputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Certificates that a document carries as PEM, as assets; nothing is verified. */
final class Certificates {

    /** Longer than any certificate of practice, also one with an SLH-DSA signature. */
    private static final int LONGEST_PEM = 256 << 10;

    private static final List<String> USAGES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    private Certificates() {}

    /** The certificate in a PEM text, whose line ends may have become blanks; nothing where there is none that can be read. */
    static Optional<CryptoAsset.Certificate> ofPem(String pem) {
        String begin = "-----BEGIN CERTIFICATE-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END CERTIFICATE-----", Math.max(from, 0));
        if (from < 0 || to < 0 || to - from > LONGEST_PEM) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to))));
        } catch (IllegalArgumentException | GeneralSecurityException | InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static CryptoAsset.Certificate read(byte[] der) throws GeneralSecurityException, InvalidNameException {
        X509Certificate read = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        return new CryptoAsset.Certificate(
                sha256(read.getEncoded()),
                name(read.getSubjectX500Principal().getName()),
                name(read.getIssuerX500Principal().getName()),
                read.getSerialNumber().toString(16),
                read.getNotBefore().toInstant(),
                read.getNotAfter().toInstant(),
                key(read.getPublicKey()),
                algorithm(read.getSigAlgOID()),
                sha256(read.getPublicKey().getEncoded()),
                usages(read.getKeyUsage()),
                read.getBasicConstraints() >= 0);
    }

    /** In the order of the encoding, as the rest of the inventory has it; RFC 2253 turns it around. */
    private static String name(String rfc2253) throws InvalidNameException {
        List<String> parts = new ArrayList<>();
        for (Rdn rdn : new LdapName(rfc2253).getRdns()) {
            parts.add(rdn.toString());
        }
        return String.join(",", Collections.unmodifiableList(parts));
    }

    private static Algorithm key(PublicKey key) throws GeneralSecurityException {
        if (key instanceof RSAPublicKey rsa) {
            return Algorithm.Known.of("rsa-key")
                    .withParameterSet(Integer.toString(rsa.getModulus().bitLength()));
        }
        if (key instanceof ECPublicKey ec) {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(ec.getParams());
            String curve = parameters.getParameterSpec(ECGenParameterSpec.class).getName();
            Algorithm.Known known = Algorithm.Known.of("ec-key");
            return REGISTRY.canonicalCurve(curve).map(known::withCurve).orElse(known);
        }
        return REGISTRY.byJcaName("KeyPairGenerator", key.getAlgorithm())
                .or(() -> REGISTRY.byOid(key.getAlgorithm()))
                .map(Algorithm.class::cast)
                .orElseGet(() -> algorithm(key.getAlgorithm()));
    }

    private static Algorithm algorithm(String oid) {
        return REGISTRY.byOid(oid).map(Algorithm.class::cast).orElseGet(() -> new Algorithm.Unresolved("oid/" + oid));
    }

    private static List<String> usages(boolean[] bits) {
        List<String> names = new ArrayList<>();
        for (int i = 0; bits != null && i < Math.min(bits.length, USAGES.size()); i++) {
            if (bits[i]) {
                names.add(USAGES.get(i));
            }
        }
        return names;
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
