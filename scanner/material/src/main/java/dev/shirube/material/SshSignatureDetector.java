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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encoding;

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

    private void read(byte[] bytes, Place place, DetectionBuilder found) throws DerException {
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
        claim(named(claims.registry().bySshName(signature), signature), CryptoFunction.SIGN, place, found);
        claim(named(claims.registry().byJcaName("MessageDigest", digest), digest), CryptoFunction.DIGEST, place, found);
        key(SshPublicKey.of(key), place, found);
    }

    private static Described named(Optional<Algorithm.Known> known, String name) {
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        return new Described(
                known.<Algorithm>map(it -> it).orElseGet(() -> new Algorithm.Unresolved("ssh:" + shortened(printable))),
                OptionalInt.empty(),
                List.of(shortened(printable)),
                "");
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(80, name.length()));
    }

    private void claim(Described described, CryptoFunction function, Place place, DetectionBuilder found) {
        found.add(claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(described.algorithm()),
                function,
                "SSH SIGNATURE",
                "ssh-signature",
                described));
    }

    private void key(SshPublicKey ssh, Place place, DetectionBuilder found) throws DerException {
        Described described = new KeyAlgorithms(claims.registry()).of(ssh.key());
        byte[] encoded = Der.reading(() -> ssh.key().getEncoded(ASN1Encoding.DER));
        found.add(claims.material(
                place,
                new CryptoAsset.Key(
                        KeyKind.PUBLIC,
                        described.algorithm(),
                        Optional.of(Digests.sha256(encoded)),
                        Optional.empty(),
                        described.size(),
                        "OpenSSH"),
                CryptoFunction.SIGN,
                "SSH SIGNATURE",
                "ssh-signature-key",
                described));
    }
}
