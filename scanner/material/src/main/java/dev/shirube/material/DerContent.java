package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Turns recognised ASN.1 structures at one place into findings. */
final class DerContent {

    private final Claims claims;
    private final KeyAlgorithms algorithms;
    private final String location;
    private final Place place;
    private final FileBudget budget;

    DerContent(Claims claims, String location, FileBudget budget) {
        this.claims = claims;
        this.algorithms = new KeyAlgorithms(claims.registry());
        this.location = location;
        this.place = Place.of(location);
        this.budget = budget;
    }

    /** Decodes one object of that kind. */
    void add(DerKind kind, ASN1Primitive object, DetectionBuilder found) throws DerException, IOException {
        switch (kind) {
            case CERTIFICATE -> certificate(object, found);
            case REQUEST -> request(object, found);
            case PUBLIC_KEY -> publicKey(kind, Der.reading(() -> SubjectPublicKeyInfo.getInstance(object)), found);
            case RSA_PUBLIC_KEY -> publicKey(kind, rsaPublicKey(object), found);
            case PRIVATE_KEY -> privateKey(kind, Der.reading(() -> PrivateKeyInfo.getInstance(object)), found);
            case RSA_PRIVATE_KEY, EC_PRIVATE_KEY, DSA_PRIVATE_KEY -> privateKey(kind, wrap(kind, object), found);
            case ENCRYPTED_PRIVATE_KEY ->
                encrypted(Der.reading(() -> EncryptedPrivateKeyInfo.getInstance(object)), found);
            case DH_PARAMETERS -> parameters(object, found);
            case TPM_KEY -> tpmKey(object, found);
            case SIGNED_DATA -> new SignedContent(claims, algorithms, location).add(object, found);
            case ENVELOPED_DATA -> enveloped(kind, found).enveloped(object);
            case AUTH_ENVELOPED_DATA -> enveloped(kind, found).authenticated(object);
            case ENCRYPTED_DATA -> enveloped(kind, found).encrypted(object);
            case REVOCATION_LIST -> statements(kind, found).revocationList(object);
            case ATTRIBUTE_CERTIFICATE -> statements(kind, found).attributeCertificate(object);
            case OCSP_REQUEST -> statements(kind, found).ocspRequest(object);
            case OCSP_RESPONSE -> statements(kind, found).ocspResponse(object);
            case TIME_STAMP_RESPONSE -> statements(kind, found).timeStamp(object);
            case PKCS12 -> {
                // Not ours: the keystore detector reads it.
            }
        }
    }

    private void certificate(ASN1Primitive object, DetectionBuilder found) throws DerException, IOException {
        Certificate certificate = Der.reading(() -> Certificate.getInstance(object));
        Described key = algorithms.of(certificate.getSubjectPublicKeyInfo());
        Described signature = algorithms.signature(certificate.getSignatureAlgorithm());
        CryptoAsset.Certificate asset;
        try {
            asset = CertificateReader.read(certificate, key.algorithm(), signature.algorithm());
        } catch (DerException e) {
            // A date or name that cannot be read: the key inside is there all the same.
            publicKey(DerKind.CERTIFICATE, certificate.getSubjectPublicKeyInfo(), found);
            throw e;
        }
        Described both = new Described(
                key.algorithm(),
                key.size(),
                Stream.of(
                                key.values(),
                                signature.values(),
                                CertificateReader.identifiers(certificate, asset.sha256())
                                        .values())
                        .flatMap(List::stream)
                        .toList(),
                key.reason());
        found.add(claims.material(
                place, asset, CryptoFunction.CERTIFICATE, DerKind.CERTIFICATE.symbol(), "x509-certificate", both));
    }

    private EnvelopedContent enveloped(DerKind kind, DetectionBuilder found) {
        return new EnvelopedContent(claims, algorithms, location, kind, found);
    }

    private SignedStatements statements(DerKind kind, DetectionBuilder found) {
        return new SignedStatements(claims, algorithms, location, kind, found);
    }

    /** The requested key, and the signature by which its holder proves to have it; attributes may hold a password. */
    private void request(ASN1Primitive object, DetectionBuilder found) throws DerException, IOException {
        CertificationRequest request = Der.reading(() -> CertificationRequest.getInstance(object));
        publicKey(DerKind.REQUEST, request.getCertificationRequestInfo().getSubjectPublicKeyInfo(), found);
        new AlgorithmUses(claims, place, DerKind.REQUEST.symbol(), found)
                .add(algorithms.signature(request.getSignatureAlgorithm()), CryptoFunction.SIGN, "request-signature");
    }

    private static SubjectPublicKeyInfo rsaPublicKey(ASN1Primitive object) throws DerException {
        return Der.reading(() -> new SubjectPublicKeyInfo(rsaIdentifier(), RSAPublicKey.getInstance(object)));
    }

