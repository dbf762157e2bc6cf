package dev.shirube.material.openpgp;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detection.DerivedInput;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.MaterialNames;
import dev.shirube.material.Place;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Keys with their subkeys, signatures and encrypted messages of OpenPGP in binary, by content: keyrings, keyboxes, detached
 * signatures, and what {@link ArmourDetector} took out of armour.
 */
public final class OpenPgpDetector implements Detector {

    /** Larger than the keyring of any distribution. */
    static final int MAX_BYTES = 128 << 20;

    /** More keys than any keybox of practice. */
    static final int MAX_BLOBS = 100_000;

    private static final Set<String> NAMES = Set.of("gpg", "pgp", "kbx");

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public OpenPgpDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "openpgp";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Anchors anchors() {
        return Anchors.NONE;
    }

    @Override
    public boolean accepts(ScanInput input) {
        if (Place.isOpenPgpBody(input.location()) || promised(input)) {
            return true;
        }
        try {
            byte[] head = input.head(PacketStart.HEAD);
            return PacketStart.is(head, input.size()) || PacketStart.isKeybox(head);
        } catch (IOException e) {
            return false; // the engine tells why
        }
    }

    private static boolean promised(ScanInput input) {
        return NAMES.contains(MaterialNames.extension(input.name()));
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> read(input, bytes));
    }

    private Detection read(ScanInput input, byte[] bytes) {
        boolean armoured = Place.isOpenPgpBody(input.location());
        if (bytes.length == 0 || !armoured && Inputs.isText(bytes)) {
            return Detection.NOTHING;
        }
        DetectionBuilder found = new DetectionBuilder();
        try {
            if (PacketStart.isKeybox(bytes)) {
                keybox(input, bytes, found);
            } else {
                new OpenPgpContent(claims, Place.of(input.location()), found).read(bytes);
            }
        } catch (DerException e) {
            if (armoured || promised(input) || !found.none()) {
                found.add(Diagnostic.of(
                        DiagnosticCode.MALFORMED,
                        Inputs.describe(Place.of(input.location())),
                        "OpenPGP key or message",
                        e.getMessage()));
            }
        }
        return found.build();
    }

    private void keybox(ScanInput input, byte[] bytes, DetectionBuilder found) throws DerException {
        List<Keybox.Blob> blobs = Keybox.blobs(bytes, MAX_BLOBS);
        int index = 0;
        for (Keybox.Blob blob : blobs) {
            if (blob.certificate()) {
                found.add(new DerivedInput(input.location() + "!certificate/" + index++, blob.content()));
            } else {
                new OpenPgpContent(claims, Place.of(input.location()), found).read(blob.content());
            }
        }
        if (blobs.size() == MAX_BLOBS) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED, input.location(), "keybox-blobs=" + MAX_BLOBS, "the next one"));
        }
    }
}
