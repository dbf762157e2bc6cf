package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Puts public key blobs of SSH into findings, whatever file they stand in. */
public final class SshKeyClaims {

    private final Claims claims;

    /** Findings of the detector that those claims name. */
    public SshKeyClaims(Claims claims) {
        this.claims = claims;
    }

    /**
     * The key of a blob; of a certificate also the authority's key and the signature.
     *
     * @param notes what else a finding says of the key, in words that hold no secret
     * @param row rule that recognised it
     */
    public void add(
            Place place,
            KeyKind kind,
            byte[] blob,
            List<String> notes,
            String format,
            String row,
            DetectionBuilder found)
            throws DerException, IOException {
        SshPublicKey key = SshPublicKey.of(blob);
        List<String> values = new ArrayList<>(List.of(key.type()));
        key.certificate().ifPresent(it -> values.add(it.host() ? "host certificate" : "user certificate"));
        values.addAll(notes);
        key(place, kind, blob, key, values, CryptoFunction.STORE, format, row, found);
        if (key.certificate().isPresent()) {
            authority(place, key.certificate().get(), format, found);
        }
    }

    private void authority(Place place, SshCertificate certificate, String format, DetectionBuilder found)
            throws DerException, IOException {
        SshPublicKey key = SshPublicKey.of(certificate.authority());
        key(
                place,
                KeyKind.PUBLIC,
                certificate.authority(),
                key,
                List.of(key.type(), "certification authority"),
                CryptoFunction.CERTIFICATE,
                format,
                "ssh-certificate-authority",
                found);
        signature(
                place,
                certificate.signatureAlgorithm(),
                CryptoFunction.CERTIFICATE,
                "ssh-certificate-signature",
                found);
    }

    /** A signature algorithm by its name in SSH; {@code ssh-rsa} is one with SHA-1 (RFC 4253 section 6.6). */
    public void signature(Place place, String name, CryptoFunction function, String row, DetectionBuilder found) {
        Algorithm algorithm =
                name.equals("ssh-rsa") ? Algorithm.Known.of("rsassa-pkcs1v15").withDigest("SHA-1") : named(name);
        found.add(claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(algorithm),
                function,
                name,
                row,
                new Described(algorithm, OptionalInt.empty(), List.of(name), "")));
    }

    private Algorithm named(String name) {
        return claims.registry()
                .bySshName(name)
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved("ssh:" + name));
    }

    private void key(
            Place place,
            KeyKind kind,
            byte[] blob,
            SshPublicKey key,
            List<String> values,
            CryptoFunction function,
            String format,
            String row,
            DetectionBuilder found)
            throws DerException, IOException {
        Described described;
        byte[] identity;
        if (key.key().isPresent()) {
            SubjectPublicKeyInfo info = key.key().get();
            Described plain = new KeyAlgorithms(claims.registry()).of(info);
            described = new Described(plain.algorithm(), plain.size(), values, plain.reason());
            identity = info.getEncoded(ASN1Encoding.DER);
        } else {
            described = new Described(named(key.type()), OptionalInt.empty(), values, "");
            identity = blob;
        }
        found.add(claims.material(
                place,
                new CryptoAsset.Key(
                        kind,
                        described.algorithm(),
                        Optional.of(Digests.sha256(identity)),
                        Optional.empty(),
                        described.size(),
                        format),
                function,
                key.type(),
                row,
                described));
    }
}
