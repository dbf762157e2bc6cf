package dev.shirube.material;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The structures that DER files hold, told apart by their shape: a file's name and a PEM label may lie. */
enum DerKind {
    /** RFC 5280 section 4.1. */
    CERTIFICATE("X.509 Certificate"),
    /** RFC 2986 section 4.2. */
    REQUEST("PKCS#10 CertificationRequest"),
    /** RFC 5280 section 4.1.2.7. */
    PUBLIC_KEY("SubjectPublicKeyInfo"),
    /** RFC 5958 section 2. */
    PRIVATE_KEY("PKCS#8 PrivateKeyInfo"),
    /** RFC 5958 section 3. */
    ENCRYPTED_PRIVATE_KEY("PKCS#8 EncryptedPrivateKeyInfo"),
    /** RFC 8017 appendix A.1.2. */
    RSA_PRIVATE_KEY("PKCS#1 RSAPrivateKey"),
    /** RFC 8017 appendix A.1.1. */
    RSA_PUBLIC_KEY("PKCS#1 RSAPublicKey"),
    /** RFC 5915 section 3. */
    EC_PRIVATE_KEY("SEC1 ECPrivateKey"),
    /** The six integers that OpenSSL writes for a DSA key. */
    DSA_PRIVATE_KEY("DSAPrivateKey"),
    /** PKCS#3 section 9, or DomainParameters of RFC 3279 section 2.3.3. */
    DH_PARAMETERS("DHParameter"),
    /** A key that a TPM holds: see {@link TpmKey}. */
    TPM_KEY("TSS2 TPMKey"),
    /** RFC 5652 section 5.1. */
    SIGNED_DATA("PKCS#7 SignedData"),
    /** RFC 5652 section 6.1. */
    ENVELOPED_DATA("CMS EnvelopedData"),
    /** RFC 5083 section 2.1. */
    AUTH_ENVELOPED_DATA("CMS AuthEnvelopedData"),
    /** RFC 5652 section 8. */
    ENCRYPTED_DATA("CMS EncryptedData"),
    /** RFC 5280 section 5.1. */
    REVOCATION_LIST("X.509 CertificateList"),
    /** RFC 5755 section 4.1. */
    ATTRIBUTE_CERTIFICATE("X.509 AttributeCertificate"),
    /** RFC 6960 section 4.1.1. */
    OCSP_REQUEST("OCSPRequest"),
    /** RFC 6960 section 4.2.1. */
    OCSP_RESPONSE("OCSPResponse"),
    /** RFC 3161 section 2.4.2. */
    TIME_STAMP_RESPONSE("TimeStampResp"),
    /** RFC 7292 section 4; decoded by {@link KeystoreDetector}. */
    PKCS12("PKCS#12 PFX");

    /** The secret of the smallest curve of SEC 2 (112 bits): shorter octets are something else. */
    private static final int MIN_EC_BYTES = 14;

    /** The exponent of nearly all RSA keys: F4. */
    private static final int RSA_EXPONENT = 65_537;

    private static final Map<ASN1ObjectIdentifier, DerKind> CONTENTS = Map.of(
            PKCSObjectIdentifiers.signedData, SIGNED_DATA,
            PKCSObjectIdentifiers.envelopedData, ENVELOPED_DATA,
            PKCSObjectIdentifiers.id_ct_authEnvelopedData, AUTH_ENVELOPED_DATA,
            PKCSObjectIdentifiers.encryptedData, ENCRYPTED_DATA);

    private final String symbol;

    DerKind(String symbol) {
        this.symbol = symbol;
    }

    /** The structure's name in its standard. */
    String symbol() {
        return symbol;
    }

    /** Whether the object may be one of these, as far as its shape tells. */
    static boolean isAny(ASN1Encodable object) {
        return of(object, number -> Optional.of(false)).isPresent()
                || of(object, number -> Optional.of(true)).isPresent();
    }

    /** Whether it is a key as PKCS#8 has it. */
    static boolean isPrivateKey(ASN1Encodable object) {
        return of(object, number -> Optional.empty())
                .filter(PRIVATE_KEY::equals)
                .isPresent();
    }

    /**
     * What the object is, or nothing if it is none of these.
     *
     * @param isPrime whether a number is prime; nothing if that is not to be known
     */
    static Optional<DerKind> of(ASN1Encodable object, Function<BigInteger, Optional<Boolean>> isPrime) {
        if (!(object instanceof ASN1Sequence sequence) || sequence.size() == 0) {
            return Optional.empty();
        }
        if (SignedShapes.isOcspRequest(sequence)) {
            return Optional.of(OCSP_REQUEST);
        }
        if (sequence.size() < 2) {
            return Optional.empty();
        }
        List<ASN1Encodable> items = List.of(sequence.toArray());
        if (items.get(0) instanceof ASN1Sequence first) {
            return byAlgorithm(first, items);
        }
        if (items.get(0) instanceof ASN1Integer version) {
            return byVersion(version, items, isPrime);
        }
        if (TpmKey.is(sequence)) {
            return Optional.of(TPM_KEY);
        }
        if (items.get(0) instanceof ASN1ObjectIdentifier type) {
            return items.get(1) instanceof ASN1TaggedObject
                    ? Optional.ofNullable(CONTENTS.get(type))
                    : Optional.empty();
        }
        return SignedShapes.isOcspResponse(sequence) ? Optional.of(OCSP_RESPONSE) : Optional.empty();
    }

