package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * Signatures that {@code ssh-keygen -Y sign} makes (OpenSSH PROTOCOL.sshsig), which arrive as the body of a PEM block: the
 * signature algorithm, the digest of the message, and the signer's key. Nothing is verified.
 */
public final class SshSignatureDetector implements Detector {

    private static final String MAGIC = "SSHSIG";
    private static final int MAX_BYTES = 1 << 20;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public SshSignatureDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "ssh-signature";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(MAGIC));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return Place.isPemBody(input.location());
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> {
            DetectionBuilder found = new DetectionBuilder();
            Place place = Place.of(input.location());
            if (is(bytes)) {
                try {
                    read(bytes, place, found);
                } catch (DerException e) {
                    found.add(Diagnostic.of(
                            DiagnosticCode.MALFORMED, Inputs.describe(place), "SSH signature", e.getMessage()));
                }
            }
            return found.build();
        });
    }

    /** Whether those bytes are such a signature. */
    static boolean is(byte[] bytes) {
        return Inputs.startsWith(bytes, MAGIC.chars().toArray());
    }

    private void read(byte[] bytes, Place place, DetectionBuilder found) throws DerException, IOException {
        SshWire wire = new SshWire(bytes);
        wire.skip(MAGIC.length());
        int version = wire.uint32();
        if (version != 1) {
            throw new DerException("version " + version);
        }
        byte[] key = wire.string();
        wire.string(); // namespace
        wire.string(); // reserved
        String digest = wire.name();
        String signature = new SshWire(wire.string()).name();
        SshKeyClaims keys = new SshKeyClaims(claims);
        keys.signature(place, printable(signature), CryptoFunction.SIGN, "ssh-signature", found);
        digest(printable(digest), place, found);
        keys.add(place, KeyKind.PUBLIC, key, List.of("signer"), "OpenSSH", "ssh-signature-key", found);
    }

    private void digest(String name, Place place, DetectionBuilder found) {
        Algorithm algorithm = claims.registry()
                .byJcaName("MessageDigest", name)
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved("ssh:" + name));
        found.add(claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(algorithm),
                CryptoFunction.DIGEST,
                "SSH SIGNATURE",
                "ssh-signature",
                new Described(algorithm, OptionalInt.empty(), List.of(name), "")));
    }

    private static String printable(String name) {
        return name.substring(0, Math.min(80, name.length())).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
