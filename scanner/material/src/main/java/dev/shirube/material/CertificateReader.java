package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.KeyIdentifiers;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The fields of an X.509 certificate (RFC 5280 section 4.1) as an asset; nothing is verified or looked up. */
final class CertificateReader {

    /** Names of RFC 5280 section 4.2.1.3, in the order of their bits. */
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

    /** Longer than the digests of practice is no identifier, and would only swell the evidence. */
    private static final int LONGEST_IDENTIFIER = 64;

    private static final int MOST_SERIAL_BITS = 1024;

    private CertificateReader() {}

    static CryptoAsset.Certificate read(Certificate certificate, Algorithm key, Algorithm signature)
            throws DerException, IOException {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        byte[] keyInfo = certificate.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER);
        return Der.reading(() -> new CryptoAsset.Certificate(
                Digests.sha256(certificate.getEncoded()),
                DistinguishedNames.text(certificate.getSubject()),
                DistinguishedNames.text(certificate.getIssuer()),
                serialNumber(certificate),
                certificate.getStartDate().getDate().toInstant(),
                certificate.getEndDate().getDate().toInstant(),
                key,
                signature,
                Digests.sha256(keyInfo),
                usages(extensions),
                authority(extensions)));
    }

    /** Twenty bytes at most, says section 4.1.2.2; some have more, but none has a million. */
    private static String serialNumber(Certificate certificate) throws DerException {
        BigInteger number = certificate.getSerialNumber().getValue();
        if (number.bitLength() > MOST_SERIAL_BITS) {
            throw new DerException("a serial number of " + number.bitLength() + " bits");
        }
        return number.toString(16);
    }

    /** What links it to others; an extension that cannot be read says nothing. */
    static KeyIdentifiers identifiers(Certificate certificate, String fingerprint) {
        Extensions extensions = certificate.getTBSCertificate().getExtensions();
        return new KeyIdentifiers(
                identifier(
                        extensions,
                        Extension.subjectKeyIdentifier,
                        it -> SubjectKeyIdentifier.getInstance(it).getKeyIdentifier()),
                identifier(
                        extensions,
                        Extension.authorityKeyIdentifier,
                        it -> AuthorityKeyIdentifier.getInstance(it).getKeyIdentifierOctets()),
                OwnSignature.verify(certificate, fingerprint));
    }

    private static Optional<String> identifier(
            Extensions extensions, ASN1ObjectIdentifier oid, Function<ASN1Encodable, byte[]> reading) {
        try {
            return Der.reading(() -> Optional.ofNullable(extension(extensions, oid))
                    .map(reading)
                    .filter(it -> it.length <= LONGEST_IDENTIFIER)
                    .map(HexFormat.of()::formatHex));
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    private static List<String> usages(Extensions extensions) {
        ASN1Encodable value = extension(extensions, Extension.keyUsage);
        if (value == null) {
            return List.of();
        }
        KeyUsage usage = KeyUsage.getInstance(value);
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < USAGES.size(); bit++) {
            // A BIT STRING's first bit is the highest of its first byte; KeyUsage keeps the ninth in the second byte.
            if (usage.hasUsages(bit < 8 ? 0x80 >> bit : 0x8000)) {
                names.add(USAGES.get(bit));
            }
        }
        return names;
    }

    private static boolean authority(Extensions extensions) {
        ASN1Encodable value = extension(extensions, Extension.basicConstraints);
        return value != null && BasicConstraints.getInstance(value).isCA();
    }

    private static ASN1Encodable extension(Extensions extensions, ASN1ObjectIdentifier oid) {
        return extensions == null ? null : extensions.getExtensionParsedValue(oid);
    }
}
