package dev.shirube.material.textkey;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Private keys of cosign and sigstore: PKCS#8 in a box of go-securesystemslib under scrypt, which tells nothing of the key
 * until it is opened. It arrives as the body of a PEM block.
 */
public final class SigstoreKeyDetector implements Detector {

    private static final String BOX = "nacl/secretbox";
    private static final int MAX_BYTES = 1 << 20;

    private final KeyClaims claims;

    /** A detector that names algorithms by that registry. */
    public SigstoreKeyDetector(AlgorithmRegistry registry) {
        claims = new KeyClaims(new Claims(id(), version(), registry), "sigstore");
    }

    @Override
    public String id() {
        return "sigstore-key";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(BOX));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return Place.isPemBody(input.location());
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> read(input.location(), bytes));
    }

    /** What the body of the block at that location is. */
    Detection read(String location, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        DetectionBuilder found = new DetectionBuilder();
        if (text.startsWith("{\"kdf\"") && text.contains("\"ciphertext\"")) {
            Place place = Place.of(location);
            claims.locked(
                    place,
                    new Algorithm.Unresolved("encrypted-private-key"),
                    bytes,
                    List.of(),
                    "SIGSTORE PRIVATE KEY",
                    "sigstore-private-key",
                    found);
            found.add(Diagnostic.of(DiagnosticCode.LOCKED, Inputs.describe(place), "sigstore private key", "0"));
        }
        return found.build();
    }
}
