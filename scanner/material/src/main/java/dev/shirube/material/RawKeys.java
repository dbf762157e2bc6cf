package dev.shirube.material;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Keys that are octets and nothing else (RFC 8410), as SubjectPublicKeyInfo. */
public final class RawKeys {

    /** Identifier of X25519. */
    public static final String X25519 = "1.3.101.110";

    /** Identifier of Ed25519. */
    public static final String ED25519 = "1.3.101.112";

    /** Identifier of Ed448. */
    public static final String ED448 = "1.3.101.113";

    private RawKeys() {}

    /** The key with these octets as its public part. */
    public static SubjectPublicKeyInfo octets(String oid, byte[] key) {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), key);
    }

    /** The public part of the key with these octets as its private part. */
    public static SubjectPublicKeyInfo publicPart(String oid, byte[] secret) throws DerException {
        return PublicParts.of(Der.reading(() -> new PrivateKeyInfo(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), new DEROctetString(secret))));
    }
}