    private static AlgorithmIdentifier rsaIdentifier() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    }

    /** A traditional private key as PKCS#8, so that its public part is computed by one piece of code. */
    private static PrivateKeyInfo wrap(DerKind kind, ASN1Primitive object) throws DerException {
        return Der.reading(() -> switch (kind) {
            case RSA_PRIVATE_KEY -> new PrivateKeyInfo(rsaIdentifier(), RSAPrivateKey.getInstance(object));
            case EC_PRIVATE_KEY -> {
                ECPrivateKey key = ECPrivateKey.getInstance(object);
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
            }
            default -> {
                ASN1Sequence key = ASN1Sequence.getInstance(object);
                yield new PrivateKeyInfo(
                        new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_dsa,
                                new DSAParameter(integer(key, 1), integer(key, 2), integer(key, 3))),
                        key.getObjectAt(5));
            }
        });
    }

    private static BigInteger integer(ASN1Sequence sequence, int index) {
        return ASN1Integer.getInstance(sequence.getObjectAt(index)).getPositiveValue();
    }

    private void publicKey(DerKind kind, SubjectPublicKeyInfo key, DetectionBuilder found)
            throws DerException, IOException {
        key(KeyKind.PUBLIC, kind, key, found);
    }

    private void privateKey(DerKind kind, PrivateKeyInfo key, DetectionBuilder found) throws DerException, IOException {
        SubjectPublicKeyInfo publicPart;
        try {
            publicPart = PublicParts.of(key, budget.exponentiations());
        } catch (DerException e) {
            withoutPublicPart(kind, key, found);
            return;
        }
        key(KeyKind.PRIVATE, kind, publicPart, found);
    }

    private void key(KeyKind part, DerKind kind, SubjectPublicKeyInfo key, DetectionBuilder found)
            throws DerException, IOException {
        Described described = algorithms.of(key);
        String fingerprint = Digests.sha256(key.getEncoded(ASN1Encoding.DER));
        found.add(claims.material(
                place,
                new CryptoAsset.Key(
                        part,
                        described.algorithm(),
                        Optional.of(fingerprint),
                        Optional.empty(),
                        described.size(),
                        format(kind)),
                CryptoFunction.STORE,
                kind.symbol(),
                row(kind),
                described));
    }

    /** A key in a TPM: its public area tells what it is; a sealed object is no key of ours to name. */
    private void tpmKey(ASN1Primitive object, DetectionBuilder found) throws DerException, IOException {
        ASN1Sequence key = (ASN1Sequence) object;
        Optional<SubjectPublicKeyInfo> publicKey = TpmKey.publicKey(key);
        if (publicKey.isPresent()) {
            key(KeyKind.PRIVATE, DerKind.TPM_KEY, publicKey.get(), found);
            return;
        }
        Described hidden =
                new Described(new Algorithm.Unresolved("tpm-key"), OptionalInt.empty(), List.of("TPM object"), "");
        found.add(locked(DerKind.TPM_KEY, hidden, Digests.sha256(key.getEncoded())));
    }

    /** A key whose public part cannot be computed is still a key: known by the digest of its container. */
    private void withoutPublicPart(DerKind kind, PrivateKeyInfo key, DetectionBuilder found)
            throws DerException, IOException {
        Described described = algorithms.of(key.getPrivateKeyAlgorithm());
        found.add(locked(kind, described, Digests.sha256(key.getEncoded())));
    }

    private Finding locked(DerKind kind, Described described, String envelope) {
        return claims.material(
                place,
                new CryptoAsset.Key(
                        KeyKind.PRIVATE,
                        described.algorithm(),
                        Optional.empty(),
                        Optional.of(envelope),
                        described.size(),
                        format(kind)),
                CryptoFunction.STORE,
                kind.symbol(),
                row(kind),
                described);
    }

    private void encrypted(EncryptedPrivateKeyInfo key, DetectionBuilder found) throws DerException, IOException {
        Unlocking unlocking = new Unlocking(budget.passwords());
        Optional<byte[]> opened = unlocking.open(key.getEncryptionAlgorithm(), key.getEncryptedData());
        if (opened.isPresent()) {
            ASN1Primitive inner = Der.parse(opened.get());
            if (!DerKind.isPrivateKey(inner)) {
                throw new DerException("decrypts to something that is no PKCS#8 key");
            }
            privateKey(DerKind.ENCRYPTED_PRIVATE_KEY, Der.reading(() -> PrivateKeyInfo.getInstance(inner)), found);
            return;
        }
        Described hidden = new Described(
                new Algorithm.Unresolved("encrypted-private-key"), OptionalInt.empty(), List.of(), "locked");
        found.add(locked(DerKind.ENCRYPTED_PRIVATE_KEY, hidden, Digests.sha256(key.getEncoded())));
        unlocking.diagnostics(Inputs.describe(place), "encrypted PKCS#8 key").forEach(found::add);
    }

    private void parameters(ASN1Primitive object, DetectionBuilder found) throws DerException {
        AlgorithmIdentifier identifier = new AlgorithmIdentifier(PKCSObjectIdentifiers.dhKeyAgreement, object);
        Described described = algorithms.of(identifier);
        found.add(claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(described.algorithm()),
                CryptoFunction.PARAMETERS,
                DerKind.DH_PARAMETERS.symbol(),
                row(DerKind.DH_PARAMETERS),
                described));
    }

    private static String format(DerKind kind) {
        return kind.symbol().split(" ")[0];
    }

    private static String row(DerKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
