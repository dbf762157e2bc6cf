package dev.shirube.material;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * The public half of a private key, computed where the standard lets it be computed, so that a private key, its
 * certificate and its public key file are known by one fingerprint.
 */
public final class PublicParts {

    /** Above this no modular exponentiation is made for an input: it would take seconds. */
    private static final int MAX_MODULUS_BITS = 16_384;

    private PublicParts() {}

    /**
     * The SubjectPublicKeyInfo of a PKCS#8 key.
     *
     * @throws DerException when the key's algorithm tells no way to it, or the key is broken
     */
    public static SubjectPublicKeyInfo of(PrivateKeyInfo key) throws DerException {
        return of(key, new Exponentiations());
    }

    /** The same for one of many keys of a file, as far as what computing it costs is left. */
    static SubjectPublicKeyInfo of(PrivateKeyInfo key, Exponentiations work) throws DerException {
        return Der.reading(() -> {
            ASN1ObjectIdentifier oid = key.getPrivateKeyAlgorithm().getAlgorithm();
            if (oid.equals(PKCSObjectIdentifiers.rsaEncryption) || oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
                RSAPrivateKey rsa = RSAPrivateKey.getInstance(key.parsePrivateKey());
                return new SubjectPublicKeyInfo(
                        key.getPrivateKeyAlgorithm(), new RSAPublicKey(rsa.getModulus(), rsa.getPublicExponent()));
            }
            if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return ellipticCurve(key);
            }
            if (oid.equals(X9ObjectIdentifiers.id_dsa)
                    || oid.equals(X9ObjectIdentifiers.dhpublicnumber)
                    || oid.equals(PKCSObjectIdentifiers.dhKeyAgreement)) {
                return finiteField(key, work);
            }
            return byBouncyCastle(key);
        });
    }

    private static SubjectPublicKeyInfo ellipticCurve(PrivateKeyInfo key) throws IOException, DerException {
        ECPrivateKey ec = ECPrivateKey.getInstance(key.parsePrivateKey());
        AlgorithmIdentifier identifier = key.getPrivateKeyAlgorithm();
        X9ECParameters curve =
                identifier.getParameters() instanceof ASN1ObjectIdentifier oid ? ECNamedCurveTable.getByOID(oid) : null;
        if (curve != null && ec.getKey().bitLength() <= curve.getN().bitLength()) {
            byte[] point = new FixedPointCombMultiplier()
                    .multiply(curve.getG(), ec.getKey())
                    .getEncoded(false);
            return new SubjectPublicKeyInfo(identifier, point);
        }
        ASN1BitString point = ec.getPublicKey();
        if (point == null) {
            throw new DerException("its curve is not a known one and it carries no public part");
        }
        return new SubjectPublicKeyInfo(identifier, point.getOctets());
    }

    private static SubjectPublicKeyInfo finiteField(PrivateKeyInfo key, Exponentiations work)
            throws IOException, DerException {
        ASN1Sequence parameters =
                ASN1Sequence.getInstance(key.getPrivateKeyAlgorithm().getParameters());
        BigInteger prime = integer(parameters.getObjectAt(0));
        boolean generatorIsThird = key.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_dsa);
        BigInteger generator = integer(parameters.getObjectAt(generatorIsThird ? 2 : 1));
        BigInteger exponent = integer(key.parsePrivateKey());
        if (prime.bitLength() > MAX_MODULUS_BITS || exponent.bitLength() > prime.bitLength()) {
            throw new DerException("its modulus has " + prime.bitLength() + " bits");
        }
        if (!work.spend(prime.bitLength(), exponent.bitLength())) {
            throw new DerException("too many keys whose public part is to be computed");
        }
        return new SubjectPublicKeyInfo(
                key.getPrivateKeyAlgorithm(), new ASN1Integer(generator.modPow(exponent, prime)));
    }

    /** EdDSA and XDH (RFC 8410), ML-KEM, ML-DSA and SLH-DSA; other algorithms are refused by the factory. */
    private static SubjectPublicKeyInfo byBouncyCastle(PrivateKeyInfo key) throws IOException, DerException {
        String oid = key.getPrivateKeyAlgorithm().getAlgorithm().getId();
        if (!oid.startsWith("1.3.101.")) {
            return PostQuantumParts.of(key);
        }
        AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(key);
        byte[] octets;
        if (secret instanceof Ed25519PrivateKeyParameters ed25519) {
            octets = ed25519.generatePublicKey().getEncoded();
        } else if (secret instanceof Ed448PrivateKeyParameters ed448) {
            octets = ed448.generatePublicKey().getEncoded();
        } else if (secret instanceof X25519PrivateKeyParameters x25519) {
            octets = x25519.generatePublicKey().getEncoded();
        } else if (secret instanceof X448PrivateKeyParameters x448) {
            octets = x448.generatePublicKey().getEncoded();
        } else {
            throw new DerException("no way to the public part of an algorithm " + oid);
        }
        return new SubjectPublicKeyInfo(key.getPrivateKeyAlgorithm(), octets);
    }

    private static BigInteger integer(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).getPositiveValue();
    }
}
