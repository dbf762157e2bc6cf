package dev.shirube.material;

import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection.DerivedInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AttributeCertificate;
import org.bouncycastle.asn1.x509.CertificateList;

/**
 * Statements about certificates that somebody signed: revocation lists (RFC 5280 section 5), OCSP (RFC 6960), attribute
 * certificates (RFC 5755) and time-stamp responses (RFC 3161). What counts is what they are signed with.
 */
final class SignedStatements {

    /** More certificates than any OCSP message of practice carries. */
    private static final int MOST = 1000;

    private final KeyAlgorithms algorithms;
    private final String location;
    private final AlgorithmUses uses;
    private final DetectionBuilder found;

    SignedStatements(Claims claims, KeyAlgorithms algorithms, String location, DerKind kind, DetectionBuilder found) {
        this.algorithms = algorithms;
        this.location = location;
        this.found = found;
        uses = new AlgorithmUses(claims, Place.of(location), kind.symbol(), found);
    }

    void revocationList(ASN1Primitive object) throws DerException {
        CertificateList list = Der.reading(() -> CertificateList.getInstance(object));
        signature(list.getSignatureAlgorithm(), "crl-signature", issuer(list.getIssuer()));
    }

    void attributeCertificate(ASN1Primitive object) throws DerException {
        AttributeCertificate certificate = Der.reading(() -> AttributeCertificate.getInstance(object));
        signature(certificate.getSignatureAlgorithm(), "attribute-certificate-signature", List.of());
    }

    void ocspRequest(ASN1Primitive object) throws DerException, IOException {
        OCSPRequest request = Der.reading(() -> OCSPRequest.getInstance(object));
        ASN1Sequence list = request.getTbsRequest().getRequestList();
        for (int i = 0; i < Math.min(MOST, list.size()); i++) {
            ASN1Encodable item = list.getObjectAt(i);
            certificateId(Der.reading(() -> Request.getInstance(item).getReqCert()));
        }
        if (request.getOptionalSignature() != null) {
            signature(request.getOptionalSignature().getSignatureAlgorithm(), "ocsp-signature", List.of());
            certificates(request.getOptionalSignature().getCerts());
        }
    }

    void ocspResponse(ASN1Primitive object) throws DerException, IOException {
        ResponseBytes bytes = Der.reading(() -> OCSPResponse.getInstance(object).getResponseBytes());
        if (bytes == null) {
            return; // an error without a signature
        }
        if (!bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ,
                    Inputs.describe(Place.of(location)),
                    "an OCSP response of type " + bytes.getResponseType().getId()));
            return;
        }
        ASN1Sequence inner = Der.sequence(bytes.getResponse().getOctets());
        BasicOCSPResponse response = Der.reading(() -> BasicOCSPResponse.getInstance(inner));
        signature(response.getSignatureAlgorithm(), "ocsp-signature", List.of());
        ASN1Sequence list = response.getTbsResponseData().getResponses();
        for (int i = 0; i < Math.min(MOST, list.size()); i++) {
            ASN1Encodable item = list.getObjectAt(i);
            certificateId(Der.reading(() -> SingleResponse.getInstance(item).getCertID()));
        }
        certificates(response.getCerts());
    }

    void timeStamp(ASN1Primitive object) throws DerException {
        byte[] token = Der.reading(() -> ASN1Sequence.getInstance(object)
                .getObjectAt(1)
                .toASN1Primitive()
                .getEncoded());
        found.add(new DerivedInput(location + "!token", token));
    }

    private void signature(AlgorithmIdentifier identifier, String row, List<String> more) throws DerException {
        Described signature = algorithms.signature(identifier);
        List<String> values = new ArrayList<>(signature.values());
        values.addAll(more);
        uses.add(
                new Described(signature.algorithm(), signature.size(), values, signature.reason()),
                CryptoFunction.SIGN,
                row);
    }

    private void certificateId(CertID id) {
        uses.add(algorithms.digest(id.getHashAlgorithm().getAlgorithm()), CryptoFunction.DIGEST, "ocsp-certificate-id");
    }

    private void certificates(ASN1Sequence certificates) throws IOException {
        for (int i = 0; certificates != null && i < Math.min(MOST, certificates.size()); i++) {
            found.add(new DerivedInput(
                    location + "!certificate/" + i,
                    certificates.getObjectAt(i).toASN1Primitive().getEncoded()));
        }
        if (certificates != null && certificates.size() > MOST) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    Inputs.describe(Place.of(location)),
                    "certificates=" + MOST,
                    certificates.size() + " certificates"));
        }
    }

    private static List<String> issuer(X500Name name) throws DerException {
        String text = Der.reading(() -> DistinguishedNames.text(name));
        return text.isEmpty() ? List.of() : List.of("issuer " + text);
    }
}
