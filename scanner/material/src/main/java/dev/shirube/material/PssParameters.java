package dev.shirube.material;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jcajce.util.MessageDigestUtils;

/**
 * The parameters of RSASSA-PSS (RFC 4055 section 3.1). A field that DER leaves out has the value that the standard's
 * ASN.1 gives it; that is the meaning of the encoding, not a guess.
 *
 * @param digest name of the message digest, where it is a known one
 * @param values all parameters as text
 */
record PssParameters(Optional<String> digest, List<String> values) {

    static PssParameters of(ASN1Encodable encoded) {
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(encoded);
        BigInteger salt = parameters.getSaltLength();
        AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
        ASN1ObjectIdentifier digest = parameters.getHashAlgorithm().getAlgorithm();
        String maskDigest = mask.getParameters() == null
                ? mask.getAlgorithm().getId()
                : name(AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm())
                        .orElse("unknown");
        return new PssParameters(
                name(digest),
                List.of(
                        "hash=" + name(digest).orElse(digest.getId()),
                        "mgf1=" + maskDigest,
                        "saltLength=" + (salt.bitLength() < 32 ? salt.toString() : "unusable")));
    }

    /** The digest's usual name; an identifier that has none is returned by Bouncy Castle as it is. */
    static Optional<String> name(ASN1ObjectIdentifier oid) {
        String name = MessageDigestUtils.getDigestName(oid);
        return name.equals(oid.getId()) ? Optional.empty() : Optional.of(name);
    }
}
