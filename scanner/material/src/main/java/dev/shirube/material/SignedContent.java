package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection.DerivedInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;

/**
 * A SignedData (RFC 5652 section 5): what each signer signed with, by which digest and key; the certificates and time stamps
 * in it are derived inputs, decoded like those that lie alone. No signature is verified.
 */
final class SignedContent {

    /** More signers and certificates than any signed file of practice has. */
    private static final int MOST = 1000;

    private final Claims claims;
    private final KeyAlgorithms algorithms;
    private final String location;
    private final Place place;
    private final String symbol;

    SignedContent(Claims claims, KeyAlgorithms algorithms, String location) {
        this.claims = claims;
        this.algorithms = algorithms;
        this.location = location;
        place = Place.of(location);
        symbol = SignatureBlock.is(location) ? "JAR signature" : "CMS SignerInfo";
    }

    void add(ASN1Primitive object, DetectionBuilder found) throws DerException, IOException {
        SignedData data = Der.reading(
                () -> SignedData.getInstance(ContentInfo.getInstance(object).getContent()));
        List<ASN1Encodable> certificates = certificates(data, found);
        lists(data.getCRLs(), found);
        content(data, found);
        List<ASN1Encodable> signers = bounded(data.getSignerInfos(), "signers", found);
        int stamps = 0;
        for (ASN1Encodable signer : signers) {
            stamps = signer(Der.reading(() -> SignerInfo.getInstance(signer)), certificates, stamps, found);
        }
    }

    private List<ASN1Encodable> certificates(SignedData data, DetectionBuilder found) throws IOException {
        List<ASN1Encodable> certificates = bounded(data.getCertificates(), "certificates", found);
        int index = 0;
        for (ASN1Encodable certificate : certificates) {
            found.add(new DerivedInput(
                    location + "!certificate/" + index++,
                    certificate.toASN1Primitive().getEncoded()));
        }
        return certificates;
    }

    private void lists(ASN1Set lists, DetectionBuilder found) throws IOException {
        int index = 0;
        for (ASN1Encodable list : bounded(lists, "revocation lists", found)) {
            found.add(new DerivedInput(
                    location + "!crl/" + index++, list.toASN1Primitive().getEncoded()));
        }
    }

    /** What was signed, if it is enclosed: mail, a message of SCEP or a profile may hold more material. */
    private void content(SignedData data, DetectionBuilder found) {
        if (data.getEncapContentInfo().getContent() instanceof ASN1OctetString content
                && content.getOctetsLength() > 0) {
            found.add(new DerivedInput(location + "!content", content.getOctets()));
        }
    }

