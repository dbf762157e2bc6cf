package dev.shirube.material;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTCTime;

/** The shapes by which signed statements other than certificates are told apart. */
final class SignedShapes {

    private SignedShapes() {}

    /** TBSCertList (RFC 5280 section 5.1): an optional version, algorithm, issuer and the time of issue. */
    static boolean isRevocationList(ASN1Sequence info) {
        int at = info.size() > 0 && info.getObjectAt(0) instanceof ASN1Integer ? 1 : 0;
        return info.size() >= at + 3
                && isIdentifier(info.getObjectAt(at))
                && info.getObjectAt(at + 1) instanceof ASN1Sequence
                && (info.getObjectAt(at + 2) instanceof ASN1UTCTime
                        || info.getObjectAt(at + 2) instanceof ASN1GeneralizedTime);
    }

    /** AttributeCertificateInfo (RFC 5755 section 4.1), whose validity is two GeneralizedTimes. */
    static boolean isAttributeCertificate(ASN1Sequence info) {
        return info.size() >= 7
                && info.getObjectAt(0) instanceof ASN1Integer
                && isIdentifier(info.getObjectAt(3))
                && info.getObjectAt(4) instanceof ASN1Integer
                && info.getObjectAt(5) instanceof ASN1Sequence validity
                && validity.size() == 2
                && validity.getObjectAt(0) instanceof ASN1GeneralizedTime
                && validity.getObjectAt(1) instanceof ASN1GeneralizedTime;
    }

    /** OCSPRequest (RFC 6960 section 4.1.1): its list of requests starts with a CertID. */
    static boolean isOcspRequest(ASN1Sequence request) {
        if (request.size() > 2
                || !(request.getObjectAt(0) instanceof ASN1Sequence info)
                || request.size() == 2 && !(request.getObjectAt(1) instanceof ASN1TaggedObject)) {
            return false;
        }
        for (ASN1Encodable item : info) {
            if (item instanceof ASN1Sequence list) {
                return list.size() > 0
                        && list.getObjectAt(0) instanceof ASN1Sequence first
                        && first.size() > 0
                        && isCertificateId(first.getObjectAt(0));
            }
        }
        return false;
    }

    private static boolean isCertificateId(ASN1Encodable item) {
        return item instanceof ASN1Sequence id
                && id.size() == 4
                && isIdentifier(id.getObjectAt(0))
                && id.getObjectAt(1) instanceof ASN1OctetString
                && id.getObjectAt(2) instanceof ASN1OctetString
                && id.getObjectAt(3) instanceof ASN1Integer;
    }

    /** OCSPResponse (RFC 6960 section 4.2.1) with a response in it. */
    static boolean isOcspResponse(ASN1Sequence response) {
        return response.size() == 2
                && response.getObjectAt(0) instanceof ASN1Enumerated
                && response.getObjectAt(1) instanceof ASN1TaggedObject;
    }

    /** TimeStampResp (RFC 3161 section 2.4.2) with a token: a status, then a ContentInfo. */
    static boolean isTimeStampResponse(ASN1Sequence status, ASN1Encodable token) {
        return status.size() >= 1
                && status.getObjectAt(0) instanceof ASN1Integer
                && token instanceof ASN1Sequence content
                && content.size() == 2
                && content.getObjectAt(0) instanceof ASN1ObjectIdentifier
                && content.getObjectAt(1) instanceof ASN1TaggedObject;
    }

    /** AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
    static boolean isIdentifier(ASN1Encodable item) {
        return item instanceof ASN1Sequence identifier
                && (identifier.size() == 1 || identifier.size() == 2)
                && identifier.getObjectAt(0) instanceof ASN1ObjectIdentifier;
    }
}
