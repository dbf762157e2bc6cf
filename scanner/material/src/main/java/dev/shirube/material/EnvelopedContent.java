package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection.DerivedInput;
import java.io.IOException;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EncryptedData;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KEKRecipientInfo;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.PasswordRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Encrypted CMS content: EnvelopedData, EncryptedData (RFC 5652 sections 6 and 8) and AuthEnvelopedData (RFC 5083). How each
 * recipient gets the key is told by the structure itself; nothing is decrypted.
 */
final class EnvelopedContent {

    /** More recipients than any mail of practice has. */
    private static final int MOST = 1000;

    /** RFC 9629 section 3. */
    private static final String KEM_RECIPIENT = "1.2.840.113549.1.9.16.13.3";

    private final KeyAlgorithms algorithms;
    private final String location;
    private final AlgorithmUses uses;
    private final DetectionBuilder found;

    EnvelopedContent(Claims claims, KeyAlgorithms algorithms, String location, DerKind kind, DetectionBuilder found) {
        this.algorithms = algorithms;
        this.location = location;
        this.found = found;
        uses = new AlgorithmUses(claims, Place.of(location), kind.symbol(), found);
    }

    void enveloped(ASN1Primitive object) throws DerException, IOException {
        EnvelopedData data = Der.reading(
                () -> EnvelopedData.getInstance(ContentInfo.getInstance(object).getContent()));
        recipients(data.getOriginatorInfo(), data.getRecipientInfos());
        content(data.getEncryptedContentInfo());
    }

    void authenticated(ASN1Primitive object) throws DerException, IOException {
        AuthEnvelopedData data = Der.reading(() ->
                AuthEnvelopedData.getInstance(ContentInfo.getInstance(object).getContent()));
        recipients(data.getOriginatorInfo(), data.getRecipientInfos());
        content(data.getAuthEncryptedContentInfo());
    }

    void encrypted(ASN1Primitive object) throws DerException {
        content(Der.reading(
                () -> EncryptedData.getInstance(ContentInfo.getInstance(object).getContent())
                        .getEncryptedContentInfo()));
    }

    private void content(EncryptedContentInfo content) throws DerException {
        uses.add(algorithms.of(content.getContentEncryptionAlgorithm()), CryptoFunction.ENCRYPT, "content-encryption");
    }

    private void recipients(OriginatorInfo originator, ASN1Set recipients) throws DerException, IOException {
        ASN1Set certificates = originator == null ? null : originator.getCertificates();
        for (int i = 0; certificates != null && i < Math.min(MOST, certificates.size()); i++) {
            found.add(new DerivedInput(
                    location + "!certificate/" + i,
                    certificates.getObjectAt(i).toASN1Primitive().getEncoded()));
        }
        for (int i = 0; i < Math.min(MOST, recipients.size()); i++) {
            ASN1Encodable recipient = recipients.getObjectAt(i);
            recipient(Der.reading(() -> RecipientInfo.getInstance(recipient).getInfo()));
        }
        if (recipients.size() > MOST) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    Inputs.describe(Place.of(location)),
                    "recipients=" + MOST,
                    recipients.size() + " recipients"));
        }
    }

    private void recipient(ASN1Encodable info) throws DerException {
        if (info instanceof KeyTransRecipientInfo transport) {
            uses.add(
                    transport(transport.getKeyEncryptionAlgorithm()),
                    CryptoFunction.ENCRYPT,
                    "recipient-key-transport");
        } else if (info instanceof KeyAgreeRecipientInfo agreement) {
            agreement(agreement);
        } else if (info instanceof KEKRecipientInfo wrapped) {
            wrap(wrapped.getKeyEncryptionAlgorithm());
        } else if (info instanceof PasswordRecipientInfo password) {
            wrap(password.getKeyEncryptionAlgorithm());
        } else if (info instanceof OtherRecipientInfo other) {
            other(other);
        }
    }

    /** Key transport; {@code rsaEncryption} means PKCS #1 v1.5 there (RFC 3370 section 4.2.1). */
    private Described transport(AlgorithmIdentifier identifier) throws DerException {
        Described described = algorithms.of(identifier);
        if (identifier.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return with(described, Algorithm.Known.of("rsaes-pkcs1v15"));
        }
        if (!identifier.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
                || !(described.algorithm() instanceof Algorithm.Known known)) {
            return described;
        }
        // Parameters that are left out have the values of the standard's ASN.1: SHA-1 (RFC 4055 section 4.1).
        RSAESOAEPparams parameters = Der.reading(() -> identifier.getParameters() == null
                ? new RSAESOAEPparams()
                : RSAESOAEPparams.getInstance(identifier.getParameters()));
        return PssParameters.name(parameters.getHashAlgorithm().getAlgorithm())
                .map(digest -> with(described, known.withDigest(digest)))
                .orElse(described);
    }

    private void agreement(KeyAgreeRecipientInfo agreement) throws DerException {
        AlgorithmIdentifier identifier = agreement.getKeyEncryptionAlgorithm();
        Described described = algorithms.of(identifier);
        OriginatorPublicKey key = agreement.getOriginator().getOriginatorKey();
        if (key != null && described.algorithm() instanceof Algorithm.Known known) {
            Described ephemeral = algorithms.of(Der.reading(() -> new SubjectPublicKeyInfo(
                    key.getAlgorithm(), key.getPublicKeyData().getOctets())));
            if (ephemeral.algorithm() instanceof Algorithm.Known of
                    && of.curve().isPresent()) {
                described = with(described, known.withCurve(of.curve().get()));
            }
        }
        uses.add(described, CryptoFunction.KEY_AGREEMENT, "recipient-key-agreement");
        if (identifier.getParameters() != null) {
            wrap(Der.reading(() -> AlgorithmIdentifier.getInstance(identifier.getParameters())));
        }
    }

    private void other(OtherRecipientInfo other) throws DerException {
        if (!other.getType().getId().equals(KEM_RECIPIENT)) {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ,
                    Inputs.describe(Place.of(location)),
                    "a CMS recipient of type " + other.getType().getId()));
            return;
        }
        KEMRecipientInfo kem = Der.reading(() -> KEMRecipientInfo.getInstance(other.getValue()));
        uses.add(algorithms.of(kem.getKem()), CryptoFunction.KEM, "recipient-kem");
        uses.add(algorithms.of(kem.getKdf()), CryptoFunction.KEY_DERIVE, "recipient-kdf");
        wrap(kem.getWrap());
    }

    private void wrap(AlgorithmIdentifier identifier) throws DerException {
        uses.add(algorithms.of(identifier), CryptoFunction.KEY_WRAP, "recipient-key-wrap");
    }

    private static Described with(Described described, Algorithm algorithm) {
        return new Described(algorithm, OptionalInt.empty(), described.values(), described.reason());
    }
}
