package dev.shirube.material;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A public key blob of SSH (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4, OpenSSH PROTOCOL.certkeys and
 * PROTOCOL.u2f) as SubjectPublicKeyInfo, so that one key has one fingerprint whatever file it stands in.
 *
 * @param type key type as it stands in the blob
 */
public record SshPublicKey(String type, SubjectPublicKeyInfo key) {

    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    private static final Map<String, ASN1ObjectIdentifier> CURVES = Map.of(
            "nistp256", SECObjectIdentifiers.secp256r1,
            "nistp384", SECObjectIdentifiers.secp384r1,
            "nistp521", SECObjectIdentifiers.secp521r1);

    /** Decodes a blob. */
    public static SshPublicKey of(byte[] blob) throws DerException {
        SshWire wire = new SshWire(blob);
        String type = wire.name();
        String plain = type;
        if (type.endsWith(CERTIFICATE)) {
            plain = type.substring(0, type.length() - CERTIFICATE.length());
            plain = plain.startsWith("sk-") ? plain + "@openssh.com" : plain;
            wire.string(); // the nonce stands before the key
        }
        String keyType = plain;
        return Der.reading(() -> new SshPublicKey(type, key(keyType, wire)));
    }

    private static SubjectPublicKeyInfo key(String type, SshWire wire) throws DerException, IOException {
        return switch (type) {
            case "ssh-rsa" -> rsa(wire);
            case "ssh-dss" -> dsa(wire);
            case "ssh-ed25519", "sk-ssh-ed25519@openssh.com" -> octets("1.3.101.112", wire);
            case "ssh-ed448" -> octets("1.3.101.113", wire);
            case "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "sk-ecdsa-sha2-nistp256@openssh.com" -> ecdsa(wire);
            default -> throw new DerException("the key type is not one of RSA, DSA, ECDSA and EdDSA");
        };
    }

    private static SubjectPublicKeyInfo rsa(SshWire wire) throws DerException, IOException {
        BigInteger exponent = wire.mpint();
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(wire.mpint(), exponent));
    }

    private static SubjectPublicKeyInfo dsa(SshWire wire) throws DerException, IOException {
        DSAParameter parameters = new DSAParameter(wire.mpint(), wire.mpint(), wire.mpint());
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters), new ASN1Integer(wire.mpint()));
    }

    private static SubjectPublicKeyInfo ecdsa(SshWire wire) throws DerException {
        ASN1ObjectIdentifier curve = CURVES.get(wire.name());
        if (curve == null) {
            throw new DerException("a curve that its key type does not have");
        }
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), wire.string());
    }

    private static SubjectPublicKeyInfo octets(String oid, SshWire wire) throws DerException {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), wire.string());
    }
}
