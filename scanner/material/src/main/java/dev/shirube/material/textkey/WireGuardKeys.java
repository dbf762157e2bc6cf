package dev.shirube.material.textkey;

import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.material.DerException;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import dev.shirube.material.RawKeys;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Keys of WireGuard: 32 bytes of X25519 in Base64, by the protocol's design (wg(8)). */
final class WireGuardKeys {

    static final int BYTES = 32;

    private final KeyClaims claims;

    WireGuardKeys(KeyClaims claims) {
        this.claims = claims;
    }

    /** A key on that line; nothing for a placeholder. */
    void add(Place place, boolean secret, String base64, List<String> notes, String symbol, DetectionBuilder found) {
        Optional<byte[]> bytes = KeyText.key(base64, BYTES);
        if (bytes.isEmpty()) {
            return;
        }
        try {
            SubjectPublicKeyInfo key = secret
                    ? RawKeys.publicPart(RawKeys.X25519, bytes.get())
                    : RawKeys.octets(RawKeys.X25519, bytes.get());
            KeyKind kind = secret ? KeyKind.PRIVATE : KeyKind.PUBLIC;
            claims.key(place, kind, key, notes, symbol, secret ? "wireguard-private" : "wireguard-public", found);
        } catch (DerException e) {
            throw new IllegalStateException("Any 32 bytes are a key of X25519 (RFC 7748 section 5)", e);
        }
    }
}
