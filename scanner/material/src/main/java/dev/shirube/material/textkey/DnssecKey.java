package dev.shirube.material.textkey;

import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import dev.shirube.material.Octets;
import dev.shirube.material.RawKeys;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The public key field of a DNSKEY record as SubjectPublicKeyInfo, by IANA's DNSSEC algorithm numbers. */
final class DnssecKey {

    private static final String P256 = "1.2.840.10045.3.1.7";
    private static final String P384 = "1.3.132.0.34";
    private static final String SM2 = "1.2.156.10197.1.301";

    private DnssecKey() {}

    /** The key; nothing for an algorithm that X.509 has no form for. */
    static Optional<SubjectPublicKeyInfo> publicKey(int algorithm, byte[] field) throws DerException {
        return switch (algorithm) {
            case 1, 5, 7, 8, 10 -> Optional.of(rsa(field));
            case 3, 6 -> Optional.of(dsa(field));
            case 13 -> Optional.of(point(P256, 32, field));
            case 14 -> Optional.of(point(P384, 48, field));
            case 15 -> Optional.of(octets(RawKeys.ED25519, 32, field));
            case 16 -> Optional.of(octets(RawKeys.ED448, 57, field));
            case 17 -> Optional.of(point(SM2, 32, field));
            default -> Optional.empty();
        };
    }

    /** RFC 3110 section 2: length of the exponent, exponent, modulus. */
    private static SubjectPublicKeyInfo rsa(byte[] field) throws DerException {
        Octets octets = new Octets(field);
        int length = octets.uint8();
        BigInteger exponent = octets.number(length == 0 ? octets.uint16() : length);
        return rsa(octets.number(octets.left()), exponent);
    }

    /** A key of RSA by its two numbers. */
    static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) throws DerException {
        if (modulus.bitLength() < 256 || exponent.signum() == 0) {
            throw new DerException("a modulus of " + modulus.bitLength() + " bits");
        }
        return Der.reading(() -> new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(modulus, exponent)));
    }

    /** RFC 2536 section 2: T, Q, P, G, Y. */
    private static SubjectPublicKeyInfo dsa(byte[] field) throws DerException {
        Octets octets = new Octets(field);
        int length = 64 + 8 * octets.uint8();
        BigInteger q = octets.number(20);
        DSAParameter parameters = new DSAParameter(octets.number(length), q, octets.number(length));
        BigInteger y = octets.number(length);
        return Der.reading(() -> new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters), new ASN1Integer(y)));
    }

    private static SubjectPublicKeyInfo point(String curve, int length, byte[] field) throws DerException {
        expect(2 * length, field);
        byte[] point = new byte[field.length + 1];
        point[0] = 4;
        System.arraycopy(field, 0, point, 1, field.length);
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier(curve)), point);
    }

    private static SubjectPublicKeyInfo octets(String oid, int length, byte[] field) throws DerException {
        expect(length, field);
        return RawKeys.octets(oid, field);
    }

    private static void expect(int length, byte[] field) throws DerException {
        if (field.length != length) {
            throw new DerException("a key of " + field.length + " bytes where " + length + " are right");
        }
    }
}