    private static Optional<DerKind> byAlgorithm(ASN1Sequence first, List<ASN1Encodable> items) {
        boolean identifier = first.size() >= 1 && first.getObjectAt(0) instanceof ASN1ObjectIdentifier;
        if (items.size() == 2 && identifier) {
            // What OpenSSL writes behind a trusted certificate may be a list of identifiers and an octet string, too.
            boolean encrypted = items.get(1) instanceof ASN1OctetString
                    && first.size() == 2
                    && first.getObjectAt(1) instanceof ASN1Sequence;
            return items.get(1) instanceof ASN1BitString
                    ? Optional.of(PUBLIC_KEY)
                    : encrypted ? Optional.of(ENCRYPTED_PRIVATE_KEY) : Optional.empty();
        }
        if (items.size() == 2 && SignedShapes.isTimeStampResponse(first, items.get(1))) {
            return Optional.of(TIME_STAMP_RESPONSE);
        }
        boolean signed =
                items.size() == 3 && items.get(1) instanceof ASN1Sequence && items.get(2) instanceof ASN1BitString;
        if (!signed) {
            return Optional.empty();
        }
        if (isRequest(first)) {
            return Optional.of(REQUEST);
        }
        if (first.size() >= 6 && holdsPublicKey(first)) {
            return Optional.of(CERTIFICATE);
        }
        if (SignedShapes.isRevocationList(first)) {
            return Optional.of(REVOCATION_LIST);
        }
        return SignedShapes.isAttributeCertificate(first) ? Optional.of(ATTRIBUTE_CERTIFICATE) : Optional.empty();
    }

    private static boolean isRequest(ASN1Sequence info) {
        return (info.size() == 3 || info.size() == 4)
                && info.getObjectAt(0) instanceof ASN1Integer
                && info.getObjectAt(1) instanceof ASN1Sequence
                && isPublicKey(info.getObjectAt(2));
    }

    private static boolean holdsPublicKey(ASN1Sequence certificate) {
        for (ASN1Encodable item : certificate) {
            if (isPublicKey(item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPublicKey(ASN1Encodable item) {
        return item instanceof ASN1Sequence key
                && key.size() == 2
                && key.getObjectAt(0) instanceof ASN1Sequence
                && key.getObjectAt(1) instanceof ASN1BitString;
    }

    private static Optional<DerKind> byVersion(
            ASN1Integer version, List<ASN1Encodable> items, Function<BigInteger, Optional<Boolean>> isPrime) {
        ASN1Encodable second = items.get(1);
        if (second instanceof ASN1OctetString secret && version.hasValue(1)) {
            boolean tagged = items.stream().skip(2).allMatch(ASN1TaggedObject.class::isInstance);
            return tagged && secret.getOctetsLength() >= MIN_EC_BYTES ? Optional.of(EC_PRIVATE_KEY) : Optional.empty();
        }
        if (second instanceof ASN1Sequence sequence
                && sequence.size() >= 1
                && sequence.getObjectAt(0) instanceof ASN1ObjectIdentifier) {
            if (items.size() >= 3 && items.get(2) instanceof ASN1OctetString) {
                return Optional.of(PRIVATE_KEY);
            }
            return version.hasValue(3) ? Optional.of(PKCS12) : Optional.empty();
        }
        return byIntegers(version, items, isPrime);
    }

    /** Two integers are an RSA public key or Diffie-Hellman parameters: the modulus of one is composite, of the other prime. */
    private static Optional<DerKind> byIntegers(
            ASN1Integer version, List<ASN1Encodable> items, Function<BigInteger, Optional<Boolean>> isPrime) {
        long integers = items.stream().filter(ASN1Integer.class::isInstance).count();
        if (integers >= 9 && (version.hasValue(0) || version.hasValue(1))) {
            return Optional.of(RSA_PRIVATE_KEY);
        }
        if (integers == 6 && items.size() == 6 && version.hasValue(0)) {
            return Optional.of(DSA_PRIVATE_KEY);
        }
        int bits = version.getValue().bitLength();
        boolean modulus = version.getValue().signum() > 0 && bits >= 256 && bits <= 16_384;
        if (!modulus || !(items.get(1) instanceof ASN1Integer second)) {
            return Optional.empty();
        }
        if (items.size() == 2 && second.hasValue(RSA_EXPONENT)) {
            return Optional.of(RSA_PUBLIC_KEY); // no generator of practice, so nothing has to be tested
        }
        Optional<Boolean> prime = isPrime.apply(version.getValue());
        if (prime.isEmpty()) {
            return Optional.empty();
        }
        if (prime.get()) {
            return isDiffieHellman(version.getValue(), items) ? Optional.of(DH_PARAMETERS) : Optional.empty();
        }
        return items.size() == 2 ? Optional.of(RSA_PUBLIC_KEY) : Optional.empty();
    }

    /** After prime and generator stands nothing, a short length, or the order of the subgroup; DSA has the order second. */
    private static boolean isDiffieHellman(BigInteger prime, List<ASN1Encodable> items) {
        if (items.size() == 2) {
            return true;
        }
        if (!(items.get(2) instanceof ASN1Integer third) || third.getValue().signum() <= 0) {
            return false;
        }
        BigInteger value = third.getValue();
        return value.bitLength() < 32
                || prime.subtract(BigInteger.ONE).mod(value).signum() == 0;
    }
}
