package dev.shirube.material.textkey;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import dev.shirube.material.PostQuantumParts;
import dev.shirube.material.RawKeys;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The keys of age by their prefix (c2sp.org/age): apart from the detector, which every text with "age1" in it loads. */
final class AgeKeys {

    private static final int X_WING_BYTES = 1216;

    private final KeyClaims claims;

    AgeKeys(KeyClaims claims) {
        this.claims = claims;
    }

    void add(Place place, Bech32.Decoded key, DetectionBuilder found) throws DerException {
        byte[] bytes = key.bytes();
        switch (key.prefix()) {
            case "age" -> {
                expect(bytes, 32);
                recipient(place, RawKeys.octets(RawKeys.X25519, bytes), found);
            }
            case "age-secret-key-" -> {
                expect(bytes, 32);
                identity(place, RawKeys.publicPart(RawKeys.X25519, bytes), found);
            }
            case "age1pq" -> {
                expect(bytes, X_WING_BYTES);
                recipient(place, RawKeys.octets(PostQuantumParts.X_WING, bytes), found);
            }
            case "age-secret-key-pq-" ->
                identity(place, RawKeys.octets(PostQuantumParts.X_WING, PostQuantumParts.xWing(bytes)), found);
            case "age1yubikey", "age1tag" -> recipient(place, compressedP256(bytes), found);
            case "age1tagpq" ->
                claims.key(
                        place,
                        KeyKind.PUBLIC,
                        new Described(
                                Algorithm.Known.of("hybrid-groups"), OptionalInt.empty(), List.of(key.prefix()), ""),
                        bytes,
                        "age recipient",
                        "age-recipient",
                        found);
            default -> plugin(place, key.prefix(), found);
        }
    }

    /** A key of a plugin: where it lies and what it is, the plugin alone knows. */
    private void plugin(Place place, String prefix, DetectionBuilder found) {
        boolean ours = prefix.startsWith("age1") || prefix.startsWith("age-plugin-");
        if (ours) {
            claims.algorithm(
                    place,
                    new Algorithm.Unresolved("age-plugin"),
                    CryptoFunction.STORE,
                    List.of(prefix),
                    "age plugin",
                    "age-plugin",
                    found);
        }
    }

    private void recipient(Place place, SubjectPublicKeyInfo key, DetectionBuilder found) throws DerException {
        claims.key(place, KeyKind.PUBLIC, key, List.of("recipient"), "age recipient", "age-recipient", found);
    }

    private void identity(Place place, SubjectPublicKeyInfo key, DetectionBuilder found) throws DerException {
        claims.key(place, KeyKind.PRIVATE, key, List.of("identity"), "age identity", "age-identity", found);
    }

    private static void expect(byte[] bytes, int length) throws DerException {
        if (bytes.length != length) {
            throw new DerException("a key of " + bytes.length + " bytes");
        }
    }

    private static SubjectPublicKeyInfo compressedP256(byte[] bytes) throws DerException {
        expect(bytes, 33);
        return Der.reading(() -> {
            byte[] point = ECNamedCurveTable.getByOID(SECObjectIdentifiers.secp256r1)
                    .getCurve()
                    .decodePoint(bytes)
                    .getEncoded(false);
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1), point);
        });
    }
}
