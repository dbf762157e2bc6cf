package dev.shirube.material.ssh;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Digests;
import dev.shirube.material.Place;
import dev.shirube.material.SshWire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A private key in the format of ssh.com, as PuTTY's import.c describes it: magic, length, kind of key, cipher, content. The
 * kind of key is never locked; the public part has no place of its own there.
 */
final class Ssh2PrivateKey {

    private static final int MAGIC = 0x3f6ff9eb;

    /** Kinds of keys by the first word of what stands there. */
    private static final Map<String, String> KINDS = Map.of("if-modn", "rsa-key", "dl-modp", "dsa");

    private final Claims claims;

    Ssh2PrivateKey(Claims claims) {
        this.claims = claims;
    }

    void add(Place place, byte[] bytes, DetectionBuilder found) throws DerException {
        SshWire wire = new SshWire(bytes);
        if (wire.uint32() != MAGIC) {
            throw new DerException("does not begin as such a key does");
        }
        wire.uint32(); // length of it all
        String kind = wire.name();
        String cipher = wire.name();
        int brace = kind.indexOf('{');
        String entry = KINDS.get(brace < 0 ? kind : kind.substring(0, brace));
        Algorithm algorithm = entry == null ? new Algorithm.Unresolved("ssh2-private-key") : Algorithm.Known.of(entry);
        String lock = cipher.equals("none") ? "not-locked" : "locked";
        found.add(claims.material(
                place,
                new CryptoAsset.Key(
                        KeyKind.PRIVATE,
                        algorithm,
                        Optional.empty(),
                        Optional.of(Digests.sha256(bytes)),
                        OptionalInt.empty(),
                        "ssh.com"),
                CryptoFunction.STORE,
                "SSH2 ENCRYPTED PRIVATE KEY",
                "ssh2-private-key",
                new Described(algorithm, OptionalInt.empty(), List.of(kind, lock), "size-not-read")));
    }
}
