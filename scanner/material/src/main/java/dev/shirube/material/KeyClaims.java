package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Puts keys of formats that carry bare numbers and octets into findings, under the fingerprint that they have everywhere.
 * Detectors hold one of these from the start: it must not make the machine load Bouncy Castle, which {@link RawKeys} does.
 */
public final class KeyClaims {

    private final Claims claims;
    private final String format;

    /** Findings of the detector that those claims name, about keys in that format. */
    public KeyClaims(Claims claims, String format) {
        this.claims = claims;
        this.format = format;
    }

    /** A key whose public part is known. */
    public void key(
            Place place,
            KeyKind kind,
            SubjectPublicKeyInfo key,
            List<String> values,
            String symbol,
            String row,
            DetectionBuilder found)
            throws DerException {
        Described plain = new KeyAlgorithms(claims.registry()).of(key);
        byte[] identity;
        try {
            identity = key.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new DerException("cannot be written as SubjectPublicKeyInfo");
        }
        Described described = new Described(plain.algorithm(), plain.size(), values, plain.reason());
        key(place, kind, described, identity, symbol, row, found);
    }

    /** A key for which X.509 has no form: known by the digest of its public part as the format has it. */
    public void key(
            Place place,
            KeyKind kind,
            Described described,
            byte[] publicPart,
            String symbol,
            String row,
            DetectionBuilder found) {
        add(place, kind, described, Optional.of(publicPart), Optional.empty(), symbol, row, found);
    }

    /** A private key that stays locked: known by the digest of its container. */
    public void locked(
            Place place,
            Algorithm algorithm,
            byte[] container,
            List<String> values,
            String symbol,
            String row,
            DetectionBuilder found) {
        Described described = new Described(algorithm, OptionalInt.empty(), values, "locked");
        add(place, KeyKind.PRIVATE, described, Optional.empty(), Optional.of(container), symbol, row, found);
    }

    /** An algorithm that a format names without showing a key. */
    public void algorithm(
            Place place,
            Algorithm algorithm,
            CryptoFunction function,
            List<String> values,
            String symbol,
            String row,
            DetectionBuilder found) {
        found.add(claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(algorithm),
                function,
                symbol,
                row,
                new Described(algorithm, OptionalInt.empty(), values, "")));
    }

    private void add(
            Place place,
            KeyKind kind,
            Described described,
            Optional<byte[]> fingerprint,
            Optional<byte[]> envelope,
            String symbol,
            String row,
            DetectionBuilder found) {
        found.add(claims.material(
                place,
                new CryptoAsset.Key(
                        kind,
                        described.algorithm(),
                        fingerprint.map(Digests::sha256),
                        envelope.map(Digests::sha256),
                        described.size(),
                        format),
                CryptoFunction.STORE,
                symbol,
                row,
                described));
    }
}
