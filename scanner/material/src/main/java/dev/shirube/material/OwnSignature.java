package dev.shirube.material;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcEdDSAContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcRSAContentVerifierProviderBuilder;

/**
 * Whether a certificate in its own name was signed with its own key, which is what makes it a root (RFC 5280 section 3.2).
 * Tried only with keys of practice: nobody gets to choose how long one verification takes.
 */
final class OwnSignature {

    private static final int MOST_MODULUS_BITS = 8192;
    private static final int MOST_EXPONENT_BITS = 33;

    /** A root comes with every chain and stands in every keystore; one verification costs more than all the rest of its reading. */
    private static final int MOST_REMEMBERED = 4096;

    private static final Map<String, Optional<Boolean>> REMEMBERED =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<Boolean>> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            });

    private OwnSignature() {}

    /**
     * The answer; nothing for a certificate in another's name, or with an algorithm that is not tried.
     *
     * @param fingerprint the SHA-256 of the certificate's bytes; the answer depends on nothing else
     */
    static Optional<Boolean> verify(Certificate certificate, String fingerprint) {
        Optional<Boolean> known = REMEMBERED.get(fingerprint);
        if (known == null) {
            known = verify(certificate);
            REMEMBERED.put(fingerprint, known);
        }
        return known;
    }

    private static Optional<Boolean> verify(Certificate certificate) {
        try {
            return Der.reading(() -> DistinguishedNames.same(certificate.getSubject(), certificate.getIssuer())
                    ? verify(certificate, certificate.getSubjectPublicKeyInfo())
                    : Optional.empty());
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> verify(Certificate certificate, SubjectPublicKeyInfo key) throws IOException {
        Optional<BcContentVerifierProviderBuilder> builder = builder(certificate, key);
        if (builder.isEmpty()) {
            return Optional.empty();
        }
        AsymmetricKeyParameter parameter = PublicKeyFactory.createKey(key);
        try {
            return Optional.of(new X509CertificateHolder(certificate)
                    .isSignatureValid(builder.get().build(parameter)));
        } catch (OperatorCreationException | CertException e) {
            return Optional.empty();
        }
    }

    private static Optional<BcContentVerifierProviderBuilder> builder(Certificate certificate, SubjectPublicKeyInfo key)
            throws IOException {
        ASN1ObjectIdentifier type = key.getAlgorithm().getAlgorithm();
        ASN1ObjectIdentifier signature = certificate.getSignatureAlgorithm().getAlgorithm();
        DefaultDigestAlgorithmIdentifierFinder digests = new DefaultDigestAlgorithmIdentifierFinder();
        if (type.equals(PKCSObjectIdentifiers.rsaEncryption)
                && !signature.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
            boolean usual = rsa.getModulus().bitLength() <= MOST_MODULUS_BITS
                    && rsa.getPublicExponent().bitLength() <= MOST_EXPONENT_BITS;
            return usual ? Optional.of(new BcRSAContentVerifierProviderBuilder(digests)) : Optional.empty();
        }
        if (type.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            boolean named = key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                    && ECNamedCurveTable.getByOID(curve) != null;
            return named ? Optional.of(new BcECContentVerifierProviderBuilder(digests)) : Optional.empty();
        }
        return type.equals(EdECObjectIdentifiers.id_Ed25519) || type.equals(EdECObjectIdentifiers.id_Ed448)
                ? Optional.of(new BcEdDSAContentVerifierProviderBuilder())
                : Optional.empty();
    }
}
