package dev.shirube.material;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
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
 * @param key nothing for a type that X.509 has no form for, or that is not known here
 * @param certificate what a certificate says beside the key
 */
public record SshPublicKey(String type, Optional<SubjectPublicKeyInfo> key, Optional<SshCertificate> certificate) {

    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    private static final Map<String, ASN1ObjectIdentifier> CURVES = Map.of(
            "nistp256", SECObjectIdentifiers.secp256r1,
            "nistp384", SECObjectIdentifiers.secp384r1,
            "nistp521", SECObjectIdentifiers.secp521r1);

    /** Decodes a blob. */
    public static SshPublicKey of(byte[] blob) throws DerException {
        SshWire wire = new SshWire(blob);
        String type = wire.name();
        if (!type.endsWith(CERTIFICATE)) {
            return new SshPublicKey(type, Der.reading(() -> key(type, wire)), Optional.empty());
        }
        String bare = type.substring(0, type.length() - CERTIFICATE.length());
        boolean securityKey = bare.startsWith("sk-");
        wire.string(); // the nonce stands before the key
        Optional<SubjectPublicKeyInfo> key = Der.reading(() -> key(securityKey ? bare + "@openssh.com" : bare, wire));
        if (key.isEmpty()) {
            return new SshPublicKey(type, key, Optional.empty());
        }
        if (securityKey) {
            wire.string(); // the application that the key is for
        }
        return new SshPublicKey(type, key, Optional.of(SshCertificate.read(wire)));
    }

    private static Optional<SubjectPublicKeyInfo> key(String type, SshWire wire) throws DerException, IOException {
        return switch (type) {
            case "ssh-rsa" -> Optional.of(rsa(wire));
            case "ssh-dss" -> Optional.of(dsa(wire));
            case "ssh-ed25519", "sk-ssh-ed25519@openssh.com" -> Optional.of(octets("1.3.101.112", wire));
            case "ssh-ed448" -> Optional.of(octets("1.3.101.113", wire));
            case "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "sk-ecdsa-sha2-nistp256@openssh.com",
                    "webauthn-sk-ecdsa-sha2-nistp256@openssh.com" -> Optional.of(ecdsa(wire));
            default -> {
                wire.string(); // every type has at least one field
                yield Optional.empty();
            }
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
