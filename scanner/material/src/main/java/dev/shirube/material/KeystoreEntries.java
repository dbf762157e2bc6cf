package dev.shirube.material;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Private keys of keystores that stay closed: the first certificate of an entry's chain is the one of its public part, and
 * tells all that an inventory needs without a password.
 */
final class KeystoreEntries {

    private final Claims claims;
    private final String format;

    KeystoreEntries(Claims claims, String format) {
        this.claims = claims;
        this.format = format;
    }

    /**
     * Adds such a key, or that nothing is known of it.
     *
     * @param path logical path of the entry
     * @param envelope the encrypted key
     * @param certificate the first of its chain, if it has one
     */
    void privateKey(String path, byte[] envelope, Optional<byte[]> certificate, DetectionBuilder found)
            throws DerException {
        if (certificate.isEmpty()) {
            found.add(Diagnostic.of(DiagnosticCode.LOCKED, path, "private key without certificate", "0"));
            return;
        }
        SubjectPublicKeyInfo key = Der.reading(
                () -> Certificate.getInstance(Der.parse(certificate.get())).getSubjectPublicKeyInfo());
        Described described = new KeyAlgorithms(claims.registry()).of(key);
        byte[] encoded = Der.reading(() -> key.getEncoded(ASN1Encoding.DER));
        found.add(claims.material(
                new Place(path, OptionalInt.empty()),
                new CryptoAsset.Key(
                        KeyKind.PRIVATE,
                        described.algorithm(),
                        Optional.of(Digests.sha256(encoded)),
                        Optional.of(Digests.sha256(envelope)),
                        described.size(),
                        format),
                CryptoFunction.STORE,
                "PrivateKeyEntry",
                "keystore-private-key",
                described));
    }
}