    private List<ASN1Encodable> bounded(ASN1Set set, String what, DetectionBuilder found) {
        List<ASN1Encodable> members = new ArrayList<>();
        for (int i = 0; set != null && i < Math.min(MOST, set.size()); i++) {
            members.add(set.getObjectAt(i));
        }
        if (set != null && set.size() > MOST) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED, Inputs.describe(place), what + "=" + MOST, set.size() + " " + what));
        }
        return members;
    }

    /** Adds what one signer tells; returns how many time stamps there are up to here. */
    private int signer(SignerInfo signer, List<ASN1Encodable> certificates, int stamps, DetectionBuilder found)
            throws DerException, IOException {
        Optional<SubjectPublicKeyInfo> key = key(signer, certificates);
        Described signature = signature(signer, key);
        claim(signature, CryptoFunction.SIGN, "signer-info", found);
        Described digest = algorithms.digest(signer.getDigestAlgorithm().getAlgorithm());
        claim(digest, CryptoFunction.DIGEST, "signer-info-digest", found);
        if (key.isPresent()) {
            key(key.get(), found);
        }
        return stamps(signer, stamps, found);
    }

    private void claim(Described described, CryptoFunction function, String row, DetectionBuilder found) {
        found.add(claims.material(
                place, new CryptoAsset.AlgorithmAsset(described.algorithm()), function, symbol, row, described));
    }

    private void key(SubjectPublicKeyInfo key, DetectionBuilder found) throws DerException, IOException {
        Described described = algorithms.of(key);
        String fingerprint = Digests.sha256(key.getEncoded(ASN1Encoding.DER));
        found.add(claims.material(
                place,
                new CryptoAsset.Key(
                        KeyKind.PUBLIC,
                        described.algorithm(),
                        Optional.of(fingerprint),
                        Optional.empty(),
                        described.size(),
                        "X.509"),
                CryptoFunction.SIGN,
                symbol,
                "signer-info-key",
                described));
    }

    /** The signature algorithm: named whole, or put together from the key's and the digest's (RFC 3370 section 3, RFC 5754). */
    private Described signature(SignerInfo signer, Optional<SubjectPublicKeyInfo> key) throws DerException {
        AlgorithmIdentifier named = signer.getDigestEncryptionAlgorithm();
        if (named.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return algorithms.signature(named);
        }
        String name = Der.reading(() ->
                new DefaultCMSSignatureAlgorithmNameGenerator().getSignatureName(signer.getDigestAlgorithm(), named));
        Optional<Algorithm.Known> known = claims.registry().byJcaName("Signature", name);
        if (known.isEmpty()) {
            return algorithms.signature(named);
        }
        List<String> values = new ArrayList<>(List.of(
                named.getAlgorithm().getId(),
                "digest " + signer.getDigestAlgorithm().getAlgorithm().getId()));
        if (key.isPresent()) {
            Described described = algorithms.of(key.get());
            described.size().ifPresent(it -> values.add("key of " + it + " bits"));
        }
        return new Described(known.get(), OptionalInt.empty(), values, "");
    }

    /** The key of the certificate that the signer names, if it is among those that came with the signature. */
    private static Optional<SubjectPublicKeyInfo> key(SignerInfo signer, List<ASN1Encodable> certificates) {
        for (ASN1Encodable candidate : certificates) {
            try {
                Optional<SubjectPublicKeyInfo> key = Der.reading(() -> keyIfNamed(signer, candidate));
                if (key.isPresent()) {
                    return key;
                }
            } catch (DerException e) {
                // Told of where the certificate itself is decoded.
            }
        }
        return Optional.empty();
    }

    private static Optional<SubjectPublicKeyInfo> keyIfNamed(SignerInfo signer, ASN1Encodable candidate)
            throws IOException {
        if (!(candidate.toASN1Primitive() instanceof ASN1Sequence)) {
            return Optional.empty();
        }
        Certificate certificate = Certificate.getInstance(candidate);
        ASN1Encodable id = signer.getSID().getId();
        boolean named;
        if (id instanceof ASN1OctetString keyId) {
            Extension extension = certificate.getExtensions() == null
                    ? null
                    : certificate.getExtensions().getExtension(Extension.subjectKeyIdentifier);
            named = extension != null
                    && ASN1OctetString.getInstance(extension.getParsedValue()).equals(keyId);
        } else {
            IssuerAndSerialNumber name = IssuerAndSerialNumber.getInstance(id);
            named = DistinguishedNames.same(certificate.getIssuer(), name.getName())
                    && certificate.getSerialNumber().equals(name.getSerialNumber());
        }
        return named ? Optional.of(certificate.getSubjectPublicKeyInfo()) : Optional.empty();
    }

    /** Time stamps over the signature (RFC 3161 appendix A): SignedData of their own. */
    private int stamps(SignerInfo signer, int before, DetectionBuilder found) throws DerException, IOException {
        if (signer.getUnauthenticatedAttributes() == null) {
            return before;
        }
        Attribute stamps = Der.reading(() -> new AttributeTable(signer.getUnauthenticatedAttributes())
                .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken));
        int index = before;
        for (ASN1Encodable stamp : bounded(stamps == null ? null : stamps.getAttrValues(), "time stamps", found)) {
            found.add(new DerivedInput(
                    location + "!timestamp/" + index++, stamp.toASN1Primitive().getEncoded()));
        }
        return index;
    }
}
